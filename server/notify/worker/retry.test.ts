import { describe, expect, it } from "vitest";
import { retryAfter } from "./retry";

const HOUR_MS = 60 * 60_000;

describe("[NO15] how long to wait before the next try", () => {
  it.each([
    [0, 1_000, 2_000],
    [1, 2_000, 4_000],
    [2, 4_000, 8_000],
    [3, 8_000, 16_000],
    [7, 128_000, 256_000],
    [8, 150_000, 300_000],
    [50, 150_000, 300_000],
    [5_000, 150_000, 300_000],
  ])("after %i tries in vain: %i to %i ms", (attempts, least, most) => {
    expect(retryAfter(attempts, null, 0)).toBe(least);
    expect(retryAfter(attempts, null, 1)).toBe(most);
  });

  it.each([
    [0, 1_000],
    [999, 1_000],
    [1_000, 1_000],
    [30_000, 30_000],
    [HOUR_MS, HOUR_MS],
    [HOUR_MS + 1, HOUR_MS],
  ])("asked for %i ms: %i ms, however often it was tried", (afterMs, waitMs) => {
    expect(retryAfter(0, afterMs, 0.5)).toBe(waitMs);
    expect(retryAfter(20, afterMs, 0.5)).toBe(waitMs);
  });
});
