import { afterEach, expect, test } from "vitest";
import { sampleSnapshot } from "../../lib/testing/board-samples";
import { boardId } from "../../lib/vocabulary";
import { PROTOCOL_VERSION } from "../../lib/wire/protocol";
import { initialState } from "./board-state";
import { stateOf, useBoardStore } from "./board-store";

const main = boardId("main");
const sales = boardId("sales");
const prototype = boardId("__proto__");
const mark = (wallMs: number) => ({ wallMs, steadyMs: wallMs });
const state = (id: typeof main) => stateOf(useBoardStore.getState(), id);
const { actions } = useBoardStore.getState();
afterEach(() => {
  for (const id of [main, sales, prototype]) actions.forget(id);
});

test("a message changes its own board and leaves the others as they were", () => {
  actions.show(main);
  actions.show(sales);
  const before = state(main);
  expect(actions.message(sales, sampleSnapshot("e", 1, sales), mark(1_000))).toBe("applied");
  expect(state(sales).snapshot?.boardId).toBe("sales");
  expect(state(main)).toBe(before);
  expect(actions.message(sales, sampleSnapshot("e", 1, main), mark(1_000))).toBe("ignored");
});

test("what is said of a board that nobody follows is not kept", () => {
  actions.connection(main, "lost");
  actions.refused(main, "there is no such board");
  expect(state(main)).toBe(initialState);
  actions.show(main);
  actions.forget(main);
  expect(useBoardStore.getState().boards.size).toBe(0);
});

test("the next board starts with what is known of the server's clock", () => {
  actions.show(main);
  const beat = { revision: { epoch: "e", number: 1 }, serverTimeMs: 9_000, protocol: PROTOCOL_VERSION, build: "a" };
  actions.beat(main, beat, mark(1_000));
  actions.show(sales);
  expect(state(sales)).toMatchObject({ aheadMs: 8_000, firstBuild: "a", snapshot: null, lastBeat: null });
});

test("a board may be called anything", () => {
  expect(state(prototype)).toBe(initialState);
  actions.show(prototype);
  actions.message(prototype, sampleSnapshot("e", 1, prototype), mark(1_000));
  expect(state(prototype).snapshot?.boardId).toBe("__proto__");
});
