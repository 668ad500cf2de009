import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KeptEvent, LoggedEvent } from "../events";
import { boardOf, newFold, siteOf } from "../testing/scenario";
import { agentId, callerAlias, contactId, queueId, sourceId } from "../vocabulary";
import { advanceTo } from "./advance";
import { applyEvent } from "./fold";
import type { Fold } from "./fold-state";
import { foldToText, restoreFold } from "./fold-text";
import { emptyLedger, mergeLedger } from "./ledger";
import type { BoardSnapshot, Figures } from "./snapshot-types";

const START_MS = Date.parse("2026-11-22T09:00:00Z");
const site = siteOf({ queues: [{ id: "sales" }, { id: "support", target: { thresholdMs: 20_000 } }] });
const SOURCE = sourceId("pbx");

/** What a caller may meet, as seconds after his arrival. */
const callArbitrary = fc.record({
  arrivesS: fc.integer({ min: 0, max: 540 }),
  queue: fc.constantFrom("sales", "support"),
  caller: fc.constantFrom(null, ...["x", "y", "z"].map(callerAlias)),
  waitsS: fc.integer({ min: 0, max: 130 }),
  ends: fc.constantFrom(
    "answered",
    "abandoned",
    "overflowed",
    "lost",
    "refused",
    "waiting",
    "answered after key",
    "to support",
    "answered by two",
  ),
  agent: fc.constantFrom("ana", "ben"),
  rings: fc.integer({ min: 0, max: 2 }),
  talksS: fc.integer({ min: 1, max: 60 }),
});
type Call = typeof callArbitrary extends fc.Arbitrary<infer T> ? T : never;

function eventsOf(call: Call, n: number): LoggedEvent[] {
  const contact = contactId(`c${n}`);
  const visit = (queue: string) => ({ queueId: queueId(queue), contactId: contact, stay: 1 });
  const events: LoggedEvent[] = [];
  const tell = (atS: number, event: KeptEvent) => {
    const atMs = START_MS + atS * 1000 + n;
    events.push({ seq: 0, sourceId: SOURCE, sourceKey: `${n}|${events.length}`, atMs, receivedAtMs: atMs, event });
  };
  const offer = (atS: number, queue: string) =>
    tell(atS, {
      type: "contact.offered",
      ...visit(queue),
      channel: "voice",
      caller: call.caller,
      via: "direct",
    });
  const agent = agentId(call.agent);
  const endsS = call.arrivesS + call.waitsS;
  offer(call.arrivesS, call.queue);
  for (let ring = 0; ring < call.rings; ring += 1) {
    tell(call.arrivesS, { type: "agent.rang-unanswered", ...visit(call.queue), agentId: agent, ringMs: 1 });
  }
  const answer = (queue: string) => {
    tell(endsS, { type: "contact.answered", ...visit(queue), agentId: agent });
    const talkMs = call.talksS * 1000;
    tell(endsS + call.talksS, {
      type: "contact.completed",
      ...visit(queue),
      agentId: agent,
      talkMs,
      holdMs: 0,
      wrapUpMs: null,
      endedBy: "caller",
    });
  };
  const leave = (reason: "key" | "timeout") =>
    tell(endsS, { type: "contact.overflowed", ...visit(call.queue), reason, toQueueId: null });
  switch (call.ends) {
    case "answered":
      answer(call.queue);
      break;
    case "answered after key":
      leave("key");
      answer(call.queue);
      break;
    case "answered by two":
      tell(endsS + 1, { type: "contact.answered", ...visit(call.queue), agentId: agentId("cem") });
      answer(call.queue);
      break;
    case "abandoned":
      tell(endsS, { type: "contact.abandoned", ...visit(call.queue) });
      break;
    case "overflowed":
      leave("timeout");
      break;
    case "refused":
      tell(endsS, {
        type: "contact.refused",
        ...visit(call.queue),
        channel: "voice",
        caller: call.caller,
        reason: "full",
      });
      break;
    case "lost":
      tell(endsS, { type: "contact.lost", ...visit(call.queue) });
      break;
    case "to support":
      leave("timeout");
      if (call.queue === "sales") {
        offer(endsS, "support");
        answer("support");
      }
      break;
    default:
      break;
  }
  return events;
}

