import { expect, test } from "vitest";
import { endOfNumber } from "./end-of-number";

test("[PV1] of a number from seven characters on the last four are shown, below them two, never the whole", () => {
  const ends = ["+4930123456", "1234567", "123456", "101", "12", "1", ""].map(endOfNumber);
  expect(ends).toEqual(["3456", "4567", "56", "01", "2", "", ""]);
});
