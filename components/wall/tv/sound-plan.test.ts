import { expect, test } from "vitest";
import { NOTHING_SOUNDED, type Sound, soundDue } from "./sound-plan";

/** A room that listens: what it hears at each second at which something is asked. */
function listener() {
  let sounded = NOTHING_SOUNDED;
  return (seconds: number, acts: readonly string[], noData = false): Sound | null => {
    const due = soundDue(sounded, acts, noData, seconds * 1_000);
    sounded = due.sounded;
    return due.sound;
  };
}

test("a new act chimes at once, and again each 30 s while it lasts", () => {
  const at = listener();
  expect(at(0, [])).toBeNull();
  expect(at(1, ["support"])).toBe("act");
  expect([2, 15, 30].map((second) => at(second, ["support"]))).toEqual([null, null, null]);
  expect(at(31, ["support"])).toBe("act");
  expect(at(60, ["support"])).toBeNull();
  expect(at(61, ["support"])).toBe("act");
  expect(at(62, [])).toBeNull();
  expect(at(100, [])).toBeNull();
});

test("another act chimes too, and the one that lasts is counted from there", () => {
  const at = listener();
  expect(at(0, ["support"])).toBe("act");
  expect(at(12, ["support", "sales"])).toBe("act");
  expect(at(30, ["support", "sales"])).toBeNull();
  expect(at(42, ["support", "sales"])).toBe("act");
});

test("what comes and goes chimes at most every 10 s, and is not forgotten", () => {
  const at = listener();
  expect(at(0, ["support"])).toBe("act");
  expect(at(2, [])).toBeNull();
  expect(at(4, ["support"])).toBeNull();
  expect(at(9, ["support"])).toBeNull();
  expect(at(10, ["support"])).toBe("act");
});

test("[UN3] going stale is one note, until it was live again", () => {
  const at = listener();
  expect(at(0, [], true)).toBe("no-data");
  expect(at(60, [], true)).toBeNull();
  expect(at(61, [])).toBeNull();
  expect(at(62, [], true)).toBe("no-data");
});
