import { expect, test } from "vitest";
import { sampleSnapshot } from "../../../lib/testing/board-samples";
import { MAIN_BOARD } from "../../../lib/vocabulary";
import { initialState } from "../../board/board-state";
import { isDim, mayDim } from "./dimming";

const at = (seconds: number) => ({ wallMs: 1_000_000 + seconds * 1_000, steadyMs: seconds * 1_000 });
const live = { kind: "live", nowMs: 0 } as const;
const board = (open: boolean, waiting = 0, alarmed = false) => {
  const sample = sampleSnapshot("e", 1);
  const snapshot = { ...sample, open, total: { ...sample.total, waiting } };
  return {
    boardId: MAIN_BOARD,
    state: { ...initialState, snapshot },
    freshness: live,
    alarms: [],
    worst: "ok" as const,
    alarmed,
  };
};

test("the picture dims five minutes after the last of it closed, and not before", () => {
  expect(isDim(null, null, at(10_000))).toBe(false);
  expect([299, 299.999, 300].map((second) => isDim(at(0), null, at(second)))).toEqual([false, false, true]);
});

test("a key or a touch brings it back for five minutes", () => {
  expect(isDim(at(0), at(1_000), at(1_000))).toBe(false);
  expect(isDim(at(0), at(1_000), at(1_299))).toBe(false);
  expect(isDim(at(0), at(1_000), at(1_300))).toBe(true);
});

test("nothing dims while anybody works, waits, or is needed", () => {
  expect(mayDim([board(false), board(false)])).toBe(true);
  expect(mayDim([board(false), board(true)])).toBe(false);
  expect(mayDim([board(false, 1)])).toBe(false);
  expect(mayDim([board(false, 0, true)])).toBe(false);
  expect(mayDim([])).toBe(false);
  expect(mayDim([{ ...board(false), freshness: null }])).toBe(false);
});
