import { describe, expect, it } from "vitest";
import type { OpenHours } from "../../config";
import { createInboxTimeline } from "../../testing/inbox-timeline";
import { randomOf } from "../../testing/random";
import { instant } from "../../testing/scenario";
import { callerAlias, queueId } from "../../vocabulary";
import type { InboxTelling } from "./inbox-types";

const SEEDS = Array.from({ length: 12 }, (_, seed) => seed + 1);
const CALLERS = ["zoe", "max", "eva", "kim", "lou", null, null];
const NINE_TO_NOON: OpenHours = {
  weekly: Array.from({ length: 7 }, () => [{ fromMinute: 540, toMinute: 720 }]),
  closedDates: [],
};
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const START_MS = instant("08:00:00");
const END_MS = instant("16:00:00", "2026-11-23");

const timeOf = (atMs: number) =>
  [new Date(atMs).toISOString().slice(11, 23), new Date(atMs).toISOString().slice(0, 10)] as const;

type Told = { readonly atMs: number; readonly telling: InboxTelling };

/** A day and a half in which callers try, are answered, called and closed, and the server starts anew now and then. */
function lived(seed: number, hours: OpenHours | null) {
  const random = randomOf(seed);
  const timeline = createInboxTimeline(hours === null ? {} : { hours });
  for (let contact = 0; contact < 80; contact += 1) {
    const atMs = START_MS + random(26 * 60) * MINUTE_MS + random(60_000);
    const caller = CALLERS[random(CALLERS.length)] ?? null;
    const queue = random(3) === 0 ? "sales" : "support";
    timeline.at(...timeOf(atMs)).offered(`c${contact}`, queue, caller);
    const end = timeline.at(...timeOf(atMs + 6_000 + random(120_000)));
    const isAnswered = random(4) === 0;
    if (isAnswered) end.answered(`c${contact}`, queue);
    else end.abandoned(`c${contact}`, queue);
    const later = timeline.at(...timeOf(atMs + random(3 * HOUR_MS) + 130_000));
    if (random(5) === 0 && caller !== null)
      later.told({ type: "outbound.answered", caller: callerAlias(caller), agentId: null });
    if (random(6) === 0)
      later.told({
        type: "recovery.closed",
        missedKey: timeline.missedKey(`c${contact}`),
        by: { accountId: "a1", name: "Ada" },
        result: "no-answer",
      });
  }
  const told: Told[] = [];
  const wrong: string[] = [];
  for (let nowMs = START_MS; nowMs <= END_MS; nowMs += 1_000) {
    if (random(5_000) === 0) timeline.restart();
    if (random(8_000) === 0) nowMs += random((3 * HOUR_MS) / 1_000) * 1_000;
    for (const telling of timeline.look(nowMs)) {
      told.push({ atMs: nowMs, telling });
      for (const { key } of telling.callers)
        if (timeline.fold.recoveries.open.get(key)?.end !== null) wrong.push(`${nowMs} ${telling.kind} ${key}`);
    }
  }
  return { told, wrong, fold: timeline.fold };
}

const repeated = (all: readonly string[]): readonly string[] => all.filter((one, index) => all.indexOf(one) !== index);

describe.each([
  ["always open", null],
  ["nine to noon", NINE_TO_NOON],
])("[RE60] [RE61] [RE62] [RE63] whatever happens, %s", (_, hours) => {
  it.each(SEEDS)(
    "seed %i: nothing twice, nothing that has ended, nobody more than once an hour, and nobody forgotten",
    (seed) => {
      const { told, wrong, fold } = lived(seed, hours);
      expect(wrong).toEqual([]);
      expect(told.length).toBeGreaterThan(5);
      const keysOf = (kind: string): readonly string[] =>
        told.flatMap(({ telling }) => (telling.kind === kind ? telling.callers.map(({ key }) => key) : []));
      for (const kind of ["morning", "due-soon", "overdue"]) expect(repeated(keysOf(kind))).toEqual([]);

      const last = new Map<string | null, Told>();
      for (const one of told) {
        if (one.telling.kind !== "missed") continue;
        const caller = one.telling.callers[0]?.caller ?? null;
        const before = last.get(caller);
        if (before !== undefined) expect(one.atMs - before.atMs).toBeGreaterThanOrEqual(HOUR_MS);
        last.set(caller, one);
      }
      const everybody = new Set(told.flatMap(({ telling }) => telling.callers.map(({ key }) => key)));
      const forgotten = [...fold.recoveries.open.values()].filter(
        ({ key, firstMissedAtMs, queueId: queue }) =>
          !everybody.has(key) &&
          fold.calendar.isOpen(fold.queues.get(queueId(queue))?.config.hours ?? null, firstMissedAtMs),
      );
      expect(forgotten.filter(({ firstMissedAtMs }) => firstMissedAtMs < END_MS - 2 * HOUR_MS)).toEqual([]);
    },
  );
});
