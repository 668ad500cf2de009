import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareNewestFirst, positionOf, type VisitPosition, type VisitRecord } from "../../../lib/desk/visit-record";
import {
  agentId,
  callerAlias,
  contactId,
  type QueueId,
  queueId,
  type SourceId,
  sourceId,
} from "../../../lib/vocabulary";
import type { EventStore, VisitQuery, VisitsToKeep } from "../store";
import { NINE_MS } from "./offered";
import { openedStores } from "./opened-stores";

export const NO_VISITS: VisitsToKeep = { visits: [], replaces: null };
const FOLD = { seq: 1, version: "1", text: "{}" };
const PBX = sourceId("pbx");

/** A call answered after 20 s, arrived at 09:00 plus `afterMs`. */
export function answeredVisit(contact: string, afterMs = 0, change: Partial<VisitRecord> = {}): VisitRecord {
  const arrivedAtMs = NINE_MS + afterMs;
  return {
    sourceId: PBX,
    contactId: contactId(contact),
    queueId: queueId("sales"),
    stay: 1,
    arrivedAtMs,
    inHours: true,
    outcome: { kind: "answered", atMs: arrivedAtMs + 20_000, agentId: agentId("PJSIP/101") },
    waitMs: 20_000,
    talking: false,
    talkMs: 60_000,
    overdue: false,
    missed: false,
    elsewhere: null,
    caller: callerAlias("dYb3nQ0w5xkVJv1mC2sT7A"),
    ...change,
  };
}

const keep = (store: EventStore, visits: readonly VisitRecord[], replaces: VisitsToKeep["replaces"] = null) =>
  store.saveFold(FOLD, { visits, replaces });
const EVERYTHING: VisitQuery = {
  sourceIds: [PBX],
  queueIds: null,
  fromMs: 0,
  toMs: Number.MAX_SAFE_INTEGER,
  after: null,
  limit: 1_000_000,
};
const read = (store: EventStore, query: Partial<VisitQuery> = {}) => store.readVisits({ ...EVERYTHING, ...query });
const queues = (...ids: readonly string[]): readonly QueueId[] => ids.map(queueId);
const namesOf = (visits: readonly VisitRecord[]): readonly string[] => visits.map((visit) => visit.contactId);