const logOf = (calls: readonly Call[]): LoggedEvent[] =>
  calls
    .flatMap(eventsOf)
    .sort((a, b) => a.atMs - b.atMs)
    .map((event, i) => ({ ...event, seq: i + 1 }));

const calls = fc.array(callArbitrary, { minLength: 1, maxLength: 40 });
const END_MS = START_MS + 15 * 60_000;

function folded(log: readonly LoggedEvent[]): Fold {
  const fold = newFold(site);
  for (const event of log) applyEvent(fold, event);
  advanceTo(fold, END_MS);
  return fold;
}
/** All that is shown of a fold: its board, and what the supervisor's desk rests on. */
const seen = (fold: Fold) => ({ board: boardOf(fold), days: deskOf(fold) });

const deskOf = (fold: Fold) => ({
  answers: [...fold.days.values()]
    .flatMap(({ bounds, answers }) =>
      [...answers].flatMap(([id, people]) =>
        [...people].map(([agent, visits]) => `${bounds.day} ${id} ${agent} ${visits}`),
      ),
    )
    .toSorted(),
  calls: [...fold.callers]
    .flatMap(([alias, ofCaller]) =>
      [...ofCaller].map(([key, { arrivedAtMs, answeredAtMs, missed }]) =>
        [alias, key, arrivedAtMs, answeredAtMs, missed].join(" "),
      ),
    )
    .toSorted(),
});

/** The same counted from the visits in memory, without the fold's sums. */
function countedDesk(fold: Fold): ReturnType<typeof deskOf> {
  const answers = new Map<string, number>();
  const callLines: string[] = [];
  for (const [id, source] of fold.sources)
    for (const { contactId: contact, caller, visits } of source.contacts.values()) {
      const answered = visits.flatMap(({ arrivedAtMs, outcome }) =>
        arrivedAtMs !== null && outcome?.kind === "answered" ? [{ arrivedAtMs, outcome }] : [],
      );
      for (const { arrivedAtMs, outcome } of answered) {
        const key = `${fold.calendar.businessDay(arrivedAtMs).day} ${id} ${outcome.agentId}`;
        answers.set(key, (answers.get(key) ?? 0) + 1);
      }
      const arrivedAtMs = Math.min(...visits.map((visit) => visit.arrivedAtMs ?? Infinity));
      if (arrivedAtMs === Infinity || caller === null) continue;
      const answeredAtMs = answered.length === 0 ? null : Math.max(...answered.map(({ outcome }) => outcome.atMs));
      const missed = visits.some((visit) => visit.missed);
      callLines.push([caller, `${id} ${contact}`, arrivedAtMs, answeredAtMs, missed].join(" "));
    }
  return { answers: [...answers].map(([key, visits]) => `${key} ${visits}`).toSorted(), calls: callLines.toSorted() };
}

const conserved = (figures: Figures): void =>
  expect(figures.offered).toBe(
    figures.answered + figures.abandoned + figures.overflowed + figures.unknown + figures.waiting,
  );

const lostAll = ({ missed, missedBy }: Figures): void =>
  expect(missedBy.abandoned + missedBy.overflowed + missedBy.refused).toBe(missed);

/** The same counted from the visits in memory. */
function countedLost(fold: Fold): Figures["missedBy"] {
  const lost = { abandoned: 0, overflowed: 0, refused: 0 };
  for (const { contacts } of fold.sources.values())
    for (const { visits } of contacts.values())
      for (const { missed, outcome } of visits) {
        const kind = outcome?.kind;
        if (missed && (kind === "abandoned" || kind === "overflowed" || kind === "refused")) lost[kind] += 1;
      }
  return lost;
}

const everyFigures = ({ total, queues }: BoardSnapshot): readonly Figures[] =>
  [total, ...queues].flatMap(({ today, window }) => [today, window]);

