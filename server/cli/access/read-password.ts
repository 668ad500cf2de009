import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { PASSWORD_AT_LEAST } from "../../../lib/access/password-rule";
import type { CommandIo } from "../command";

export type ReadPassword =
  | { readonly kind: "read"; readonly password: string }
  /** `problem`: in one line. */
  | { readonly kind: "none"; readonly problem: string };

const none = (problem: string): ReadPassword => ({ kind: "none", problem });

/** Asks for a new password: twice and unseen where somebody types, else it is the first line of standard input. */
export async function readNewPassword(name: string, io: CommandIo): Promise<ReadPassword> {
  const input = io.input();
  const isTyped = input.isTTY === true;
  // What is typed is written nowhere; without an output of its own it would not even leave the terminal's echo.
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: unseen, terminal: isTyped });
  const close = (): void => lines.close();
  lines.once("SIGINT", close);
  io.signal.addEventListener("abort", close, { once: true });
  try {
    const next = lineReader(lines);
    // A signal may have come while the accounts were being opened.
    if (io.signal.aborted) close();
    if (!isTyped) {
      const password = await next();
      return password === null ? none("a password is wanted as a line of standard input") : { kind: "read", password };
    }
    io.err(`A password for "${name}" (${PASSWORD_AT_LEAST} characters or more; it is not shown):`);
    const first = await next();
    if (first === null) return none("nothing was changed");
    io.err("Once more:");
    const second = await next();
    if (second === null) return none("nothing was changed");
    return first === second
      ? { kind: "read", password: first }
      : none("the two were not the same; nothing was changed");
  } finally {
    io.signal.removeEventListener("abort", close);
    lines.close();
    // Whoever still has the other end open must not keep this process waiting.
    input.unpipe();
    input.pause();
  }
}

/** The next line each time; null: there is none. Lines that come before they are asked for are kept. */
function lineReader(lines: ReturnType<typeof createInterface>): () => Promise<string | null> {
  const kept: string[] = [];
  let waiting: ((line: string | null) => void) | null = null;
  let isOver = false;
  lines.on("line", (line) => {
    if (waiting === null) kept.push(line);
    else waiting(line);
    waiting = null;
  });
  lines.once("close", () => {
    isOver = true;
    waiting?.(null);
    waiting = null;
  });
  return () =>
    new Promise((resolve) => {
      const line = kept.shift();
      if (line !== undefined) resolve(line);
      else if (isOver) resolve(null);
      else waiting = resolve;
    });
}
