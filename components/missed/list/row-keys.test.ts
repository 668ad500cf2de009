import { describe, expect, it } from "vitest";
import { sampleMissedRow } from "../../../lib/testing/missed-samples";
import { actOfKey, NO_RIGHTS, rightsOn } from "./row-keys";

const BOTH = { handles: true, reveals: true };
const ALL = { ...NO_RIGHTS, acts: true, handles: true, claims: true, reveals: true };
const cursor = { place: 5, count: 10_000, pageRows: 11, single: true, rights: ALL };
const kindOf = (key: string, change: Partial<typeof cursor> = {}) =>
  actOfKey(key, { ...cursor, ...change })?.kind ?? null;
const heldUntil = (untilMs: number, mine = false) => sampleMissedRow({ claim: { by: "Ben", untilMs, mine } });

describe("[RE45] what may be done with a row", () => {
  it("whoever only reads does nothing but show a number", () => {
    expect(rightsOn(sampleMissedRow(), { handles: false, reveals: true }, 0)).toEqual({ ...NO_RIGHTS, reveals: true });
    expect(rightsOn(sampleMissedRow(), { handles: false, reveals: false }, 0)).toEqual(NO_RIGHTS);
  });

  it("what somebody else has, nobody takes until the second at which his claim lapses", () => {
    const claims = [999, 1_000, 1_001].map((nowMs) => rightsOn(heldUntil(1_000), BOTH, nowMs).claims);
    expect(claims).toEqual([false, true, true]);
  });

  it("one's own is given back, tried and closed", () => {
    expect(rightsOn(heldUntil(1_000, true), BOTH, 0)).toEqual({ ...ALL, claims: false, givesBack: true });
  });

  it("what is over or cannot be called is left alone; what can be reopened is by whoever may close", () => {
    const end = {
      kind: "came-back",
      atMs: 1,
      inTime: true,
      by: null,
      result: null,
      canReopen: false,
    } as const;
    expect(rightsOn(sampleMissedRow({ end }), BOTH, 0)).toEqual({ ...NO_RIGHTS, acts: true, reveals: true });
    const closed = sampleMissedRow({
      end: { ...end, kind: "closed", by: "Ben", result: "not-needed", canReopen: true },
    });
    expect(rightsOn(closed, BOTH, 0)).toEqual({ ...NO_RIGHTS, acts: true, reopens: true, reveals: true });
    expect(rightsOn(closed, { handles: false, reveals: false }, 0)).toEqual(NO_RIGHTS);
    expect(rightsOn(sampleMissedRow({ caller: { kind: "withheld" } }), BOTH, 0)).toEqual({ ...NO_RIGHTS, acts: true });
    expect(rightsOn(null, BOTH, 0)).toEqual(NO_RIGHTS);
  });
});

describe("[RE46] keys", () => {
  it.each([
    ["ArrowDown", 6],
    ["j", 6],
    ["ArrowUp", 4],
    ["k", 4],
    ["Home", 0],
    ["End", 9_999],
    ["PageDown", 15],
    ["PageUp", 0],
  ])("%s moves to %i", (key, to) => {
    expect(actOfKey(key, cursor)).toEqual({ kind: "move", to });
  });

  it("Enter opens, letters act", () => {
    expect(["Enter", "c", "l", "x", "n", "y"].map((key) => kindOf(key))).toEqual([
      "details",
      "claim",
      "attempt",
      "close",
      "number",
      null,
    ]);
    expect(kindOf("c", { rights: { ...ALL, claims: false, givesBack: true } })).toBe("give-back");
    expect(kindOf("x", { rights: { ...NO_RIGHTS, reopens: true } })).toBe("reopen");
  });

  it("what may not be done, no key does; to whoever may act it is said, and to everybody that a number may not be seen", () => {
    expect(["Enter", "c", "l", "x", "n"].map((key) => kindOf(key, { rights: NO_RIGHTS }))).toEqual([
      "details",
      null,
      null,
      null,
      "number",
    ]);
    const held = ["c", "l", "x"].map((key) => kindOf(key, { rights: { ...NO_RIGHTS, acts: true } }));
    expect(held).toEqual(["refused", "refused", "refused"]);
  });

  it("turned off, letters are letters", () => {
    const off = ["j", "c", "x", "ArrowDown", "Enter"].map((key) => kindOf(key, { single: false }));
    expect(off).toEqual([null, null, null, "move", "details"]);
  });

  it("an empty list has no keys", () => {
    expect(["ArrowDown", "Enter", "c"].map((key) => kindOf(key, { count: 0 }))).toEqual([null, null, null]);
  });
});
