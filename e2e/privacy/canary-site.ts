import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { queueId } from "../../lib/vocabulary";
import { openAccess } from "../../server/access/open-access";
import { QUICK } from "../../server/access/testing/opened-access";
import { systemClock } from "../../server/clock";
import { type Browser, createBrowser } from "../../server/http/testing/browser";
import { type Cast, letInAll, type Who } from "../../server/http/testing/cast";
import { type FakeAsterisk, startFakeAsterisk } from "../../server/sources/asterisk/testing/fake-asterisk";
import { freePort, ROOT, siteAt, until } from "../harness";
import { MODEL, QUEUE } from "./canary-calls";

/** What a server process can be made to do that it never does by itself. */
export type Misbehaviour = "leak" | "throw" | "reject";

/** A closed server in a process of its own, on a fake Asterisk, with somebody of each kind let in. */
export type CanarySite = {
  readonly folder: string;
  readonly dataDir: string;
  readonly asterisk: FakeAsterisk;
  readonly port: number;
  readonly as: (who: Who) => Browser;
  /** All that the process has said, on either way out. */
  readonly printed: () => string;
  readonly start: () => Promise<void>;
  readonly misbehave: (what: Misbehaviour, text: string) => void;
  /** By SIGTERM, or by itself. @returns its exit code */
  readonly ended: (signal?: NodeJS.Signals) => Promise<number | null>;
  readonly remove: () => Promise<void>;
};

const TSX = import.meta.resolve("tsx");
const MISBEHAVE = path.join(ROOT, "e2e/privacy/misbehave.mjs");

export const configOf = (asteriskPort: number, folder: string): string => `${siteAt()}
sources:
  - { id: pbx, kind: asterisk-ami, host: 127.0.0.1, port: ${asteriskPort}, username: pickup, secret: right secret, queueLog: ${folder}/queue_log }
queues: [{ id: ${QUEUE}, name: Support }, { id: sales, name: Sales }]
boards: [{ id: main, agentNames: full }, { id: sales, queues: [sales] }]
privacy: { numbersKeptDays: 3 }
`;

/** A folder with a configuration and with everybody let in. */
export async function layOut(asteriskPort: number): Promise<{ readonly folder: string; readonly cast: Cast }> {
  const folder = mkdtempSync(path.join(tmpdir(), "pickup-canary-"));
  mkdirSync(path.join(folder, "data"));
  writeFileSync(path.join(folder, "queue_log"), "");
  writeFileSync(path.join(folder, "pickup.config.yaml"), configOf(asteriskPort, folder));
  const opened = openAccess({
    path: path.join(folder, "data/access.db"),
    clock: systemClock,
    log: console.error,
    passwordCost: QUICK,
  });
  if (opened.kind === "refused") throw new Error(opened.message);
  const cast = await letInAll(opened.access, { ownQueue: queueId(QUEUE) });
  opened.access.close();
  return { folder, cast };
}

export const browserOf = (cast: Cast, port: number, who: Who): Browser =>
  createBrowser({ port, ...(who === "nobody" ? {} : cast.shownBy(who)) });

export async function startCanarySite(): Promise<CanarySite> {
  const asterisk = await startFakeAsterisk({ clock: systemClock });
  asterisk.model = MODEL;
  const { folder, cast } = await layOut(asterisk.port);
  const port = await freePort();
  const misbehaviour = path.join(folder, "misbehaviour");
  let child: ChildProcess | null = null;
  let printed = "";

  const ended = async (signal?: NodeJS.Signals): Promise<number | null> => {
    if (child === null) return null;
    const running = child;
    if (running.exitCode === null && running.signalCode === null) {
      if (signal !== undefined) running.kill(signal);
      await once(running, "exit");
    }
    child = null;
    return running.exitCode;
  };

  const start = async (): Promise<void> => {
    const { PATH = "", HOME = "" } = process.env;
    const program = ["--import", TSX, "--import", MISBEHAVE, path.join(ROOT, "server/main.ts"), "serve"];
    const running = spawn(process.execPath, program, {
      cwd: folder,
      env: { NODE_ENV: "production", PATH, HOME, LANG: "C.UTF-8", PORT: String(port), MISBEHAVIOUR: misbehaviour },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child = running;
    for (const way of [running.stdout, running.stderr]) way.on("data", (chunk) => (printed += String(chunk)));
    await until("the source is live", async () => {
      if (running.exitCode !== null) throw new Error(`it ended with ${running.exitCode}:\n${printed}`);
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
      return answer?.ok === true && (await answer.text()).includes('"live"') ? true : null;
    });
  };

  await start();
  return {
    folder,
    dataDir: path.join(folder, "data"),
    asterisk,
    port,
    as: (who) => browserOf(cast, port, who),
    printed: () => printed,
    start,
    misbehave: (what, text) => {
      writeFileSync(misbehaviour, `${what}\n${text}`);
      child?.kill("SIGUSR2");
    },
    ended,
    remove: async () => {
      await ended("SIGKILL");
      await asterisk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
