import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OpenHours } from "../config";
import type { KeptEvent, LoggedEvent, OverflowReason } from "../events";
import { advanceTo, hearFrom } from "../metrics/advance";
import { applyEvent } from "../metrics/fold";
import type { Fold } from "../metrics/fold-state";
import { foldToText, restoreFold } from "../metrics/fold-text";
import { PERIODS, sidesOfFigures, sidesOfVisits } from "../testing/behind-figures";
import { newFold, siteOf } from "../testing/scenario";
import { agentId, callerAlias, contactId, queueId, sourceId } from "../vocabulary";
import { periodOf, visitsInFold } from "./contact-list";

/** Open from 09:10: the callers of the first ten minutes are out of hours. */
const fromTen = { fromMinute: 9 * 60 + 10, toMinute: 24 * 60 };
const HOURS: OpenHours = { weekly: Array.from({ length: 7 }, () => [fromTen]), closedDates: [] };
const START_MS = Date.parse("2026-11-22T09:00:00Z");
const SOURCE = sourceId("pbx");
const QUEUES = ["sales", "support", "orders", "service"] as const;
const SITE = siteOf({
  queues: [
    { id: "sales", hours: HOURS },
    { id: "support", target: { thresholdMs: 20_000, formula: "answered-only" } },
    { id: "orders", target: { formula: "abandons-after-threshold", shortAbandonMs: 30_000, thresholdMs: 25_000 } },
    { id: "service", target: { formula: "credit-abandons-within-threshold", thresholdMs: 30_000 } },
  ],
});

const stepArbitrary = fc.record({
  queue: fc.constantFrom(...QUEUES),
  waitsS: fc.oneof(fc.integer({ min: 0, max: 130 }), fc.constantFrom(5, 20, 25, 30, 60)),
  ends: fc.constantFrom("answered", "abandoned", "overflowed", "refused", "lost", "lost and listed", "waiting"),
  reason: fc.constantFrom<OverflowReason>("timeout", "key", "empty", "withdrawn", "transferred"),
  talksS: fc.oneof(fc.integer({ min: 0, max: 900 }), fc.constantFrom("goes on", "untold")),
  rings: fc.integer({ min: 0, max: 2 }),
});
/** A caller goes from queue to queue, through the same one twice if it comes so. */
const callArbitrary = fc.record({
  arrivesS: fc.integer({ min: 0, max: 50 * 60 }),
  caller: fc.constantFrom(null, ...["x", "y"].map(callerAlias)),
  steps: fc.array(stepArbitrary, { minLength: 1, maxLength: 3 }),
});
type Call = typeof callArbitrary extends fc.Arbitrary<infer T> ? T : never;

function eventsOf(call: Call, n: number): LoggedEvent[] {
  const events: LoggedEvent[] = [];
  const tell = (atS: number, event: KeptEvent) => {
    const atMs = START_MS + atS * 1000 + n;
    events.push({ seq: 0, sourceId: SOURCE, sourceKey: `${n}|${events.length}`, atMs, receivedAtMs: atMs, event });
  };
  const agent = agentId("ana");
  let atS = call.arrivesS;
  const { caller } = call;
  call.steps.forEach(({ queue, waitsS, ends, reason, talksS, rings }, stay) => {
    const visit = { queueId: queueId(queue), contactId: contactId(`c${n}`), stay };
    const endsS = atS + waitsS;
    if (ends === "refused") {
      tell(atS, { type: "contact.refused", ...visit, channel: "voice", caller, reason: "full" });
      return;
    }
    tell(atS, { type: "contact.offered", ...visit, channel: "voice", caller, via: "direct" });
    for (let ring = 0; ring < rings; ring += 1) {
      tell(atS, { type: "agent.rang-unanswered", ...visit, agentId: agent, ringMs: 1 });
    }
    atS = endsS;
    if (ends === "abandoned") tell(endsS, { type: "contact.abandoned", ...visit });
    if (ends === "overflowed") tell(endsS, { type: "contact.overflowed", ...visit, reason, toQueueId: null });
    if (ends === "lost" || ends === "lost and listed") tell(endsS, { type: "contact.lost", ...visit });
    if (ends === "lost and listed") tell(endsS + 1, { type: "contact.still-waiting", ...visit });
    if (ends !== "answered") return;
    tell(endsS, { type: "contact.answered", ...visit, agentId: agent });
    if (talksS === "goes on") return;
    const talkMs = talksS === "untold" ? null : talksS * 1000;
    const ending = { agentId: agent, talkMs, holdMs: null, wrapUpMs: null, endedBy: "caller" } as const;
    tell(endsS + (talksS === "untold" ? 60 : talksS), { type: "contact.completed", ...visit, ...ending });
  });
  return events;
}

const logs = fc.array(callArbitrary, { minLength: 1, maxLength: 40 }).map((calls) =>
  calls
    .flatMap(eventsOf)
    .sort((a, b) => a.atMs - b.atMs)
    .map((event, i) => ({ ...event, seq: i + 1 })),
);

function expectSame(fold: Fold): void {
  for (const minutes of PERIODS) {
    const visits = visitsInFold(fold, { queueIds: null, period: periodOf(fold, minutes), after: null });
    for (const { config } of fold.queues.values()) {
      const where = { queue: config.id, minutes };
      expect({ ...where, ...sidesOfVisits(fold, config.id, visits) }).toEqual({
        ...where,
        ...sidesOfFigures(fold, config.id, minutes),
      });
    }
  }
}
function pass(fold: Fold, atMs: number): void {
  hearFrom(fold, SOURCE, atMs);
  advanceTo(fold, atMs);
}

describe("figures and the list behind them, whatever the calls", () => {
  it("[BF1] never disagree, event by event and when hours pass and contacts leave memory", () => {
    fc.assert(
      fc.property(logs, (log) => {
        const fold = newFold(SITE);
        log.forEach((event, i) => {
          applyEvent(fold, event);
          pass(fold, event.atMs + 500);
          if (i % 7 === 0) expectSame(fold);
        });
        const endMs = log.at(-1)?.atMs ?? START_MS;
        for (const minutes of [0, 1, 14, 30, 180, 300, 800]) {
          pass(fold, endMs + minutes * 60_000);
          expectSame(fold);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("[BF4] a fold taken up again from its text, with the visits that left memory kept beside it, says the same", () => {
    fc.assert(
      fc.property(logs, fc.integer({ min: 0, max: 300 }), (log, minutes) => {
        const before = newFold(SITE);
        for (const event of log) applyEvent(before, event);
        pass(before, (log.at(-1)?.atMs ?? START_MS) + minutes * 60_000);
        const after = restoreFold(foldToText(before), SITE, before.calendar);
        expect(after.retired).toEqual([]);
        after.retired.push(...before.retired);
        pass(after, before.nowMs + 60_000);
        expectSame(after);
      }),
      { numRuns: 30 },
    );
  });
});