/** Folds random calls event by event, and looks after each. */
function afterEveryEvent(look: (board: BoardSnapshot, fold: Fold) => void): void {
  fc.assert(
    fc.property(calls, (some) => {
      const fold = newFold(site);
      for (const event of logOf(some)) {
        applyEvent(fold, event);
        advanceTo(fold, event.atMs);
        look(boardOf(fold), fold);
      }
    }),
    { numRuns: 30 },
  );
}

describe("the fold, whatever the calls", () => {
  it("[CO3] conservation holds in every row and the total after every event", () => {
    afterEveryEvent((board) => {
      for (const figures of everyFigures(board)) conserved(figures);
      expect(board.total.today.waiting).toBe(board.total.waiting);
    });
  });

  it("[CO5] how the missed were lost adds up to them, and is what became of their last visits", () => {
    afterEveryEvent((board, fold) => {
      for (const figures of everyFigures(board)) lostAll(figures);
      expect(board.total.today.missedBy).toEqual(countedLost(fold));
    });
  });

  it("[TI5] duplicates and any order within ten minutes give the same board", () => {
    fc.assert(
      fc.property(calls, fc.infiniteStream(fc.nat()), (some, dice) => {
        const log = logOf(some);
        const roll = () => Number(dice.next().value);
        const shuffled = [...log, ...log.filter(() => roll() % 2 === 0)]
          .map((event) => ({ event, at: event.atMs + (roll() % (9 * 60_000)) }))
          .sort((a, b) => a.at - b.at)
          .map(({ event }) => event);
        expect(seen(folded(shuffled))).toEqual(seen(folded(log)));
      }),
      { numRuns: 60 },
    );
  });

  it("folding one by one, with time passing between, equals folding from scratch", () => {
    fc.assert(
      fc.property(calls, (some) => {
        const log = logOf(some);
        const fold = newFold(site);
        for (const event of log) {
          applyEvent(fold, event);
          advanceTo(fold, event.atMs + 500);
        }
        advanceTo(fold, END_MS);
        expect(seen(fold)).toEqual(seen(folded(log)));
      }),
      { numRuns: 60 },
    );
  });

  it("a fold put down as text and taken up again goes on as if nothing had been", () => {
    fc.assert(
      fc.property(calls, fc.nat(), (some, cut) => {
        const log = logOf(some);
        const at = cut % log.length;
        const before = newFold(site);
        for (const event of log.slice(0, at)) applyEvent(before, event);
        advanceTo(before, log[at]?.atMs ?? START_MS);
        const after = restoreFold(foldToText(before), site, before.calendar);
        for (const event of log.slice(at)) applyEvent(after, event);
        advanceTo(after, END_MS);
        expect(after.seq).toBe(log.length);
        expect(seen(after)).toEqual(seen(folded(log)));
      }),
      { numRuns: 60 },
    );
  });

  it("[DK3] [DK5] who answered and what came of each call equal a count of the visits, after every event", () => {
    fc.assert(
      fc.property(calls, (some) => {
        const fold = newFold(site);
        for (const event of logOf(some)) {
          applyEvent(fold, event);
          advanceTo(fold, event.atMs);
          expect(deskOf(fold)).toEqual(countedDesk(fold));
        }
      }),
      { numRuns: 30 },
    );
  });

  it("merging the minutes' cells equals counting the day at once", () => {
    fc.assert(
      fc.property(calls, (some) => {
        for (const day of folded(logOf(some)).days.values())
          for (const queue of day.queues.values()) {
            const merged = emptyLedger();
            for (const cell of queue.cells.values()) mergeLedger(merged, cell);
            const sorted = (ledger: typeof merged) => ({
              ...ledger,
              answeredWaits: [...ledger.answeredWaits].sort((a, b) => a[0] - b[0]),
            });
            expect(sorted(merged)).toEqual(sorted(queue.ledger));
          }
      }),
      { numRuns: 60 },
    );
  });
});
