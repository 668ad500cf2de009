import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BoardSnapshot, QueueRow } from "../metrics/snapshot-types";
import { sampleRow, sampleSnapshot, withCallerMore } from "../testing/board-samples";
import { boardId, queueId } from "../vocabulary";
import { applyDelta, diffSnapshots, type BoardDelta } from "./delta";

/** As the other side receives it. */
const overTheWire = (delta: BoardDelta): BoardDelta => JSON.parse(JSON.stringify(delta)) as BoardDelta;

function applied(snapshot: BoardSnapshot, delta: BoardDelta): BoardSnapshot {
  const result = applyDelta(snapshot, overTheWire(delta));
  if (result.type === "gap") throw new Error("the delta was to apply");
  return result.snapshot;
}

const HOSTILE = ["__proto__", "constructor", "toString", "hasOwnProperty", "", "support", "sales", "1763800200000"];
const key = fc.oneof({ arbitrary: fc.constantFrom(...HOSTILE), weight: 3 }, { arbitrary: fc.string(), weight: 1 });

/** Any shallow JSON over so few values that two of them often agree in part. */
const json = fc.letrec<{ value: unknown; scalar: unknown; record: object }>((tie) => ({
  scalar: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.boolean(), fc.constant(null), fc.constantFrom("live", "é☎")),
  value: fc.oneof({ maxDepth: 3 }, tie("scalar"), tie("record"), fc.array(tie("value"), { maxLength: 2 })),
  record: fc.dictionary(key, tie("value"), { maxKeys: 4, noNullPrototype: true }),
}));
const row = fc
  .tuple(key, json.record, json.value)
  .map(([id, fields, today]) => ({ ...fields, queueId: queueId(id), today }) as unknown as QueueRow);
const rows = fc.uniqueArray(row, { selector: (each) => each.queueId, maxLength: 5 });

/** Snapshots of one board with any fields and any queues; only the frame of the wire is kept. */
const anySnapshot = (number: number): fc.Arbitrary<BoardSnapshot> =>
  fc.tuple(json.record, rows, fc.integer({ min: 0, max: 5 })).map(([fields, queues, asOfMs]) => {
    const frame = { type: "snapshot", boardId: boardId("main"), revision: { epoch: "e", number }, asOfMs, queues };
    return { ...fields, ...frame } as unknown as BoardSnapshot;
  });

/** A later snapshot that shares rows with an earlier one, as real ones do. */
const laterSnapshot = (before: BoardSnapshot, number: number): fc.Arbitrary<BoardSnapshot> =>
  fc.tuple(anySnapshot(number), fc.boolean()).map(([after, sameRows]) => {
    if (!sameRows) return after;
    const queues = before.queues.map((each, index) => {
      const other = after.queues[index];
      return other === undefined ? each : { ...each, today: other.today };
    });
    return { ...after, queues };
  });

const chain = (length: number): fc.Arbitrary<BoardSnapshot[]> =>
  length === 1
    ? anySnapshot(1).map((first) => [first])
    : chain(length - 1).chain((earlier) => {
        const last = earlier.at(-1) as BoardSnapshot;
        return laterSnapshot(last, length).map((next) => [...earlier, next]);
      });

