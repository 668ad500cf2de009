import { expect, test } from "vitest";
import type { CauseEvidence, CauseKind } from "../../../lib/recovery/causes/cause-types";
import { queueId } from "../../../lib/vocabulary";
import { missed as words } from "../../../lib/words/en/missed/missed";
import { evidenceText } from "./evidence-text";

const numbers = { count: String, tenths: (value: number) => value.toFixed(1) };
const says = (cause: CauseKind, change: Partial<CauseEvidence> = {}): string => {
  const evidence = {
    offered: 20,
    answered: 8,
    missed: 12,
    fitting: 12,
    staffed: 2.14,
    offeredLoad: 3.4,
    nobodyFree: { minutes: 0, of: 15 },
    ringNoAnswer: 7,
    ...change,
  };
  return evidenceText({ startMs: 0, queueId: queueId("support"), cause, evidence }, words, numbers);
};

test("[RE48] a cause says what it rests on", () => {
  expect(says("all-busy")).toBe("12 missed of 20 · 2.1 agents staffed, work for 3.4");
  expect(says("all-busy", { nobodyFree: { minutes: 7, of: 15 } })).toBe(
    "12 missed of 20 · 2.1 agents staffed, work for 3.4 · nobody free in 7 of 15 minutes",
  );
  expect(says("not-picking-up")).toBe("12 missed of 20 · rang unanswered 7 times");
  expect(says("not-picking-up", { ringNoAnswer: 1 })).toBe("12 missed of 20 · rang unanswered once");
  expect(says("nobody-logged-in")).toBe("12 missed of 20");
  expect(says("unclear", { fitting: 0 })).toBe("12 missed of 20 · 2.1 agents staffed, work for 3.4");
});

test("[RE48] how many of the missed fit is said where not all do", () => {
  expect(says("queue-full", { fitting: 9 })).toBe("12 missed of 20 · 9 of them fit");
});

test("[RE48] whoever was refused is among those of whom so many were missed", () => {
  expect(says("queue-full", { offered: 3, answered: 3, missed: 5, fitting: 5 })).toBe("5 missed of 8");
});

test("[RE48] what is not known is left out", () => {
  expect(says("all-busy", { offeredLoad: null })).toBe("12 missed of 20 · 2.1 agents staffed");
  expect(says("all-busy", { staffed: null, nobodyFree: null })).toBe("12 missed of 20");
});
