import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable, Writable } from "node:stream";

type Answer = { readonly id?: number; readonly method?: string; readonly params?: unknown; readonly result?: unknown };

/** One page of a browser that Playwright is too young for, driven by the DevTools protocol over a pipe. */
export type OldPage = {
  readonly send: (method: string, params?: Readonly<Record<string, unknown>>) => Promise<unknown>;
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** Uncaught exceptions and console errors so far. */
  readonly errors: () => readonly string[];
  readonly close: () => Promise<void>;
};

/** Messages are JSON, each ended by a NUL. */
function splitMessages(pipe: Readable, onMessage: (message: Answer) => void): void {
  let rest = Buffer.alloc(0);
  pipe.on("data", (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      onMessage(JSON.parse(rest.subarray(0, end).toString("utf8")) as Answer);
      rest = rest.subarray(end + 1);
    }
  });
}

/** @param language the LANG that a television's kiosk would start it under */
export async function openOldPage(browser: string, language: string): Promise<OldPage> {
  const profile = mkdtempSync(path.join(tmpdir(), "pickup-old-tv-"));
  const flags = ["--no-sandbox", "--headless", "--disable-gpu", "--disable-quic", "--no-zygote"];
  // Headless browsers hint glyphs to whole pixels unless told otherwise; a television does not.
  const look = ["--font-render-hinting=none", "--window-size=1920,1080"];
  const place = ["--disable-dev-shm-usage", "--remote-debugging-pipe", `--user-data-dir=${profile}`];
  const child = spawn(browser, [...flags, ...look, ...place], {
    env: { ...process.env, HOME: profile, LANG: language, LC_ALL: language },
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  const errors: string[] = [];
  splitMessages(child.stdio[4] as Readable, (message) => {
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    if (message.method === "Runtime.exceptionThrown" || message.method === "Log.entryAdded") {
      const text = JSON.stringify(message.params);
      if (message.method === "Runtime.exceptionThrown" || text.includes('"level":"error"')) errors.push(text);
    }
  });
  let lastId = 0;
  const call = (method: string, params: object, session: object): Promise<Answer> =>
    new Promise((resolve) => {
      lastId += 1;
      waiting.set(lastId, resolve);
      (child.stdio[3] as Writable).write(`${JSON.stringify({ id: lastId, method, params, ...session })}\0`);
    });
  const target = (await call("Target.createTarget", { url: "about:blank" }, {})).result as { targetId: string };
  const attached = await call("Target.attachToTarget", { targetId: target.targetId, flatten: true }, {});
  const session = { sessionId: (attached.result as { sessionId: string }).sessionId };
  const send = async (method: string, params: object = {}): Promise<unknown> =>
    (await call(method, params, session)).result;
  for (const domain of ["Page", "Runtime", "Log"]) await send(`${domain}.enable`);
  return {
    send,
    evaluate: async (expression) => {
      const answer = await send("Runtime.evaluate", { expression, returnByValue: true, awaitPromise: true });
      return (answer as { result: { value?: unknown } }).result.value;
    },
    errors: () => errors,
    close: async () => {
      child.kill("SIGKILL");
      await once(child, "exit");
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