describe("a delta", () => {
  test("applied to what it starts from gives what it leads to, whatever the fields and names", () => {
    fc.assert(
      fc.property(chain(2), ([before, after]) => {
        if (before === undefined || after === undefined) return;
        const delta = diffSnapshots(before, after);
        const expected = delta === null ? { ...after, revision: before.revision, asOfMs: before.asOfMs } : after;
        expect(delta === null ? before : applied(before, delta)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  test("after delta leads along a chain; with one missed the next is a gap", () => {
    fc.assert(
      fc.property(chain(5), ([first, ...later]) => {
        let base = first as BoardSnapshot;
        let screen = base;
        const sent: BoardDelta[] = [];
        for (const next of later) {
          const delta = diffSnapshots(base, next);
          if (delta === null) continue;
          screen = applied(screen, delta);
          sent.push(delta);
          base = next;
        }
        expect(screen).toEqual(base);
        const [, second] = sent;
        if (second !== undefined) expect(applyDelta(first as BoardSnapshot, second)).toEqual({ type: "gap" });
      }),
      { numRuns: 200 },
    );
  });

  test("of another board or another epoch is a gap", () => {
    const before = sampleSnapshot("e", 1);
    const delta = diffSnapshots(before, withCallerMore(before, queueId("sales"))) as BoardDelta;
    expect(applyDelta(sampleSnapshot("f", 1), delta).type).toBe("gap");
    expect(applyDelta(sampleSnapshot("e", 1, boardId("sales")), delta).type).toBe("gap");
    expect(applyDelta(before, delta).type).toBe("applied");
  });

  test("naming a queue that the screen does not have is a gap", () => {
    const before = sampleSnapshot("e", 1);
    const delta = diffSnapshots(before, withCallerMore(before, queueId("sales"))) as BoardDelta;
    expect(applyDelta({ ...before, queues: before.queues.slice(1) }, delta).type).toBe("gap");
  });

  test("is null where only the revision and the instant changed", () => {
    const before = sampleSnapshot("e", 1);
    const after = { ...sampleSnapshot("e", 2), asOfMs: before.asOfMs + 9_000 };
    expect(diffSnapshots(before, after)).toBeNull();
  });

  test("of one more waiting caller costs less than 400 bytes", () => {
    const before = withCallerMore(sampleSnapshot("0f3c9a51", 48_210), queueId("support"));
    const delta = diffSnapshots(before, withCallerMore(before, queueId("support"))) as BoardDelta;
    expect(JSON.stringify(delta).length).toBeLessThan(400);
  });

  test("leaves the identity of everything that did not change", () => {
    const before = sampleSnapshot("e", 1);
    const after = applied(before, diffSnapshots(before, withCallerMore(before, queueId("sales"))) as BoardDelta);
    expect(after.queues[0]).not.toBe(before.queues[0]);
    expect(after.queues[0]?.agents).toBe(before.queues[0]?.agents);
    expect(after.queues.slice(1).every((each, index) => each === before.queues[index + 1])).toBe(true);
    expect(after.total.agents).toBe(before.total.agents);
    expect(after.sources).toBe(before.sources);
    expect(after.site).toBe(before.site);
  });

  test("that brings a queue keeps the rows that stay", () => {
    const before = sampleSnapshot("e", 1);
    const newcomer = sampleRow(queueId("__proto__"), 0);
    const revision = { epoch: "e", number: 2 };
    const next = { ...before, revision, queues: [newcomer, ...sampleSnapshot("e", 2).queues] };
    const after = applied(before, diffSnapshots(before, next) as BoardDelta);
    expect(after.queues.map((each) => each.queueId)).toEqual(["__proto__", "sales", "support", "billing", "priority"]);
    expect(after.queues.slice(1).every((each, index) => each === before.queues[index])).toBe(true);
  });

  test("with a field named __proto__ sets an own field and no prototype", () => {
    const quarters = JSON.parse('{"__proto__":[1,2],"constructor":[3,4]}') as BoardSnapshot["total"]["quarters"];
    const before = sampleSnapshot("e", 1);
    const next = { ...sampleSnapshot("e", 2), total: { ...before.total, quarters } };
    const after = applied(before, diffSnapshots(before, next) as BoardDelta);
    expect(Object.keys(after.total.quarters).toSorted()).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(after.total.quarters)).toBe(Object.prototype);
    const back = { ...before, revision: { epoch: "e", number: 3 } };
    const restored = applied(after, diffSnapshots(after, back) as BoardDelta);
    expect(restored.total.quarters).toEqual(before.total.quarters);
  });
});
