import { expect, test } from "vitest";
import { pageOf, PAGE_TURNS_EVERY_MS, turnOf } from "./paging";

const letters = (text: string): readonly string[] => text.split("");
/** Capitals are alarmed. */
const isPinned = (letter: string): boolean => letter < "a";
const shownAt = (rows: string, places: number, turn: number): string =>
  pageOf(letters(rows), places, turn * PAGE_TURNS_EVERY_MS, isPinned).rows.join("");

test("what fits is one page", () => {
  expect(pageOf(letters("Abcd"), 4, 99, isPinned)).toEqual({ rows: ["A", "b", "c", "d"], page: 1, pages: 1 });
});

test("pages turn every 12 seconds, and round again", () => {
  expect([0, 1, 2, 3].map((turn) => shownAt("abcdefgh", 3, turn))).toEqual(["abc", "def", "gh", "abc"]);
  expect(pageOf(letters("abcd"), 3, PAGE_TURNS_EVERY_MS - 1, isPinned).page).toBe(1);
  expect(pageOf(letters("abcd"), 3, PAGE_TURNS_EVERY_MS, isPinned).page).toBe(2);
});

test("alarmed rows stay on top of every page", () => {
  expect([0, 1, 2].map((turn) => shownAt("ABcdefghi", 5, turn))).toEqual(["ABcde", "ABfgh", "ABi"]);
});

test("when most are alarmed the worst stay and all others still come round", () => {
  const seen = new Set([0, 1, 2, 3, 4].flatMap((turn) => letters(shownAt("ABCDEFGhi", 6, turn))));
  expect(shownAt("ABCDEFGhi", 6, 0)).toBe("ABCDEF");
  expect(shownAt("ABCDEFGhi", 6, 1)).toBe("ABCDGh");
  expect([...seen].sort().join("")).toBe("ABCDEFGhi");
});

test("one place still shows everyone in turn", () => {
  expect([0, 1, 2].map((turn) => shownAt("ABc", 1, turn))).toEqual(["A", "B", "c"]);
});

test("figures that share a place take turns every 12 seconds; nothing of nothing", () => {
  expect([0, 11_999, 12_000, 24_000].map((atMs) => turnOf(["a", "b"], atMs))).toEqual(["a", "a", "b", "a"]);
  expect(turnOf([], 0)).toBeUndefined();
});
