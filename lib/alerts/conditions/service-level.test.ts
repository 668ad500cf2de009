import { describe, expect, test } from "vitest";
import { createAlertTimeline, ruleOf } from "../../testing/alert-timeline";
import { queueId } from "../../vocabulary";

const clock = (second: number): string =>
  new Date(Date.UTC(2026, 0, 1, 9) + second * 1_000).toISOString().slice(11, 19);

type Day = ReturnType<typeof createAlertTimeline>;

/** Callers who are answered on the spot, from a second after nine on, one every ten seconds. */
function met(day: Day, count: number, fromSecond: number, queue = "support"): void {
  for (let n = 0; n < count; n += 1) {
    const contact = `met ${queue} ${fromSecond} ${n}`;
    day.at(clock(fromSecond + n * 10)).offered(contact, queue);
    day.at(clock(fromSecond + n * 10)).answered(contact, queue);
  }
}

/** Callers who come at this second and wait. */
function waits(day: Day, count: number, atSecond: number, queue = "support"): void {
  for (let n = 0; n < count; n += 1) day.at(clock(atSecond)).offered(`late ${queue} ${atSecond} ${n}`, queue);
}

const CRITICAL = ruleOf({ kind: "service-level", longMinutes: 15, shortMinutes: 5, burn: 5 });

describe("service level", () => {
  test("[AL4] half of them late, as five times what 90 % allows: the second before, itself, the second after", () => {
    const day = createAlertTimeline({ rules: [CRITICAL] });
    met(day, 4, 0);
    waits(day, 4, 60);
    expect(day.until("09:02:00")).toEqual([]);
    expect(day.until("09:02:02")).toEqual(["09:02:01 fired support"]);
    expect(day.views()[0]?.evidence).toEqual({ kind: "service-level", late: 4, decided: 8, minutes: 15 });
  });

  test.each([
    [2, 0, false],
    [3, 2, true],
    [3, 3, false],
    [4, 4, true],
    [4, 5, false],
  ])("[AL4] %i late and %i met: fires %s", (late, good, fires) => {
    const day = createAlertTimeline({ rules: [CRITICAL] });
    met(day, good, 0);
    waits(day, late, 60);
    day.until("09:02:00");
    expect(day.until("09:02:01").length > 0).toBe(fires);
  });

  test("[AL4] 3 of 30 are what a goal of 90 % allows, and no alarm at any burn", () => {
    const day = createAlertTimeline({
      rules: [ruleOf({ kind: "service-level", longMinutes: 15, shortMinutes: 5, burn: 1 })],
    });
    met(day, 27, 0);
    waits(day, 3, 240);
    expect(day.until("09:05:30")).toEqual([]);
  });

  test("[AL4] at 80 % five times what is allowed would be everybody: half-way there is enough", () => {
    const target = { goalPerMille: 800 };
    const fires = (late: number): boolean => {
      const day = createAlertTimeline({ target, rules: [CRITICAL] });
      met(day, 10 - late, 0);
      waits(day, late, 60);
      day.until("09:02:00");
      return day.until("09:02:01").length > 0;
    };
    expect([fires(5), fires(6)]).toEqual([false, true]);
  });

  test("[AL4] the long window alone does not fire: what is over is no alarm", () => {
    const day = createAlertTimeline({ rules: [CRITICAL] });
    waits(day, 6, 0);
    for (let n = 0; n < 6; n += 1) day.at("09:00:50").answered(`late support 0 ${n}`);
    day.until("09:00:00");
    met(day, 3, 480);
    expect(day.until("09:10:00")).toEqual([]);
  });

  test("[AL5] ends once the short window has no more late than the goal allows, with the minute that slides out", () => {
    const day = createAlertTimeline({ rules: [CRITICAL] });
    waits(day, 4, 60);
    day.until("09:02:01");
    for (let n = 0; n < 4; n += 1) day.at("09:02:30").answered(`late support 60 ${n}`);
    // They came in minute 01: the five minutes up to 06 are the first without them.
    expect(day.until("09:05:59")).toEqual([]);
    expect(day.until("09:06:01")).toEqual(["09:06:00 resolved support clear"]);
  });

  test("[AL5] late ones among many good ones do not keep it firing: the second at which the goal is met again", () => {
    const day = createAlertTimeline({ rules: [CRITICAL] });
    waits(day, 3, 60);
    day.until("09:02:01");
    for (let n = 0; n < 3; n += 1) day.at("09:02:02").answered(`late support 60 ${n}`);
    // 3 late of 29 are more than 90 % allows, 3 of 30 are not.
    for (let n = 0; n < 26; n += 1) {
      day.at("09:02:03").offered(`good ${n}`);
      day.at("09:02:03").answered(`good ${n}`);
    }
    expect(day.until("09:02:10")).toEqual([]);
    day.at("09:02:11").offered("last");
    day.at("09:02:11").answered("last");
    expect(day.until("09:02:12")).toEqual(["09:02:11 resolved support clear"]);
  });

  test("[AL4] several queues count by their own formula and goal", () => {
    const queues = [
      { id: "support", target: { formula: "answered-only" as const } },
      { id: "sales", target: { goalPerMille: 500 } },
    ];
    const scope = { kind: "group", name: "Both", queueIds: [queueId("support"), queueId("sales")] } as const;
    const fires = (late: number): boolean => {
      const day = createAlertTimeline({ queues, rules: [{ ...CRITICAL, scope }] });
      // Who waits is nothing that answered-only counts; of ten in sales five may be late.
      waits(day, 20, 60, "support");
      met(day, 10 - late, 0, "sales");
      waits(day, late, 60, "sales");
      day.until("09:02:00");
      return day.until("09:02:01").length > 0;
    };
    expect([fires(7), fires(9)]).toEqual([false, true]);
  });

  test("[AL4] the night before is in no window, the minutes before midnight are", () => {
    const day = createAlertTimeline({ rules: [CRITICAL] });
    for (let n = 0; n < 4; n += 1) day.at("23:58:30").offered(`c${n}`);
    day.until("23:59:29");
    expect(day.until("23:59:31")).toEqual(["23:59:31 fired support"]);
    for (let n = 0; n < 4; n += 1) day.at("23:59:50").answered(`c${n}`);
    expect(day.until("00:02:59", "2026-11-23")).toEqual([]);
    expect(day.until("00:03:01", "2026-11-23")).toEqual(["00:03:00 resolved support clear"]);
  });
});

