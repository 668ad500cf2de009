import { describe, expect, it } from "vitest";
import { deskAt } from "../testing/desk-at";
import { createScenario, instant } from "../testing/scenario";

describe("who waits", () => {
  const ANA = "alias-of-ana";

  it("[DK3] everybody who waits in the chosen queues, the longest first, with what came of his other calls today", () => {
    const day = createScenario();
    day.at("08:00:00").offered("first", "sales", ANA);
    day.at("08:00:30").abandoned("first", "sales");
    day.at("09:00:00").offered("second", "support", ANA);
    day.at("09:12:00").answered("second");
    day.at("10:00:00").offered("third", "support", ANA);
    day.at("10:00:20").offered("other", "sales", "alias-of-other");
    day.at("10:00:40").offered("nobody", "support", null);
    const { waiting } = deskAt(day, "10:01:00");
    expect(
      waiting.map(({ queueId: queue, offeredAtMs, overdue, caller, today }) => ({
        queue,
        offeredAtMs,
        overdue,
        caller,
        today,
      })),
    ).toEqual([
      {
        queue: "support",
        offeredAtMs: instant("10:00:00"),
        overdue: false,
        caller: { kind: "number", tail: "-ana" },
        today: { contacts: 3, missed: 1, lastAnsweredAtMs: instant("09:12:00") },
      },
      {
        queue: "sales",
        offeredAtMs: instant("10:00:20"),
        overdue: false,
        caller: { kind: "number", tail: "ther" },
        today: { contacts: 1, missed: 0, lastAnsweredAtMs: null },
      },
      {
        queue: "support",
        offeredAtMs: instant("10:00:40"),
        overdue: false,
        caller: { kind: "withheld" },
        today: null,
      },
    ]);
    expect(new Set(waiting.map(({ key }) => key)).size).toBe(3);
    expect(deskAt(day, "10:01:00", { queue: "sales" }).waiting).toHaveLength(1);
    expect(deskAt(day, "10:01:01").waiting.map(({ overdue }) => overdue)).toEqual([true, false, false]);
    day.at("10:01:02").answered("third");
    expect(deskAt(day, "10:01:03").waiting).toHaveLength(2);
  });

  it("[PV1] nothing of a caller but the end of his number is told", () => {
    const day = createScenario();
    day.at("09:00:00").offered("c1", "support", ANA);
    const text = JSON.stringify(deskAt(day, "09:00:01"));
    expect(text).toContain('"tail":"-ana"');
    expect(text).not.toContain("alias");
  });

  it("[DK3] a short abandon was not missed, a call still waiting or talking is one of today's", () => {
    const day = createScenario();
    day.at("09:00:00").offered("short", "support", ANA);
    day.at("09:00:05").abandoned("short");
    day.at("09:01:00").offered("talking", "support", ANA);
    day.at("09:01:10").answered("talking");
    day.at("09:02:00").offered("waiting", "support", ANA);
    expect(deskAt(day, "09:02:01").waiting.map(({ today }) => today)).toEqual([
      { contacts: 3, missed: 0, lastAnsweredAtMs: instant("09:01:10") },
    ]);
  });

  it("[DK3] the caller's own contact is counted, what became of its earlier visits is not", () => {
    const day = createScenario();
    day.at("09:00:00").offered("c1", "sales", ANA);
    day.at("09:00:10").answered("c1", "sales");
    day.at("09:05:00").offered("c1", "support", ANA);
    expect(deskAt(day, "09:05:01").waiting.map(({ today }) => today)).toEqual([
      { contacts: 1, missed: 0, lastAnsweredAtMs: null },
    ]);
  });

  it("[DK3] today begins with the business day: the second before, the second itself", () => {
    const day = createScenario({ dayStartsAtMinute: 4 * 60 });
    day.at("03:59:59").offered("before", "support", ANA);
    day.at("04:00:00").offered("after", "support", ANA);
    day.at("04:00:10").abandoned("before");
    day.at("04:00:10").abandoned("after");
    day.at("05:00:00").offered("now", "support", ANA);
    expect(deskAt(day, "05:00:01").waiting.map(({ today }) => today)).toEqual([
      { contacts: 2, missed: 1, lastAnsweredAtMs: null },
    ]);
  });

  it("[DK3] what was said wrongly at first is set right, and stays known when the contact has left memory", () => {
    const day = createScenario();
    day.at("09:00:00").offered("c1", "support", ANA);
    day.at("09:00:30").overflowed("c1", "key");
    day.at("09:00:31").offered("c2", "support", ANA);
    const todayAt = (time: string) => deskAt(day, time).waiting.at(-1)?.today;
    expect(todayAt("09:00:32")).toEqual({ contacts: 2, missed: 1, lastAnsweredAtMs: null });
    day.at("09:00:29").answered("c1");
    expect(todayAt("09:00:33")).toEqual({ contacts: 2, missed: 0, lastAnsweredAtMs: instant("09:00:29") });
    day.at("09:04:00").completed("c1", 1_000);
    day.at("09:05:00").abandoned("c2");
    for (const time of ["11:30:00", "14:00:00"]) day.at(time).board();
    day.at("14:00:00").offered("c3", "support", ANA);
    expect([...day.fold.sources.values()].flatMap(({ contacts }) => [...contacts.keys()])).toEqual(["c3"]);
    expect(todayAt("14:00:01")).toEqual({ contacts: 3, missed: 1, lastAnsweredAtMs: instant("09:00:29") });
  });

  it("[SL7] a caller who waits out of hours stands in the list", () => {
    const day = createScenario({ hours: { weekly: Array.from({ length: 7 }, () => []), closedDates: [] } });
    day.at("09:00:00").offered("c1", "support", ANA);
    const desk = deskAt(day, "09:00:01");
    expect([desk.waiting.length, desk.figures.waiting, desk.quarters]).toEqual([1, 0, []]);
  });
});
