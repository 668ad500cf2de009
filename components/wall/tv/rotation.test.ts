import { expect, test } from "vitest";
import { boardId } from "../../../lib/vocabulary";
import { type Act, followActs, neighbour, shownBoard } from "./rotation";

const [main, sales, support] = ["main", "sales", "support"].map(boardId) as [
  ReturnType<typeof boardId>,
  ReturnType<typeof boardId>,
  ReturnType<typeof boardId>,
];
const plan = { boardIds: [main, sales, support], everyMs: 30_000 };
/** An instant at which `main` has its turn. */
const T = 1_763_820_000_000 - (1_763_820_000_000 % 90_000);
const calm = (atMs: number) => shownBoard(plan, [], null, atMs);

test("boards take turns by the server's clock: the millisecond before, and the one itself", () => {
  expect([T, T + 29_999, T + 30_000, T + 59_999, T + 60_000, T + 90_000].map(calm)).toEqual([
    main,
    main,
    sales,
    sales,
    support,
    main,
  ]);
  expect(shownBoard({ ...plan, boardIds: [] }, [], null, T)).toBeNull();
});

test("an act brings its board up at once and holds it until 10 s after it is over", () => {
  let acts: readonly Act[] = [];
  const at = (ms: number, acting = [support]) => {
    acts = followActs(acts, acting, T + ms);
    return shownBoard(plan, acts, null, T + ms);
  };
  expect(at(0, [])).toBe(main);
  expect(at(5_000)).toBe(support);
  expect(at(200_000)).toBe(support);
  expect(at(210_000, [])).toBe(support);
  expect(at(219_999, [])).toBe(support);
  expect(at(220_000, [])).toBe(calm(T + 220_000));
  expect(acts).toEqual([]);
});

test("an act that comes back within its ten seconds is the same act", () => {
  const begun = followActs([], [sales], T);
  const over = followActs(begun, [], T + 1_000);
  const again = followActs(over, [sales], T + 9_000);
  expect(again).toEqual(begun);
  expect(followActs(again, [sales], T + 30_000)).toBe(again);
});

test("of several acts the newest comes up first, then they take turns among themselves", () => {
  const first = followActs([], [sales], T);
  const both = followActs(first, [sales, support], T + 40_000);
  expect(shownBoard(plan, both, null, T + 40_000)).toBe(support);
  expect(shownBoard(plan, both, null, T + 69_999)).toBe(support);
  const later = new Set([90_000, 120_000, 150_000, 180_000].map((ms) => shownBoard(plan, both, null, T + ms)));
  expect(later).toEqual(new Set([sales, support]));
});

test("a turn by hand holds for a minute, unless an act begins meanwhile", () => {
  const hand = { boardId: support, atMs: T + 1_000 };
  expect(shownBoard(plan, [], hand, T + 1_000)).toBe(support);
  expect(shownBoard(plan, [], hand, T + 60_999)).toBe(support);
  expect(shownBoard(plan, [], hand, T + 61_000)).toBe(calm(T + 61_000));
  const before = followActs([], [sales], T);
  expect(shownBoard(plan, before, hand, T + 2_000)).toBe(support);
  const since = followActs([], [sales], T + 2_000);
  expect(shownBoard(plan, since, hand, T + 2_000)).toBe(sales);
});

test("a board that cannot be shown has no turn, by hand or for its act", () => {
  const without = { ...plan, boardIds: [main, sales] };
  const acts = followActs([], [support], T);
  expect(shownBoard(without, acts, { boardId: support, atMs: T }, T)).toBe(main);
  expect(shownBoard(without, [], null, T + 60_000)).not.toBe(support);
});

test("the neighbours go round", () => {
  expect(neighbour(plan.boardIds, support, 1)).toBe(main);
  expect(neighbour(plan.boardIds, main, -1)).toBe(support);
  expect(neighbour([main], main, 1)).toBe(main);
  expect(neighbour([], null, 1)).toBeNull();
});
