import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { NewAlertRule, PreviewFiring } from "../../../lib/alerts/alert-api";
import type { AlertRule } from "../../../lib/alerts/alert-rule";
import { createCalendar } from "../../../lib/calendar";
import { dayKey, sourceId } from "../../../lib/vocabulary";
import { createMemoryStore } from "../../store/memory";
import type { NewEvent } from "../../store/store";
import { floorSite, NINE_MS, openWatchedFloor, THREE_WAIT, type WatchedFloor } from "../testing/watched-floor";
import { boundsOf, previewRule } from "./preview-rule";

const EVERYTHING = { queueIds: null, sourceIds: null };
const DAY_MS = 86_400_000;
const RULES: readonly AlertRule[] = [
  THREE_WAIT,
  {
    ...THREE_WAIT,
    id: "wait",
    name: "Wait",
    condition: { kind: "longest-wait", raise: 40_000, clear: 20_000 },
    forMs: 0,
  },
  {
    ...THREE_WAIT,
    id: "level",
    name: "Level",
    condition: { kind: "service-level", longMinutes: 5, shortMinutes: 2, burn: 2 },
    forMs: 0,
    keepFiringMs: 60_000,
  },
  {
    ...THREE_WAIT,
    id: "site",
    name: "Site",
    scope: { kind: "site" },
    condition: { kind: "waiting", raise: 5, clear: 2 },
  },
  { ...THREE_WAIT, id: "silent", name: "Silent", scope: { kind: "site" }, condition: { kind: "no-data" } },
];

