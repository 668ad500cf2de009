import { describe, expect, test } from "vitest";
import { createAlertTimeline, NINE_TO_SIX, ruleOf } from "../../testing/alert-timeline";
import { instant } from "../../testing/scenario";

describe("agents left", () => {
  const HALF = { kind: "agents-left", minutes: 10, sharePerMille: 500 } as const;
  const staffed = (options: Partial<Parameters<typeof createAlertTimeline>[0]> = {}) => {
    const day = createAlertTimeline({ rules: [ruleOf(HALF)], ...options });
    for (const agent of ["ana", "ben", "cleo", "dan"]) {
      day.at("08:00:00").joined(agent);
      day.at("08:00:00").state(agent, "available");
    }
    return day;
  };

  test("[AL38] half of them within ten minutes, who logged out or left the queue; until that is ten minutes ago", () => {
    const day = staffed();
    day.at("09:00:00").state("ana", "logged-out");
    day.at("09:09:59").left("ben");
    day.until("08:59:59");
    expect(day.until("09:09:58")).toEqual([]);
    expect(day.until("09:09:59")).toEqual(["09:09:59 fired support"]);
    expect(day.views()[0]?.evidence).toEqual({ kind: "agents-left", left: 2, of: 4, minutes: 10 });
    expect(day.until("09:10:01")).toEqual(["09:10:00 resolved support clear"]);
  });

  test("[AL38] ten minutes apart they are two times one", () => {
    const day = staffed();
    day.at("09:00:00").state("ana", "logged-out");
    day.at("09:10:00").state("ben", "logged-out");
    day.until("08:59:59");
    expect(day.until("09:11:00")).toEqual([]);
  });

  test("[AL38] ends with the one who comes back; paused ones are there", () => {
    const day = staffed();
    day.at("08:30:00").state("cleo", "paused");
    for (const agent of ["ana", "ben"]) day.at("09:00:01").state(agent, "logged-out");
    day.at("09:00:05").state("ben", "paused");
    day.until("09:00:00");
    expect(day.until("09:00:06")).toEqual(["09:00:01 fired support", "09:00:05 resolved support clear"]);
  });

  test("[AL38] one alone are never many, and of five two are less than half", () => {
    const pair = createAlertTimeline({ rules: [ruleOf(HALF)] });
    for (const agent of ["ana", "ben"]) pair.at("08:00:00").joined(agent);
    pair.at("09:00:01").left("ana");
    pair.until("09:00:00");
    expect(pair.until("09:00:05")).toEqual([]);
    const five = staffed();
    five.at("08:00:00").joined("eva");
    for (const agent of ["ana", "ben"]) five.at("09:00:01").state(agent, "logged-out");
    five.at("09:00:04").left("eva");
    five.until("09:00:00");
    expect(five.until("09:00:05")).toEqual(["09:00:04 fired support"]);
  });

  test("[AL38] a source that comes back and lists who is logged out says of nobody that he went", () => {
    const day = staffed();
    for (const agent of ["ana", "ben", "eva"]) {
      day.at("09:00:01").joined(agent);
      day.at("09:00:02").state(agent, "logged-out");
    }
    day.until("09:00:00");
    expect(day.until("09:00:05")).toEqual([]);
  });

  test("[AL38] over several queues each person is one, and gone with the last of them", () => {
    const scope = { kind: "site" } as const;
    const day = staffed({ rules: [ruleOf(HALF, { scope })], queues: [{ id: "support" }, { id: "sales" }] });
    for (const agent of ["ana", "ben"]) day.at("08:00:00").joined(agent, "sales");
    for (const agent of ["ana", "ben"]) day.at("09:00:01").left(agent);
    day.at("09:00:05").left("ana", "sales");
    day.at("09:00:07").left("ben", "sales");
    day.until("09:00:00");
    expect(day.until("09:00:08")).toEqual(["09:00:07 fired site"]);
    expect(day.views()[0]?.evidence).toMatchObject({ left: 2, of: 4 });
  });

  test("[AL38] [AL26] who goes in the last ten minutes goes home; where nobody tells of agents nobody leaves", () => {
    const day = staffed({ queues: [{ id: "support", hours: NINE_TO_SIX }] });
    for (const agent of ["ana", "ben"]) day.at("17:49:59").state(agent, "logged-out");
    day.at("17:50:00").state("cleo", "logged-out");
    day.until("17:49:58");
    expect(day.until("18:00:01")).toEqual(["17:49:59 fired support", "17:50:00 resolved support clear"]);
    const silent = createAlertTimeline({ rules: [ruleOf(HALF)] });
    silent.at("09:00:00").offered("c1");
    silent.until("10:30:00");
    expect(silent.until("10:30:05")).toEqual([]);
  });

  test("[AL38] the queues that close soon do not count, those that stay open do", () => {
    const queues = [{ id: "support" }, { id: "sales", hours: NINE_TO_SIX }];
    const day = staffed({ queues, rules: [ruleOf(HALF, { scope: { kind: "site" } })] });
    for (const agent of ["eva", "finn", "gus", "hal"]) day.at("08:00:00").joined(agent, "sales");
    for (const agent of ["eva", "finn", "gus", "hal"]) day.at("17:55:00").left(agent, "sales");
    for (const agent of ["ana", "ben"]) day.at("17:56:00").left(agent);
    day.until("17:54:59");
    expect(day.until("17:56:01")).toEqual(["17:56:00 fired site"]);
    expect(day.views()[0]?.evidence).toMatchObject({ left: 2, of: 4 });
  });
});

