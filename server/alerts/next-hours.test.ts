import { expect, test } from "vitest";
import { createCalendar } from "../../lib/calendar";
import { bareSite, type OpenHours } from "../../lib/config";
import { nextHours } from "./next-hours";

const ZONE = "Europe/Berlin";
const calendar = createCalendar(ZONE, 0);
const at = (text: string): number => Date.parse(`2026-11-${text}+01:00`);

/** Monday to Friday from 8 to 18. */
const SHIFT = [{ fromMinute: 480, toMinute: 1_080 }];
const WEEK: OpenHours = { weekly: [SHIFT, SHIFT, SHIFT, SHIFT, SHIFT, [], []], closedDates: [] };

test.each([
  ["before it opens", "20T07:59:59", null, "20T08:00:00"],
  ["as it opens", "20T08:00:00", "20T18:00:00", "23T08:00:00"],
  ["on a Friday afternoon", "20T17:59:59", "20T18:00:00", "23T08:00:00"],
  ["as it closes", "20T18:00:00", null, "23T08:00:00"],
])("[AL87] what a silence may last until, %s", (_, now, closes, opens) => {
  const site = { ...bareSite("Acme", ZONE), hours: WEEK };
  expect(nextHours(site, calendar, at(now))).toEqual({
    closesAtMs: closes === null ? null : at(closes),
    opensAtMs: at(opens),
  });
});

test("[AL87] a site that never closes has neither", () => {
  expect(nextHours(bareSite("Acme", ZONE), calendar, at("20T12:00:00"))).toEqual({ closesAtMs: null, opensAtMs: null });
});
