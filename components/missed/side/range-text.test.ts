import { expect, test } from "vitest";
import { missed as words } from "../../../lib/words/en/missed/missed";
import { moneyIn, rangeText } from "./range-text";

const euros = moneyIn("en-GB", "EUR");
const says = (low: number, high: number): string => rangeText({ low, high }, words, euros);

test("[RE49] an estimate is a range of two digits each", () => {
  expect(says(1_234.4, 2_511)).toBe("€1,200 to €2,500");
  expect(says(0, 87.3)).toBe("€0 to €87");
  expect(says(9_949, 9_951)).toBe("€9,900 to €10,000");
});

test("[RE49] where both ends read alike it is said once", () => {
  expect(says(1_201, 1_199)).toBe("€1,200");
  expect(says(0, 0)).toBe("€0");
});

test("[RE49] money is written as the language does; an unknown currency keeps its name", () => {
  expect(moneyIn("de", "EUR")(1_200).replace(/\s/u, " ")).toBe("1.200 €");
  expect(moneyIn("en-GB", "euros")(1_200)).toBe("1,200 euros");
});
