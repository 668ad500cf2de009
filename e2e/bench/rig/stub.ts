import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { tool } from "../outside";
import { endWithUs } from "./children";

/** What the stub says at its end. */
export type StubSummary = { readonly messages: number; readonly joins: number; readonly seconds: number };

/** A stand-in for Asterisk that plays a recording. */
export type Stub = {
  readonly port: number;
  readonly tell: (word: "start" | "pause" | "resume" | "cut" | "blackhole") => void;
  /** Resolves at the next login after this call. */
  readonly nextLogin: () => Promise<void>;
  /** When the whole recording has been handed to the kernel: epoch ms. */
  readonly ended: Promise<number>;
  readonly quit: () => Promise<StubSummary>;
};

/** @param options as its own: "--speed", "10", … It begins to play when told to start. */
export async function startStub(capture: string, ...options: readonly string[]): Promise<Stub> {
  const args = ["--capture", capture, "--port", "0", "--start", "stdin", ...options];
  const child = spawn(process.execPath, [tool("ami-stub.mjs"), ...args], { stdio: ["pipe", "pipe", "pipe"] });
  endWithUs(child);
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const awaited = new Map<string, ((said: Said) => void)[]>();
  createInterface({ input: child.stderr }).on("line", (line) => {
    if (!line.startsWith("{")) return console.error(line);
    const said = JSON.parse(line) as Said;
    for (const key of Object.keys(said)) {
      for (const resolve of awaited.get(key) ?? []) resolve(said);
      awaited.delete(key);
    }
  });
  const next = (key: string): Promise<Said> =>
    new Promise((resolve) => awaited.set(key, [...(awaited.get(key) ?? []), resolve]));
  const tell = (word: string): void => void child.stdin.write(`${word}\n`);
  const ended = next("ended").then(({ atMs }) => Number(atMs));
  const { listening } = await next("listening");
  return {
    port: Number(listening),
    tell,
    nextLogin: () => next("login").then(() => undefined),
    ended,
    quit: async () => {
      tell("quit");
      await once(child, "close");
      return JSON.parse(printed.trim().split("\n").at(-1) ?? "{}") as StubSummary;
    },
  };
}

type Said = Readonly<Record<string, unknown>>;
