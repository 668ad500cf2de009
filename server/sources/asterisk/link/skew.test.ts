import { describe, expect, it } from "vitest";
import { createSkew } from "./skew";

const NOON_MS = Date.parse("2026-11-22T12:00:00Z");

/** Pings that are asked at noon and answered after `tookMs`, half way through which Asterisk looks at its clock. */
function measure() {
  const problems: string[] = [];
  const skew = createSkew((_what, sample) => problems.push(sample));
  const ping = (aheadMs: number, tookMs = 10): number =>
    skew.take({ theirsMs: NOON_MS + tookMs / 2 + aheadMs, askedAtMs: NOON_MS, heardAtMs: NOON_MS + tookMs });
  return { skew, problems, ping };
}

describe("how far Asterisk's clock is off ours", () => {
  it.each([
    [499, 0],
    [-499, 0],
    [500, 500],
    [-500, -500],
    [-70_000, -70_000],
    [5 * 3_600_000, 5 * 3_600_000],
    [24 * 3_600_000, 24 * 3_600_000],
    [24 * 3_600_000 + 1, 0],
  ])("[TI4] %d ms measured: %d ms in use", (measuredMs, usedMs) => {
    expect(measure().ping(measuredMs)).toBe(usedMs);
  });

  it("[TI4] what the length of the way could explain is no difference", () => {
    const { skew } = measure();
    const late = { askedAtMs: NOON_MS, heardAtMs: NOON_MS + 3_000 };
    expect(skew.take({ ...late, theirsMs: NOON_MS + 2_999 })).toBe(0);
    skew.begin();
    expect(skew.take({ ...late, theirsMs: NOON_MS + 3_001 })).toBe(1_501);
  });

  it("[TI4] stays as it is within a connection, up to two seconds; a greater change is taken and told", () => {
    const { ping, problems } = measure();
    expect(ping(-70_000)).toBe(-70_000);
    expect(ping(-71_999)).toBe(-70_000);
    expect(ping(-68_001)).toBe(-70_000);
    expect(problems).toEqual(["Asterisk is 70.0 s behind this machine; its times are moved by that"]);
    expect(ping(-60_000)).toBe(-60_000);
    expect(ping(3)).toBe(0);
    expect(problems.slice(1)).toEqual([
      "Asterisk is 60.0 s behind this machine; its times are moved by that",
      "Asterisk's clock is that of this machine again",
    ]);
  });

  it("[TI4] is measured anew with each connection, and a few milliseconds change nothing", () => {
    const { skew, ping } = measure();
    expect(ping(900)).toBe(900);
    skew.begin();
    expect(ping(1_399)).toBe(900);
    skew.begin();
    expect(ping(1_400)).toBe(1_400);
    skew.begin();
    expect(ping(400)).toBe(0);
  });

  it("[TI4] an answer without an instant changes nothing", () => {
    const { skew, ping } = measure();
    expect(skew.take(null)).toBe(0);
    expect(ping(-70_000)).toBe(-70_000);
    expect(skew.take(null)).toBe(-70_000);
  });
});