/** What every store does with visits that have left memory. */
export function describeVisitsContract(name: string, open: () => EventStore): void {
  describe(`kept visits contract: ${name}`, () => {
    const openStore = openedStores(open);

    test("[BF4] visits are kept with the fold and come back whole, the newest arrival first", async () => {
      const store = openStore();
      expect(await read(store)).toEqual([]);
      const visits = [
        answeredVisit("a"),
        answeredVisit("b", 2_000, { outcome: { kind: "refused", atMs: NINE_MS, reason: "full" }, waitMs: 0 }),
        answeredVisit("c", 1_000, { caller: null, elsewhere: "missed", talkMs: null }),
      ];
      await keep(store, visits);
      expect(await read(store)).toEqual([visits[1], visits[2], visits[0]]);
      expect(await store.loadFold()).toEqual(FOLD);
    });

    test("[BF4] the same visit kept again is replaced; the contact that counts anew is another", async () => {
      const store = openStore();
      await keep(store, [answeredVisit("a"), answeredVisit("b")]);
      const corrected = answeredVisit("a", 0, { talkMs: 70_000 });
      const anew = answeredVisit("a", 7_200_000);
      await keep(store, [corrected, anew, answeredVisit("a", 0, { stay: 2 })]);
      const visits = await read(store);
      expect(visits).toHaveLength(4);
      expect(visits).toContainEqual(corrected);
      expect(visits[0]).toEqual(anew);
    });

    test("[BF4] a fold begun anew replaces what another kept of its sources since then, nobody else's", async () => {
      const store = openStore();
      const other = sourceId("other");
      await keep(store, [
        answeredVisit("before", -1),
        answeredVisit("same"),
        answeredVisit("gone", 5_000),
        answeredVisit("theirs", 5_000, { sourceId: other }),
      ]);
      await keep(store, [answeredVisit("same"), answeredVisit("new", 6_000)], { sourceIds: [PBX], fromMs: NINE_MS });
      const visits = await read(store, { sourceIds: [PBX, other] });
      expect(namesOf(visits)).toEqual(["new", "theirs", "same", "before"]);
    });

    test("reading keeps to sources, queues and the time: its first instant in it, its last not", async () => {
      const store = openStore();
      const other = sourceId("other");
      await keep(store, [
        answeredVisit("sales", 0),
        answeredVisit("support", 1_000, { queueId: queueId("support") }),
        answeredVisit("orders", 2_000, { queueId: queueId("orders") }),
        answeredVisit("theirs", 3_000, { sourceId: other }),
      ]);
      expect(namesOf(await read(store))).toEqual(["orders", "support", "sales"]);
      expect(namesOf(await read(store, { sourceIds: [other] }))).toEqual(["theirs"]);
      expect(namesOf(await read(store, { queueIds: queues("support") }))).toEqual(["support"]);
      expect(namesOf(await read(store, { queueIds: queues("sales", "orders", "none") }))).toEqual(["orders", "sales"]);
      expect(await read(store, { queueIds: [] })).toEqual([]);
      const between = await read(store, { fromMs: NINE_MS + 1_000, toMs: NINE_MS + 2_000 });
      expect(namesOf(between)).toEqual(["support"]);
      expect(namesOf(await read(store, { toMs: NINE_MS + 2_001 }))).toEqual(["orders", "support", "sales"]);
    });

    test("hostile ids and instants with fractions stay apart and come back as they were", async () => {
      const store = openStore();
      const texts = ["", "k", "k\0", "k\0x", "k\ud800", "k\ud801", "\ufffd", '"', '"k"', "__proto__", "ü", "😀'; --"];
      const visits = texts.flatMap((text, n) => [
        answeredVisit(text, n / 3),
        answeredVisit("c", n / 3, { queueId: queueId(`q${text}`), sourceId: sourceId(`s${text}`) }),
      ]);
      await keep(store, visits);
      const sourceIds: readonly SourceId[] = [PBX, ...texts.map((text) => sourceId(`s${text}`))];
      const kept = await read(store, { sourceIds });
      expect(kept).toHaveLength(visits.length);
      for (const visit of visits) {
        expect(kept).toContainEqual(visit);
        const { queueId: queue, sourceId: source } = visit;
        expect(await read(store, { sourceIds: [source], queueIds: [queue] })).toContainEqual(visit);
      }
    });

    test("[BF6] page after page gives each visit once, in order, whatever arrives at the same instant", async () => {
      const few = { maxLength: 60, size: "max" } as const;
      const told = fc.tuple(fc.constantFrom("a", "b", "ü", "\u{10000}", "\ufffd"), fc.nat(5), fc.nat(3));
      await fc.assert(
        fc.asyncProperty(fc.array(told, few), fc.integer({ min: 1, max: 7 }), async (plan, limit) => {
          const store = open();
          try {
            await keep(
              store,
              plan.map(([text, ms, stay]) => answeredVisit(text, ms, { stay })),
            );
            const whole = await read(store);
            const sorted = [...whole].sort((a, b) => compareNewestFirst(positionOf(a), positionOf(b)));
            expect(whole).toEqual(sorted);
            expect(whole).toHaveLength(new Set(plan.map(String)).size);
            const paged: VisitRecord[] = [];
            for (let after: VisitPosition | null = null; ;) {
              const page: readonly VisitRecord[] = await read(store, { after, limit });
              paged.push(...page);
              const last = page.at(-1);
              if (last === undefined || page.length < limit) break;
              after = positionOf(last);
            }
            expect(paged).toEqual(whole);
          } finally {
            await store.close();
          }
        }),
        { numRuns: 30 },
      );
    });

    test("[PV7] a caller's visits are found whatever source and queue, the newest first, from an instant on, and nobody else's", async () => {
      const store = openStore();
      const [anna, ben] = [callerAlias("AAAAAAAAAAAAAAAA"), callerAlias("BBBBBBBBBBBBBBBB")];
      await keep(store, [
        answeredVisit(anna, 0, { caller: ben }),
        answeredVisit("old", -1, { caller: anna }),
        answeredVisit("sales", 0, { caller: anna }),
        answeredVisit("theirs", 1_000, { caller: anna, sourceId: sourceId("other"), queueId: queueId("orders") }),
        answeredVisit("withheld", 2_000, { caller: null }),
      ]);
      expect(namesOf(await store.visitsOf(anna, NINE_MS))).toEqual(["theirs", "sales"]);
      expect(await store.visitsOf(ben, NINE_MS)).toEqual([answeredVisit(anna, 0, { caller: ben })]);
      expect(await store.visitsOf(callerAlias("nobody"), 0)).toEqual([]);
    });

    test("[BF4] forgetting takes the oldest first, at most so many: the moment before goes, the instant itself stays", async () => {
      const store = openStore();
      await keep(
        store,
        [3_000, 1_000, 2_000, 999].map((ms) => answeredVisit(`v${ms}`, ms)),
      );
      expect(await store.pruneVisits(NINE_MS + 999, 10)).toBe(0);
      expect(await store.pruneVisits(NINE_MS + 3_000, 2)).toBe(2);
      expect(namesOf(await read(store))).toEqual(["v3000", "v2000"]);
      expect(await store.pruneVisits(NINE_MS + 3_000, 10)).toBe(1);
      expect(namesOf(await read(store))).toEqual(["v3000"]);
    });

    test("a day's visits are kept at once, and a closed store rejects", async () => {
      const store = openStore();
      const day = Array.from({ length: 1_237 }, (_, n) => answeredVisit(`c${n}`, n * 60));
      await keep(store, day);
      expect(await read(store)).toHaveLength(day.length);
      await store.close();
      await expect(keep(store, day)).rejects.toThrow("closed");
      await expect(read(store)).rejects.toThrow("closed");
      await expect(store.pruneVisits(NINE_MS, 1)).rejects.toThrow("closed");
    });
  });
}
