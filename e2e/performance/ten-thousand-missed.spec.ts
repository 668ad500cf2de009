import { expect, test } from "@playwright/test";
import type { SourceEvent } from "../../lib/events";
import type { MissedPage } from "../../lib/recovery/missed-api";
import { contactId, queueId, sourceId } from "../../lib/vocabulary";
import { systemClock } from "../../server/clock";
import type { Source, SourceSink } from "../../server/sources/source";
import { type Centre, startCentre } from "../centre/centre";
import { siteAt, until } from "../harness";
import { percentile } from "./main-thread";

const OPEN = 10_000;
const AT_MOST_MS = 50;
/** What the plainest answer takes on a machine of its own. */
const PLAIN_MS = 3;
const MOST_BUSY = 3;
const ASKED = 60;
const CONFIG = `${siteAt()}sources: [{ id: pbx, kind: simulator }]\n`;

let sink: SourceSink | null = null;
const source: Source = {
  id: sourceId("pbx"),
  kind: "test",
  probe: () => Promise.resolve(null),
  start: (given) => {
    sink = given;
    given.state("live", "");
    given.proof(systemClock.nowMs());
    return Promise.resolve();
  },
};

function refused(at: number, atMs: number): SourceEvent {
  const visit = { queueId: queueId(`queue-${at % 8}`), contactId: contactId(`c${at}`), stay: 1 };
  const caller = { number: `+4930${String(1_000_000 + at)}`, name: null };
  const event = { type: "contact.refused", ...visit, channel: "voice", caller, reason: "full" } as const;
  return { sourceKey: `c${at}`, atMs, receivedAtMs: atMs, event };
}

let centre: Centre;
test.beforeAll(async () => {
  centre = await startCentre({ config: CONFIG, clock: systemClock, sources: () => [source] });
  const nowMs = systemClock.nowMs();
  const proving = setInterval(() => sink?.proof(systemClock.nowMs()), 1_000);
  proving.unref();
  for (let at = 0; at < OPEN; at += 500)
    sink?.events(Array.from({ length: 500 }, (_, i) => refused(at + i, nowMs - (OPEN - at - i) * 100)));
  await until("all are missed", () => (centre.snapshot().recoveries.open === OPEN ? true : null), 60_000);
});
test.afterAll(() => centre.close());

async function timed(act: () => Promise<unknown>): Promise<number> {
  const fromMs = performance.now();
  await act();
  return performance.now() - fromMs;
}

async function list(query: string): Promise<MissedPage> {
  const response = await fetch(`${centre.url}/api/v1/missed?${query}`);
  return (await response.json()) as MissedPage;
}

test("[RE10] with ten thousand open each list is answered within 50 ms, while more are missed", async () => {
  expect((await list("list=open&limit=1")).total).toBe(OPEN);
  const plainMs: number[] = [];
  const listMs: number[] = [];
  const foldMs: number[] = [];
  for (let at = 0; at < ASKED; at += 1) {
    plainMs.push(await timed(() => fetch(`${centre.url}/healthz`).then((response) => response.text())));
    // Each is about another board than the one before: somebody more was missed meanwhile.
    sink?.events([refused(OPEN + at, systemClock.nowMs())]);
    foldMs.push(
      await timed(() =>
        until("he is on the board", () => (centre.snapshot().recoveries.open > OPEN + at ? true : null)),
      ),
    );
    listMs.push(await timed(() => list(`list=open&offset=${at * 100}&limit=100`)));
  }
  const [plain, fold, answered] = [plainMs, foldMs, listMs].map((times) => percentile(times, 0.95));
  const median = percentile(listMs, 0.5);
  console.log(
    `with ${OPEN} open, p95: a list ${answered?.toFixed(1)} ms (median ${median?.toFixed(1)}), a plain answer ${plain?.toFixed(1)} ms; ` +
      `on the board (looked at each 50 ms) ${fold?.toFixed(1)} ms`,
  );
  // A machine whose plainest answer takes longer is busy with something else, and lists take longer in the same measure.
  const busy = Math.min(MOST_BUSY, Math.max(1, (plain ?? 0) / PLAIN_MS));
  expect(answered).toBeLessThan(AT_MOST_MS * busy);
});
