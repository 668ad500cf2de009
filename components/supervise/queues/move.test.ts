import { expect, test } from "vitest";
import { movedTo } from "../tables/row-cursor";
import { isFound, typedTo } from "./move";
import { inOrderOf } from "./use-steady-order";

test.each([
  ["ArrowDown", 0, 1],
  ["ArrowDown", 3, 3],
  ["ArrowUp", 3, 2],
  ["ArrowUp", 0, 0],
  ["Home", 2, 0],
  ["End", 0, 3],
  ["Enter", 0, null],
  ["ArrowDown", -1, 0],
])("%s from %i of four leads to %s", (key, from, to) => {
  expect(movedTo(key, from, 4)).toBe(to);
});

test("nowhere leads anywhere in an empty list", () => {
  expect(movedTo("Home", 0, 0)).toBeNull();
});

test("a letter leads round the names that begin with it", () => {
  const names = ["All queues", "Sales", "Support", "Billing"];
  expect(typedTo("s", 0, names)).toBe(1);
  expect(typedTo("s", 1, names)).toBe(2);
  expect(typedTo("S", 2, names)).toBe(1);
  expect(typedTo("x", 0, names)).toBeNull();
});

test("a name is found by any part of it, capitals and accents aside", () => {
  expect(isFound("Rückfragen München", " MUNCHEN")).toBe(true);
  expect(isFound("Atención", "cion")).toBe(true);
  expect(isFound("Support", "")).toBe(true);
  expect(isFound("Support", "sales")).toBe(false);
});

test("an order that is held keeps its places: who went is gone, who came is last", () => {
  expect(inOrderOf(["c", "a", "new"], ["a", "b", "c"])).toEqual(["a", "c", "new"]);
});
