import { expect, test } from "vitest";
import type { Alarm } from "../alerts/standing";
import { NOTHING_SOUNDED, type Sound, soundDue } from "./sound-plan";

const critical = (id: string): Alarm => ({ id, severity: "critical" });
const warning = (id: string): Alarm => ({ id, severity: "warning" });

/** A room that listens: what it hears at each second at which something is asked. */
function listener() {
  let sounded = NOTHING_SOUNDED;
  return (seconds: number, alarms: readonly Alarm[], noData = false): Sound | null => {
    const due = soundDue(sounded, alarms, noData, seconds * 1_000);
    sounded = due.sounded;
    return due.sound;
  };
}

test("[AL67] a critical alert chimes at once, and again each 30 s until somebody has it", () => {
  const at = listener();
  expect(at(0, [])).toBeNull();
  expect(at(1, [critical("a1")])).toBe("critical");
  expect([2, 15, 30].map((second) => at(second, [critical("a1")]))).toEqual([null, null, null]);
  expect(at(31, [critical("a1")])).toBe("critical");
  expect(at(60, [critical("a1")])).toBeNull();
  expect(at(61, [critical("a1")])).toBe("critical");
  expect(at(62, [])).toBeNull();
  expect(at(100, [])).toBeNull();
});

test("[AL67] a warning sounds otherwise, and again after two minutes", () => {
  const at = listener();
  expect(at(1, [warning("a1")])).toBe("warning");
  expect([2, 31, 120].map((second) => at(second, [warning("a1")]))).toEqual([null, null, null]);
  expect(at(121, [warning("a1")])).toBe("warning");
});

test("[AL67] another alert chimes too, as the worst of them, and both are counted from there", () => {
  const at = listener();
  expect(at(0, [warning("a1")])).toBe("warning");
  expect(at(12, [critical("a2"), warning("a1")])).toBe("critical");
  expect(at(41, [critical("a2"), warning("a1")])).toBeNull();
  expect(at(42, [critical("a2"), warning("a1")])).toBe("critical");
});

test("[AL67] an acknowledgement that lapses chimes like a new alert", () => {
  const at = listener();
  expect(at(0, [critical("a1")])).toBe("critical");
  expect(at(20, [])).toBeNull();
  expect(at(25, [critical("a1")])).toBe("critical");
});

test("[AL67] what comes and goes chimes at most every 10 s, and is not forgotten", () => {
  const at = listener();
  expect(at(0, [critical("a1")])).toBe("critical");
  expect(at(2, [])).toBeNull();
  expect(at(4, [critical("a1")])).toBeNull();
  expect(at(9, [critical("a1")])).toBeNull();
  expect(at(10, [critical("a1")])).toBe("critical");
});

test("[UN3] going stale is one note, until it was live again", () => {
  const at = listener();
  expect(at(0, [], true)).toBe("no-data");
  expect(at(60, [], true)).toBeNull();
  expect(at(61, [])).toBeNull();
  expect(at(62, [], true)).toBe("no-data");
});
