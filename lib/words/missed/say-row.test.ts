import { describe, expect, it } from "vitest";
import type { MissedAttempt } from "../../recovery/missed-api";
import { missed as words } from "../en/missed/missed";
import { callerText, endText, whyText } from "./say-row";

describe("[RE43] a row in words", () => {
  it("shows the end of a number, or why there is none", () => {
    expect(callerText({ kind: "number", tail: "4711" }, words)).toBe("•••4711");
    expect(callerText({ kind: "withheld" }, words)).toBe("number withheld");
    expect(callerText({ kind: "hidden" }, words)).toBe("number not shown");
  });

  it.each<[MissedAttempt["why"], MissedAttempt["reason"], string]>([
    ["abandoned", null, "gave up"],
    ["overflowed", null, "overflowed"],
    ["overflowed", "timeout", "timed out"],
    ["overflowed", "key", "left by key"],
    ["overflowed", "empty", "found nobody there"],
    ["refused", null, "refused"],
    ["refused", "full", "refused, queue full"],
    ["refused", "empty", "refused, nobody there"],
    ["refused", "closed", "refused, closed"],
    ["after-hours", "closed", "after hours"],
  ])("%s, %s: %s", (why, reason, says) => {
    expect(whyText({ why, reason }, words)).toBe(says);
  });

  it("says how it ended, and with what result", () => {
    expect(endText({ kind: "came-back", result: null }, words)).toBe("Came back");
    expect(endText({ kind: "closed", result: "wrong-number" }, words)).toBe("Wrong number");
    expect(endText({ kind: "lapsed", result: null }, words)).toBe("Never called back");
  });

  it("one try is singular", () => {
    expect(words.row.tries(1, "1", "14:05")).toBe("1 try, 14:05");
    expect(words.row.tries(3, "3", "14:05")).toBe("3 tries, last 14:05");
  });
});
