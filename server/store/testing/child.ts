import { spawn } from "node:child_process";
import { once } from "node:events";
import { PassThrough, type Readable } from "node:stream";
import { fileURLToPath } from "node:url";

/** A TypeScript file of this folder running in a process of its own. */
export type Child = {
  /** The next line it prints; null: it has ended. */
  readonly nextLine: () => Promise<string | null>;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Settles when it is gone, with its exit code; null: a signal ended it. */
  readonly gone: Promise<number | null>;
};

/** `shellPrefix`: shell commands to run before it in the same process, such as a `ulimit`. */
export function startChild(file: string, given: readonly string[], shellPrefix = ""): Child {
  const script = fileURLToPath(new URL(file, import.meta.url));
  const command = [process.execPath, "--import", "tsx", script, ...given];
  const child = spawn("/bin/sh", ["-c", `${shellPrefix} exec "$@"`, "sh", ...command], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  // Read from the start: of a child that has ended, what nobody was reading is thrown away.
  const lines = linesOf(child.stdout.pipe(new PassThrough({ encoding: "utf8" })));
  return {
    nextLine: async () => {
      const next = await lines.next();
      return next.done === true ? null : next.value;
    },
    kill: (signal) => void child.kill(signal),
    gone: once(child, "exit").then(([code]) => (typeof code === "number" ? code : null)),
  };
}

/** Whole lines only: a line cut off by a kill was never said. */
async function* linesOf(stdout: Readable): AsyncGenerator<string, undefined> {
  let rest = "";
  for await (const chunk of stdout) {
    const parts = (rest + String(chunk)).split("\n");
    rest = parts.pop() ?? "";
    yield* parts;
  }
}
