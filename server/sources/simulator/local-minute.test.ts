import { describe, expect, it } from "vitest";
import { createLocalMinute } from "./local-minute";

const minuteIn = (timeZone: string, text: string): number => createLocalMinute(timeZone)(Date.parse(text));

describe("the minute of the local day", () => {
  it("runs from 0 to 1439", () => {
    expect(minuteIn("Europe/Berlin", "2026-11-22T22:59:59.999Z")).toBe(1_439);
    expect(minuteIn("Europe/Berlin", "2026-11-22T23:00:00Z")).toBe(0);
    expect(minuteIn("Asia/Kathmandu", "2026-11-22T12:00:30Z")).toBe(17 * 60 + 45);
  });

  it("follows the clocks at the second they change", () => {
    expect(minuteIn("Europe/Berlin", "2026-03-29T00:59:59Z")).toBe(119);
    expect(minuteIn("Europe/Berlin", "2026-03-29T01:00:00Z")).toBe(180);
    expect(minuteIn("Australia/Lord_Howe", "2026-10-03T15:29:59Z")).toBe(119);
    expect(minuteIn("Australia/Lord_Howe", "2026-10-03T15:30:00Z")).toBe(150);
  });

  it("remembers without mixing up instants", () => {
    const minuteOf = createLocalMinute("UTC");
    for (let day = 0; day < 30; day += 1) {
      for (let minute = 0; minute < 1_440; minute += 7) expect(minuteOf((day * 1_440 + minute) * 60_000)).toBe(minute);
    }
  });
});
