import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { KeptEvent, LoggedEvent } from "../../lib/events";
import { agentId } from "../../lib/vocabulary";
import type { EventStore, NewEvent } from "./store";
import { NINE_MS, offered } from "./testing/offered";
import { openedStores } from "./testing/opened-stores";
import { describeVisitsContract, NO_VISITS } from "./testing/visits-contract";

const keysOf = (events: readonly { readonly sourceKey: string }[]): string[] => events.map((event) => event.sourceKey);
const withoutSeq = ({ sourceId: source, sourceKey, atMs, receivedAtMs, event }: LoggedEvent): NewEvent => ({
  sourceId: source,
  sourceKey,
  atMs,
  receivedAtMs,
  event,
});
const allOf = (store: EventStore) => store.readAfter(0, 1_000_000);

/** What every event log does, whatever it is made of. `open` gives a new, empty one each time. */
export function describeStoreContract(name: string, open: () => EventStore): void {
  describeVisitsContract(name, open);
  describe(`event log contract: ${name}`, () => {
    const openStore = openedStores(open);

    test("an empty log has no lines, no fold, and starts at 0", async () => {
      const store = openStore();
      expect(await allOf(store)).toEqual([]);
      expect(await store.seqBefore(NINE_MS)).toBe(0);
      expect(await store.loadFold()).toBeNull();
      expect(await store.append([])).toEqual([]);
    });

    test("what is appended is given back and read back whole, in order, with rising seq", async () => {
      const store = openStore();
      const first = await store.append([offered("a"), offered("b", 1_000)]);
      const second = await store.append([offered("c", 2_000)]);
      const lines = await allOf(store);
      expect(lines).toEqual([...first, ...second]);
      expect(lines).toEqual([
        { ...offered("a"), seq: first[0]?.seq },
        { ...offered("b", 1_000), seq: first[1]?.seq },
        { ...offered("c", 2_000), seq: second[0]?.seq },
      ]);
      const seqs = lines.map((line) => line.seq);
      expect(seqs[0]).toBeGreaterThan(0);
      expect(seqs).toEqual([...new Set(seqs)].toSorted((one, other) => one - other));
    });

    test("[TI5] the same key of the same source counts once, the first stays", async () => {
      const store = openStore();
      await store.append([offered("a")]);
      expect(await store.append([offered("a", 5_000)])).toEqual([]);
      expect(keysOf(await store.append([offered("a", 6_000), offered("b"), offered("a")]))).toEqual(["b"]);
      expect((await allOf(store)).map((line) => line.atMs)).toEqual([NINE_MS, NINE_MS]);
    });

    test("[TI5] a batch with a duplicate inside itself keeps the first", async () => {
      const store = openStore();
      const appended = await store.append([offered("a", 1), offered("b", 2), offered("a", 3), offered("c", 4)]);
      expect(appended.map((line) => line.atMs - NINE_MS)).toEqual([1, 2, 4]);
      expect(await allOf(store)).toEqual(appended);
    });

    test("[TI5] the same key of two sources is two facts", async () => {
      const store = openStore();
      expect(await store.append([offered("a", 0, "north"), offered("a", 0, "south")])).toHaveLength(2);
      expect((await allOf(store)).map((line) => line.sourceId)).toEqual(["north", "south"]);
    });

    test("hostile ids and texts stay apart and come back as they were", async () => {
      const store = openStore();
      const keys = [
        "",
        "k",
        "k\0",
        "k\0x",
        "k\ud800",
        "k\ud801",
        "\ufffd",
        '"',
        '"k"',
        "__proto__",
        "constructor",
        "😀'; --",
      ];
      const batch = keys.flatMap((key) => [offered(key, 0, "pbx"), offered(key, 0, `s${key}`)]);
      expect(await store.append(batch)).toHaveLength(batch.length);
      expect((await allOf(store)).map(withoutSeq)).toEqual(batch);
      expect(await store.append(batch)).toEqual([]);
    });

    test("instants with fractions of a millisecond, and far ones, come back as they were", async () => {
      const store = openStore();
      const instants = [0, -1, 0.1 + 0.2, NINE_MS + 0.123, NINE_MS + 1 / 3, 8.64e15, Number.MAX_SAFE_INTEGER];
      await store.append(instants.map((atMs, n) => ({ ...offered(`k${n}`), atMs, receivedAtMs: atMs })));
      expect((await allOf(store)).map((line) => line.atMs)).toEqual(instants);
      expect((await allOf(store)).map((line) => line.receivedAtMs)).toEqual(instants);
    });

    test("a long text survives", async () => {
      const store = openStore();
      const reason = "coffee ".repeat(40_000);
      const event: KeptEvent = {
        type: "agent.state-changed",
        agentId: agentId("PJSIP/101"),
        queueId: null,
        state: "paused",
        reason,
        sinceAtMs: NINE_MS,
      };
      await store.append([{ ...offered("long"), event }]);
      expect((await allOf(store))[0]?.event).toEqual(event);
    });

    test("reading goes on after a seq, up to the limit", async () => {
      const store = openStore();
      const lines = await store.append(Array.from({ length: 450 }, (_, n) => offered(`k${n}`, n)));
      expect(await store.readAfter(0, 100)).toEqual(lines.slice(0, 100));
      expect(await store.readAfter(lines[99]?.seq ?? 0, 100)).toEqual(lines.slice(100, 200));
      expect(await store.readAfter(lines[399]?.seq ?? 0, 100)).toEqual(lines.slice(400));
      expect(await store.readAfter(lines[449]?.seq ?? 0, 100)).toEqual([]);
      expect(await store.readAfter(0, 0)).toEqual([]);
    });

    test("reading starts at the first line of an instant: the moment before, itself, after, and past the end", async () => {
      const store = openStore();
      // Out of order: what happened at 2,000 was heard before what happened at 1,000.
      await store.append([offered("a", 0), offered("b", 2_000), offered("c", 1_000), offered("d", 3_000)]);
      const firstFrom = async (afterMs: number) =>
        (await store.readAfter(await store.seqBefore(NINE_MS + afterMs), 1))[0]?.sourceKey ?? null;
      expect(await firstFrom(-1)).toBe("a");
      expect(await firstFrom(0)).toBe("a");
      expect(await firstFrom(1)).toBe("b");
      expect(await firstFrom(2_000)).toBe("b");
      expect(await firstFrom(2_001)).toBe("d");
      expect(await firstFrom(3_000)).toBe("d");
      expect(await firstFrom(3_001)).toBeNull();
    });

    test("the sources that told something are known by name, however they are called", async () => {
      const store = openStore();
      expect(await store.sourceIds()).toEqual([]);
      const ids = ["pbx", "", "s\0", "s\0x", '"', "__proto__"];
      await store.append([...ids, "pbx"].map((id, n) => offered(`k${n}`, 0, id)));
      expect(new Set(await store.sourceIds())).toEqual(new Set(ids));
    });

    test("the fold is kept as saved last", async () => {
      const store = openStore();
      await store.saveFold({ seq: 7, version: "1", text: '{"a":1}' }, NO_VISITS);
      expect(await store.loadFold()).toEqual({ seq: 7, version: "1", text: '{"a":1}' });
      const large = "ü".repeat(500_000);
      await store.saveFold({ seq: 9, version: "2", text: large }, NO_VISITS);
      expect(await store.loadFold()).toEqual({ seq: 9, version: "2", text: large });
    });

    test("a closed log rejects everything but being closed again", async () => {
      const store = openStore();
      await store.append([offered("a")]);
      await store.close();
      await expect(store.append([offered("b")])).rejects.toThrow("The event log is closed");
      await expect(store.readAfter(0, 1)).rejects.toThrow("closed");
      await expect(store.seqBefore(0)).rejects.toThrow("closed");
      await expect(store.saveFold({ seq: 1, version: "1", text: "" }, NO_VISITS)).rejects.toThrow("closed");
      await expect(store.loadFold()).rejects.toThrow("closed");
      await store.close();
    });

    test("[TI5] any sequence of batches, however much they repeat, is the set of first tellings", async () => {
      const told = fc.tuple(fc.constantFrom("north", "south"), fc.integer({ min: 0, max: 60 }), fc.nat(1_000));
      const batches = fc.array(fc.array(told, { maxLength: 160, size: "max" }), { maxLength: 8 });
      await fc.assert(
        fc.asyncProperty(batches, async (plan) => {
          const store = open();
          try {
            await expectFirstTellings(
              store,
              plan.map((batch) => batch.map(([source, key, ms]) => offered(`k${key}`, ms, source))),
            );
          } finally {
            await store.close();
          }
        }),
        { numRuns: 40 },
      );
    });
  });
}

/** Appends batch by batch and compares with a plain set, after every batch and at the end. */
async function expectFirstTellings(store: EventStore, batches: readonly (readonly NewEvent[])[]): Promise<void> {
  const seen = new Set<string>();
  const expected: NewEvent[] = [];
  for (const batch of batches) {
    const fresh = batch.filter(({ sourceId: source, sourceKey }) => {
      const name = `${source} ${sourceKey}`;
      return !seen.has(name) && seen.add(name);
    });
    expected.push(...fresh);
    expect((await store.append(batch)).map(withoutSeq)).toEqual(fresh);
  }
  const lines = await allOf(store);
  expect(lines.map(withoutSeq)).toEqual(expected);
  expect(lines.every((line, index) => line.seq > (lines[index - 1]?.seq ?? 0))).toBe(true);
}