describe("a change of shifts", () => {
  const rules = [ruleOf({ kind: "agents-left", minutes: 10, sharePerMille: 333 })];
  const NIGHT = ["ana", "ben", "cleo"];
  /** Three go at eight; others come at these times, by logging in or by entering the queue. */
  const change = (...times: readonly string[]) => {
    const day = createAlertTimeline({ rules });
    for (const agent of [...NIGHT, "dan"]) day.at("00:00:00").joined(agent);
    for (const [n, time] of times.entries()) {
      const agent = `day-${n}`;
      if (n % 2 === 0) {
        day.at("00:00:00").joined(agent);
        day.at("00:00:00").state(agent, "logged-out");
      } else day.at(time).joined(agent);
      day.at(time).state(agent, "available");
    }
    for (const agent of NIGHT) day.at("08:00:00").state(agent, "logged-out");
    day.until("07:59:58");
    return day;
  };

  test("[AL38] half as many as go came in the hour before: nobody left", () => {
    expect(change("07:00:01", "07:40:00").until("08:10:01")).toEqual([]);
  });

  test("[AL38] one for three is too few, and so is who came an hour ago", () => {
    expect(change("07:40:00").until("08:00:00")).toEqual(["08:00:00 fired support"]);
    expect(change("07:00:00", "07:40:00").until("08:00:00")).toEqual(["08:00:00 fired support"]);
  });

  test("[AL38] who was there is not new by being listed again, in another state or after a pause", () => {
    const day = createAlertTimeline({ rules });
    const all = [...NIGHT, "dan", "eva"];
    for (const agent of all) day.at("00:00:00").joined(agent);
    for (const agent of all) day.at("07:30:00").joined(agent);
    for (const agent of ["dan", "eva"]) {
      day.at("07:40:00").state(agent, "paused");
      day.at("07:50:00").state(agent, "available");
    }
    for (const agent of NIGHT) day.at("08:00:00").left(agent);
    day.until("07:59:59");
    expect(day.until("08:00:00")).toEqual(["08:00:00 fired support"]);
  });

  test("[AL38] nobody relieves those who came themselves within the hour", () => {
    const day = change("07:40:00", "07:40:00", "07:40:00", "07:40:00");
    for (const agent of ["day-0", "day-1"]) day.at("08:05:00").state(agent, "logged-out");
    expect(day.until("08:05:01")).toEqual(["08:05:00 fired support"]);
    expect(day.views()[0]?.evidence).toMatchObject({ left: 2, of: 5 });
  });
});

const gap = (fromMs: number, toMs: number) => ({ type: "source.gap", fromMs, toMs, filled: false }) as const;

describe("what is not known", () => {
  const rules = [ruleOf({ kind: "agents-left", minutes: 10, sharePerMille: 333 })];
  const goneAt = (time: string) => {
    const day = createAlertTimeline({ rules });
    for (const agent of ["ana", "ben", "cleo", "dan"]) day.at("08:00:00").joined(agent);
    for (const agent of ["ana", "ben"]) day.at(time).left(agent);
    return day;
  };

  test("[AL38] nobody leaves in the first hour of a source", () => {
    const day = goneAt("08:49:00");
    day.until("08:49:00");
    expect(day.until("08:59:00")).toEqual([]);
    const later = goneAt("08:59:59");
    later.until("08:59:59");
    expect(later.until("09:00:00")).toEqual(["09:00:00 fired support"]);
  });

  test("[AL38] nor where the source was away for more than ten minutes and then says so, until ten minutes later", () => {
    const long = goneAt("12:00:00");
    long.at("12:00:00").told(gap(instant("11:49:59"), instant("12:00:00")));
    long.until("11:59:59");
    expect(long.until("12:10:00")).toEqual([]);
    const short = goneAt("12:00:00");
    short.at("12:00:00").told(gap(instant("11:50:00"), instant("12:00:00")));
    short.until("11:59:59");
    expect(short.until("12:00:00")).toEqual(["12:00:00 fired support"]);
  });
});
