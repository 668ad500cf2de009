import { rmSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openAccess } from "../../server/access/open-access";
import { runCli } from "../../server/cli/main-cli";
import { captureIo } from "../../server/cli/testing/captured-io";
import { systemClock } from "../../server/clock";
import { SESSION_COOKIE } from "../../server/http/cookie-names";
import { type Browser, createBrowser } from "../../server/http/testing/browser";
import type { Cast } from "../../server/http/testing/cast";
import { EMPTY_MODEL } from "../../server/sources/asterisk/testing/ami-text";
import { type FakeAsterisk, startFakeAsterisk } from "../../server/sources/asterisk/testing/fake-asterisk";
import { until } from "../harness";
import { canariesIn } from "./canaries";
import { canaryMorning, KEPT, MODEL } from "./canary-calls";
import { layOut } from "./canary-site";
import { contactsSeenBy, sealedIn, settled, stillIn, sweepAnswers, sweepFiles } from "./sweep";

const DAY_MS = 86_400_000;
/** All but the one who calls in a gap. */
const CALLERS = KEPT.length - 1;
/** And whom an agent called. */
const KNOWN = CALLERS + 1;

let daysOn = 0;
const clock = { nowMs: () => systemClock.nowMs() + daysOn * DAY_MS };
let asterisk: FakeAsterisk;
let folder: string;
let cast: Cast;
beforeEach(async () => {
  daysOn = 0;
  asterisk = await startFakeAsterisk({ clock });
  asterisk.model = MODEL;
  ({ folder, cast } = await layOut(asterisk.port));
});
afterEach(async () => {
  await asterisk.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The supervisor, signed in anew by the clock of the day. */
function supervisor(port: number): Browser {
  const opened = openAccess({ path: path.join(folder, "data/access.db"), clock, log: console.error });
  if (opened.kind === "refused") throw new Error(opened.message);
  const { token } = opened.access.sessions.open(cast.idOf("supervisor"), { address: "127.0.0.1" });
  opened.access.close();
  return createBrowser({ port, cookies: { [SESSION_COOKIE]: token } });
}

/** Serves until `use` is done. @returns all that was printed */
async function serving(use: (port: number) => Promise<void>): Promise<string> {
  const stopping = new AbortController();
  const io = captureIo({ cwd: folder, env: { PORT: "0" }, clock, signal: stopping.signal });
  const ended = runCli(["serve"], io);
  const port = await until("it listens", () => /localhost:(\d+)/.exec(io.outLines.join("\n"))?.[1] ?? null);
  try {
    await use(Number(port));
  } finally {
    stopping.abort();
    expect(await ended).toBe(0);
  }
  return [...io.outLines, ...io.errLines].join("\n");
}

it("[PV5] numbers kept for three days are told on the second, gone on the third for who asks, and then from the disk", async () => {
  const data = path.join(folder, "data");
  let keys: readonly string[] = [];
  let sealed: readonly Buffer[] = [];
  const statuses = async (browser: Browser): Promise<readonly number[]> =>
    Promise.all(
      keys.map(async (key) => (await browser.post("/api/v1/contacts/number", { board: "main", key })).status),
    );

  const first = await serving(async (port) => {
    const today = supervisor(port);
    await until("it is live", async () => ((await today.get("/readyz")).text.includes('"live"') ? true : null));
    asterisk.say(canaryMorning(clock.nowMs()));
    await settled(today, CALLERS + 1);
    keys = (await contactsSeenBy(today)).filter(({ caller }) => caller.kind === "number").map(({ key }) => key);
    expect(keys).toHaveLength(CALLERS);
    daysOn = 2;
    expect(new Set(await statuses(supervisor(port)))).toEqual(new Set([200]));
    sealed = sealedIn(data);
    daysOn = 3;
    expect(new Set(await statuses(supervisor(port)))).toEqual(new Set([410]));
  });
  expect(stillIn(data, sealed)).toBe(3 * KNOWN);

  // Nobody waits any more: who is heard again is known again.
  asterisk.model = EMPTY_MODEL;
  const second = await serving(async (port) => {
    expect(new Set(await statuses(supervisor(port)))).toEqual(new Set([410]));
    expect(await sweepAnswers("supervisor", supervisor(port))).toEqual([]);
  });
  // Of each the number is gone; that it is the same caller, and his end, are kept longer.
  const left = sealedIn(data);
  const gone = sealed.filter((bytes) => !left.some((kept) => kept.equals(bytes)));
  expect(gone).toHaveLength(KNOWN);
  expect(stillIn(data, gone)).toBe(0);
  expect(sweepFiles(data)).toEqual([]);
  expect(canariesIn("printed", first + second)).toEqual([]);
}, 40_000);
