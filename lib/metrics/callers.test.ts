import { expect, it } from "vitest";
import { callerAlias } from "../vocabulary";
import { type CallerBook, enterCall, MAX_CALLERS, repeatsOf } from "./callers";

const call = (arrivedAtMs: number) => ({ arrivedAtMs, answeredAtMs: null, missed: false });

it("[RC10] the book of callers takes so many and no more; who is in it stays, and is told apart", () => {
  const book: CallerBook = new Map();
  for (let n = 0; n < MAX_CALLERS; n += 1)
    expect(enterCall(book, callerAlias(`c${n}`), `pbx ${n}`, call(n))).toBe(true);
  expect(enterCall(book, callerAlias("one more"), "pbx x", call(1))).toBe(false);
  expect(book.size).toBe(MAX_CALLERS);
  expect(enterCall(book, callerAlias("c1"), "pbx y", call(2))).toBe(true);
  expect(repeatsOf(book, callerAlias("c1"), 0, 10)).toEqual({ callers: 1, contacts: 2 });
  expect(repeatsOf(book, callerAlias("one more"), 0, 10)).toEqual({ callers: 0, contacts: 0 });
});
