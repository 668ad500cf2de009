import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addToHistogram, emptyHistogram, type Histogram, mergeHistogram, quantile } from "./histogram";

const histogramOf = (values: readonly number[]): Histogram => {
  const histogram = emptyHistogram();
  for (const value of values) addToHistogram(histogram, value, 1);
  return histogram;
};
const waits = fc.array(fc.integer({ min: 0, max: 86_400_000 }), { minLength: 1, maxLength: 200 });

describe("HT2 histogram", () => {
  it("[HT2] an empty histogram has no median", () => {
    expect(quantile(emptyHistogram(), 0.5)).toBeNull();
  });

  it("[HT2] any nearest rank is at most 1 % off", () => {
    fc.assert(
      fc.property(waits, fc.double({ min: 0.01, max: 1, noNaN: true }), (values, share) => {
        const sorted = [...values].sort((a, b) => a - b);
        const exact = sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1] ?? 0;
        const told = quantile(histogramOf(values), share) ?? -1;
        expect(Math.abs(told - exact)).toBeLessThanOrEqual(exact * 0.01);
      }),
    );
  });

  it("merging two equals counting at once, and taking out undoes putting in", () => {
    fc.assert(
      fc.property(waits, waits, (a, b) => {
        const merged = histogramOf(a);
        mergeHistogram(merged, histogramOf(b));
        expect(new Map([...merged].sort())).toEqual(new Map([...histogramOf([...a, ...b])].sort()));
        for (const value of b) addToHistogram(merged, value, -1);
        expect(new Map([...merged].sort())).toEqual(new Map([...histogramOf(a)].sort()));
      }),
    );
  });
});
