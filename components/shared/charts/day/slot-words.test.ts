import { describe, expect, it } from "vitest";
import { deskWords as english } from "../../../../lib/words/en/desk/words";
import { sourceId } from "../../../../lib/vocabulary";
import { siteClock } from "../../time/site-clock";
import { daySeriesOf } from "./day-series";
import { slotParts, slotSentence, slotTime } from "./slot-words";

const EIGHT = Date.parse("2026-11-23T07:00:00Z");
const clock = siteClock("Europe/Berlin", english.formats);
const quarter = { startMs: EIGHT, offered: 9, answered: 7, missed: 2, met: 5, decided: 8 };
const gap = { sourceId: sourceId("pbx"), fromMs: EIGHT + 17 * 60_000, toMs: EIGHT + 20 * 60_000, filled: false };

const saidOf = (index: number, quarters = [quarter]): string => {
  const slot = daySeriesOf(quarters, [gap], EIGHT, EIGHT + 3_600_000).slots[index];
  if (slot === undefined) throw new Error("there is no such quarter-hour");
  return slotSentence(slotTime(slot, clock), slotParts(slot, clock, english));
};

describe("a quarter-hour in words", () => {
  it("[SL5] says its figures, the level floored", () => {
    expect(saidOf(0)).toBe("08:00–08:15: 9 offered, 7 answered, 2 missed, service level 62 %, 5 of 8 in time");
  });

  it("[UN1] without anything decided the level is none yet", () => {
    expect(saidOf(0, [{ ...quarter, met: 0, decided: 0 }])).toBe(
      "08:00–08:15: 9 offered, 7 answered, 2 missed, service level –",
    );
  });

  it("[UN4] says what is not known of it", () => {
    expect(saidOf(1)).toBe("08:15–08:30: no calls, no data 08:17–08:20");
  });
});
