import { expect, test } from "vitest";
import { minutesOf, minutesToClosing } from "./how-long";

const MINUTE_MS = 60_000;
const CLOSES_AT_MS = 1_000 * MINUTE_MS;
const before = (minutes: number): number => CLOSES_AT_MS - minutes * MINUTE_MS;

test("[AL70] until closing is asked for in whole minutes, as far as the server takes them", () => {
  expect([4, 5, 480, 481].map((minutes) => minutesToClosing(CLOSES_AT_MS, before(minutes)))).toEqual([
    null,
    5,
    480,
    null,
  ]);
  expect(minutesToClosing(CLOSES_AT_MS, before(5) + 1)).toBe(5);
  expect(minutesToClosing(CLOSES_AT_MS, CLOSES_AT_MS + 1)).toBeNull();
  expect(minutesToClosing(null, 0)).toBeNull();
});

test("[AL70] half an hour stands in where there is no closing to wait for", () => {
  expect(minutesOf("15", null, 0)).toBe(15);
  expect(minutesOf("closing", CLOSES_AT_MS, before(90))).toBe(90);
  expect(minutesOf("closing", CLOSES_AT_MS, before(2))).toBe(30);
  expect(minutesOf("closing", null, 0)).toBe(30);
});