/** Callers who come at this second and give up ten seconds later. */
const missed = (day: Day, count: number, atSecond: number): void => {
  for (let n = 0; n < count; n += 1) {
    day.at(clock(atSecond)).offered(`missed ${atSecond} ${n}`);
    day.at(clock(atSecond + 10)).abandoned(`missed ${atSecond} ${n}`);
  }
};

describe("missed rate", () => {
  const rules = [ruleOf({ kind: "missed-rate", minutes: 15, raise: 200, clear: 100 })];
  test.each([
    [2, 0, false],
    [3, 2, true],
    [4, 12, false],
    [6, 12, true],
  ])("[AL8] %i missed and %i answered in 15 minutes: fires %s", (lost, answered, fires) => {
    const day = createAlertTimeline({ rules });
    met(day, answered, 0);
    missed(day, lost, 140);
    day.until("09:02:29");
    expect(day.until("09:02:30").length > 0).toBe(fires);
  });

  test("[AL8] from the third missed on, until they slide out of the window: the second before, itself, after", () => {
    const day = createAlertTimeline({ rules });
    missed(day, 1, 0);
    missed(day, 1, 20);
    missed(day, 1, 40);
    day.until("09:00:00");
    expect(day.until("09:00:51")).toEqual(["09:00:50 fired support"]);
    expect(day.views()[0]?.evidence).toEqual({ kind: "missed-rate", missed: 3, total: 3, minutes: 15 });
    expect(day.until("09:14:59")).toEqual([]);
    expect(day.until("09:15:01")).toEqual(["09:15:00 resolved support clear"]);
  });

  test("[AL8] between `clear` and `raise` it fires on", () => {
    const day = createAlertTimeline({ rules });
    missed(day, 3, 0);
    met(day, 27, 60);
    day.until("09:00:10");
    // The 27th answered makes it 3 of 30, which is no more than 10 %.
    expect(day.until("09:05:19")).toEqual([]);
    expect(day.until("09:05:21")).toEqual(["09:05:20 resolved support clear"]);
  });
});
