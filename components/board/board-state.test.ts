import { expect, test } from "vitest";
import type { BoardSnapshot } from "../../lib/metrics/snapshot-types";
import { boardId, dayKey } from "../../lib/vocabulary";
import { type BoardDelta, diffSnapshots } from "../../lib/wire/delta";
import { type Beat, PROTOCOL_VERSION } from "../../lib/wire/protocol";
import { type BoardState, initialState, receiveBeat, receiveMessage, refuseBoard, showBoard } from "./board-state";

const main = boardId("main");
const revision = (number: number) => ({ epoch: "e", number });
const snapshot = (number: number): BoardSnapshot =>
  ({
    type: "snapshot",
    boardId: main,
    revision: revision(number),
    asOfMs: 5_000,
    queues: [],
  }) as unknown as BoardSnapshot;
/** The day turned between `base` and `number`. */
function delta(base: number, number: number): BoardDelta {
  const before = { ...snapshot(base), day: dayKey("2026-11-22") };
  const turned = diffSnapshots(before, { ...snapshot(number), day: dayKey("2026-11-23"), asOfMs: 6_000 });
  if (turned === null) throw new Error("nothing changed");
  return turned;
}
const beat = (told: Partial<Beat> = {}): Beat => ({
  revision: revision(1),
  serverTimeMs: 10_000,
  protocol: PROTOCOL_VERSION,
  build: "a",
  ...told,
});
const mark = (wallMs: number) => ({ wallMs, steadyMs: wallMs });
const shown: BoardState = receiveMessage(showBoard(initialState, main), snapshot(7), mark(1_000)).state;

test("a snapshot fills the screen and proves life until the first beat", () => {
  expect(shown).toMatchObject({ snapshot: { revision: { number: 7 } }, heardAt: mark(1_000), aheadMs: 4_000 });
});

test("a delta that starts from what is shown is applied", () => {
  const { outcome, state } = receiveMessage(shown, delta(7, 8), mark(2_000));
  expect(outcome).toBe("applied");
  expect(state.snapshot).toMatchObject({ revision: { number: 8 }, day: "2026-11-23", asOfMs: 6_000 });
});

test("a delta that starts from elsewhere is a gap and changes nothing", () => {
  expect(receiveMessage(shown, delta(8, 9), mark(2_000))).toEqual({ outcome: "gap", state: shown });
  const empty = showBoard(initialState, main);
  expect(receiveMessage(empty, delta(7, 8), mark(2_000))).toEqual({ outcome: "gap", state: empty });
});

test("a message of a board no longer shown is ignored", () => {
  const other = showBoard(shown, boardId("sales"));
  expect(other.snapshot).toBeNull();
  expect(receiveMessage(other, snapshot(9), mark(2_000)).outcome).toBe("ignored");
});

test("a board that does not exist says so, and comes back when it does", () => {
  const refused = refuseBoard(shown, "There is no such board");
  expect(refused).toMatchObject({ snapshot: null, problem: "There is no such board" });
  expect(receiveMessage(refused, snapshot(1), mark(2_000)).state.problem).toBeNull();
});

test("the server's clock is known best by the beat that was quickest", () => {
  const slow = receiveBeat(initialState, beat({ serverTimeMs: 10_000 }), mark(9_300));
  const quick = receiveBeat(slow, beat({ serverTimeMs: 12_000 }), mark(11_100));
  const slowAgain = receiveBeat(quick, beat({ serverTimeMs: 14_000 }), mark(13_500));
  expect([slow, quick, slowAgain].map(({ aheadMs }) => aheadMs)).toEqual([700, 900, 900]);
});

test("a clock that was set is followed at once", () => {
  const before = receiveBeat(initialState, beat({ serverTimeMs: 10_000 }), mark(9_000));
  expect(receiveBeat(before, beat({ serverTimeMs: 12_000 }), mark(3_611_000)).aheadMs).toBe(-3_599_000);
});

test("another build or another protocol than the first makes the page outdated", () => {
  const first = receiveBeat(initialState, beat(), mark(1));
  expect(first.outdated).toBe(false);
  expect(receiveBeat(first, beat({ build: "b" }), mark(2)).outdated).toBe(true);
  expect(receiveBeat(first, beat({ protocol: PROTOCOL_VERSION + 1 }), mark(2)).outdated).toBe(true);
});