let folder = "";
let floor: WatchedFloor;
beforeEach(async () => {
  vi.useFakeTimers({ now: NINE_MS });
  folder = mkdtempSync(join(tmpdir(), "pickup-preview-"));
  floor = await openWatchedFloor({ folder, rules: RULES });
});
afterEach(async () => {
  await floor.stop();
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

/** Twenty busy minutes and ten quiet ones, the same each time. */
async function liveThroughAMorning(): Promise<void> {
  let state = 7;
  const random = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const waiting: { queue: string; contact: string }[] = [];
  for (let second = 0; second < 1_800; second += 1) {
    const isBusy = second < 1_200;
    if (isBusy && random(12) === 0) {
      const caller = { queue: random(3) === 0 ? "sales" : "support", contact: `c${second}` };
      waiting.push(caller);
      floor.offered(caller.queue, caller.contact);
    }
    if (random(isBusy ? 14 : 3) === 0) {
      const [next] = waiting.splice(0, 1);
      if (next !== undefined) floor.answered(next.queue, next.contact);
    }
    await floor.pass(1);
  }
}

function liveFirings(ruleId: string): readonly PreviewFiring[] {
  const past = floor.alerts.past(EVERYTHING, null, 200).past.map((alert) => ({ ...alert }));
  const firing = floor.alerts.firing().map((alert) => ({ ...alert, resolvedAtMs: null }));
  return [...past, ...firing]
    .filter((alert) => alert.ruleId === ruleId)
    .map(({ subjectName, firedAtMs, resolvedAtMs, muted }) => ({ subjectName, firedAtMs, resolvedAtMs, muted }))
    .sort(byTime);
}
const byTime = (one: PreviewFiring, other: PreviewFiring): number =>
  one.firedAtMs - other.firedAtMs || (one.subjectName < other.subjectName ? -1 : 1);

const withoutId = ({ id: _id, ...rule }: AlertRule): NewAlertRule => rule;

describe("[AL48] a preview", () => {
  test("gives what the engine did on the same log, to the second, rule by rule", { timeout: 60_000 }, async () => {
    await liveThroughAMorning();
    vi.useFakeTimers({ now: NINE_MS + DAY_MS, toFake: ["Date"] });
    let all = 0;
    for (const rule of RULES) {
      const preview = await floor.alerts.preview(withoutId(rule), null);
      expect(preview?.day).toBe("2026-11-22");
      const live = liveFirings(rule.id);
      expect([rule.id, preview?.firings.toSorted(byTime)]).toEqual([rule.id, live]);
      all += live.length;
    }
    expect(all).toBeGreaterThan(5);
  });

  test("of a day of which the log tells nothing says so", async () => {
    vi.useFakeTimers({ now: NINE_MS + DAY_MS, toFake: ["Date"] });
    const day = dayKey("2026-11-20");
    expect(await floor.alerts.preview(withoutId(THREE_WAIT), day)).toEqual({ day, firings: [], auditedMs: 0 });
  });

  test("is made one at a time", async () => {
    vi.useFakeTimers({ now: NINE_MS + DAY_MS, toFake: ["Date"] });
    const first = floor.alerts.preview(withoutId(THREE_WAIT), null);
    expect(await floor.alerts.preview(withoutId(THREE_WAIT), null)).toBeNull();
    expect(await first).not.toBeNull();
  });

  test("of a busy day never keeps the thread for long", { timeout: 120_000 }, async () => {
    vi.useRealTimers();
    const store = createMemoryStore();
    await store.append(busyDay());
    const turns = watchTurns();
    const startedMs = performance.now();
    const parts = {
      store,
      site: floorSite(),
      calendar: createCalendar("UTC", 0),
      sourceIds: [sourceId("pbx")],
      elapsedMs: () => performance.now(),
    };
    const rule = {
      ...THREE_WAIT,
      condition: { kind: "service-level", longMinutes: 15, shortMinutes: 5, burn: 5 },
    } as const;
    const preview = await previewRule(parts, rule, dayKey("2026-11-22"), NINE_MS + DAY_MS);
    const p90Ms = turns.p90Ms();
    console.log(
      `a day of 6,000 calls: ${preview.firings.length} firings in ${Math.round(performance.now() - startedMs)} ms; a turn took ${p90Ms.toFixed(1)} ms of the processor (p90)`,
    );
    expect(preview.auditedMs).toBeGreaterThan(7 * 3_600_000);
    expect(p90Ms).toBeLessThan(20);
  });
});

/** How much of the processor each turn of the event loop takes: however busy the machine is, that is ours. */
function watchTurns() {
  const tookMs: number[] = [];
  let isWatching = true;
  let last = process.cpuUsage();
  const turn = (): void => {
    const { user, system } = process.cpuUsage(last);
    last = process.cpuUsage();
    tookMs.push((user + system) / 1_000);
    if (isWatching) setImmediate(turn);
  };
  setImmediate(turn);
  return {
    p90Ms: (): number => {
      isWatching = false;
      const sorted = tookMs.toSorted((one, other) => one - other);
      return sorted[Math.floor(sorted.length * 0.9)] ?? 0;
    },
  };
}

/** Six thousand calls from nine to five, each answered or not after a while. */
function busyDay(): readonly NewEvent[] {
  const events: NewEvent[] = [];
  const pbx = sourceId("pbx");
  for (let call = 0; call < 6_000; call += 1) {
    const atMs = NINE_MS + call * 4_800;
    const visit = { queueId: call % 3 === 0 ? "sales" : "support", contactId: `c${call}`, stay: 1 };
    const add = (laterMs: number, event: object): void => {
      const whenMs = atMs + laterMs;
      const line = { sourceId: pbx, sourceKey: `${call} ${laterMs}`, atMs: whenMs, receivedAtMs: whenMs, event };
      events.push(line as unknown as NewEvent);
    };
    add(0, { type: "contact.offered", ...visit, channel: "voice", caller: null, via: "direct" });
    const waitMs = (call % 40) * 2_500 + 100;
    add(
      waitMs,
      call % 10 === 0 ? { type: "contact.abandoned", ...visit } : { type: "contact.answered", ...visit, agentId: "a" },
    );
  }
  return events.toSorted((one, other) => one.receivedAtMs - other.receivedAtMs);
}

test.each([
  ["UTC", 0, "2026-11-22", "2026-11-22T00:00:00Z"],
  ["Europe/Berlin", 240, "2026-11-22", "2026-11-22T03:00:00Z"],
  ["Pacific/Kiritimati", 0, "2026-11-22", "2026-11-21T10:00:00Z"],
  ["Pacific/Pago_Pago", 1_380, "2026-11-22", "2026-11-23T10:00:00Z"],
])("[AL48] the business day in %s, from minute %d: %s", (zone, startsAt, day, from) => {
  const bounds = boundsOf({ calendar: createCalendar(zone, startsAt) }, dayKey(day));
  expect([bounds.day, new Date(bounds.startMs).toISOString()]).toEqual([day, from.replace("Z", ".000Z")]);
});
