import { expect, it } from "vitest";
import { addCounts, COUNT_KEYS, emptyCounts } from "./counts";

it("[SL4] adding counts adds each of them", () => {
  const [into, from] = [emptyCounts(), emptyCounts()];
  COUNT_KEYS.forEach((key, n) => {
    into[key] = n;
    from[key] = 100 * (n + 1);
  });
  addCounts(into, from);
  expect(COUNT_KEYS.map((key) => into[key])).toEqual(COUNT_KEYS.map((_, n) => n + 100 * (n + 1)));
});
