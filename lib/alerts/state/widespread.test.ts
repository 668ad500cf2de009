import { describe, expect, test } from "vitest";
import { createAlertTimeline, NINE_TO_SIX, ruleOf, silenceOf } from "../../testing/alert-timeline";
import { queueId } from "../../vocabulary";

type Day = ReturnType<typeof createAlertTimeline>;

const WAITING = { kind: "waiting", raise: 1, clear: 0 } as const;
const NEVER = { weekly: [[], [], [], [], [], [], []], closedDates: [] };
const queuesOf = (count: number, closed = 0) =>
  Array.from({ length: count + closed }, (_, n) => ({ id: `q${n + 1}`, ...(n >= count ? { hours: NEVER } : {}) }));

function waits(day: Day, queue: string, from: string, to = "10:00:00"): void {
  day.at(from).offered(`${queue} ${from}`, queue);
  day.at(to).abandoned(`${queue} ${from}`, queue);
}

const HELD = ruleOf(WAITING, { forMs: 30_000 });

describe("one fault is one alert", () => {
  test("[AL20] three of six queues: when the first would fire the site does, in place of all", () => {
    const day = createAlertTimeline({ rules: [HELD], queues: queuesOf(6) });
    waits(day, "q1", "09:00:00");
    waits(day, "q2", "09:00:10");
    waits(day, "q3", "09:00:30");
    day.until("09:00:00");
    expect(day.until("09:00:29")).toEqual([]);
    expect(day.until("09:05:00")).toEqual(["09:00:30 fired site"]);
    const of = { kind: "waiting", waiting: 1 };
    expect(day.views()).toMatchObject([
      { subjectName: "", condition: "waiting", evidence: { kind: "widespread", queues: 3, outOf: 6, of } },
    ]);
  });

  test("[AL20] three of seven are less than half, two of two and two of three are less than three", () => {
    const seven = createAlertTimeline({ rules: [ruleOf(WAITING)], queues: queuesOf(7) });
    for (const queue of ["q1", "q2", "q3"]) waits(seven, queue, "09:00:00");
    expect(seven.until("09:00:00")).toHaveLength(3);
    const two = createAlertTimeline({ rules: [ruleOf(WAITING)], queues: queuesOf(2) });
    for (const queue of ["q1", "q2"]) waits(two, queue, "09:00:00");
    expect(two.until("09:00:00")).toHaveLength(2);
    const three = createAlertTimeline({ rules: [ruleOf(WAITING)], queues: queuesOf(3) });
    for (const queue of ["q1", "q2"]) waits(three, queue, "09:00:00");
    expect(three.until("09:00:00")).toEqual(["09:00:00 fired q1", "09:00:00 fired q2"]);
  });

  test("[AL20] closed queues are not among those it looks at", () => {
    const day = createAlertTimeline({ rules: [ruleOf(WAITING)], queues: queuesOf(6, 4) });
    for (const queue of ["q1", "q2", "q3"]) waits(day, queue, "09:00:00");
    expect(day.until("09:00:00")).toEqual(["09:00:00 fired site"]);
  });

  test("[AL20] what fires already goes its own way; the others are one alert", () => {
    const day = createAlertTimeline({ rules: [HELD], queues: queuesOf(4) });
    waits(day, "q1", "09:00:00", "09:02:00");
    for (const queue of ["q2", "q3", "q4"]) waits(day, queue, "09:01:00");
    day.until("09:00:00");
    expect(day.until("09:03:00")).toEqual(["09:00:30 fired q1", "09:01:30 fired site", "09:02:00 resolved q1 clear"]);
  });

  test("[AL20] it ends with the fault; what is left begins again only then", () => {
    const day = createAlertTimeline({ rules: [HELD], queues: queuesOf(4) });
    waits(day, "q1", "09:00:00", "09:05:00");
    waits(day, "q2", "09:00:00", "09:10:00");
    waits(day, "q3", "09:00:00", "09:10:00");
    day.until("09:00:00");
    expect(day.until("09:04:59")).toEqual(["09:00:30 fired site"]);
    expect(day.until("09:05:30")).toEqual(["09:05:00 resolved site clear"]);
    expect(day.until("09:05:31")).toEqual(["09:05:31 fired q2", "09:05:31 fired q3"]);
  });

  test("[AL20] queues between raise and clear keep it firing", () => {
    const band = { kind: "waiting", raise: 2, clear: 0 } as const;
    const day = createAlertTimeline({ rules: [ruleOf(band)], queues: queuesOf(3) });
    for (const queue of ["q1", "q2", "q3"]) {
      waits(day, queue, "09:00:00", "09:01:00");
      waits(day, queue, "09:00:01", queue === "q1" ? "09:02:00" : "09:03:00");
    }
    day.until("09:00:00");
    expect(day.until("09:03:00")).toEqual(["09:00:01 fired site", "09:02:00 resolved site clear"]);
  });

  test("[AL20] silenced queues are not counted; where everything is silenced it is one muted alert", () => {
    const some = [silenceOf("08:00:00", "10:00:00", { queueIds: [queueId("q1")] })];
    const day = createAlertTimeline({ rules: [ruleOf(WAITING)], queues: queuesOf(4), silences: some });
    for (const queue of ["q1", "q2", "q3"]) waits(day, queue, "09:00:00");
    expect(day.until("09:00:00")).toEqual(["09:00:00 fired q1 silenced", "09:00:00 fired q2", "09:00:00 fired q3"]);
    const quiet = createAlertTimeline({
      rules: [ruleOf(WAITING)],
      queues: queuesOf(4),
      silences: [silenceOf("08:00:00", "09:10:00")],
    });
    for (const queue of ["q1", "q2", "q3"]) waits(quiet, queue, "09:00:00");
    expect(quiet.until("09:00:00")).toEqual(["09:00:00 fired site silenced"]);
    expect(quiet.until("09:10:00")).toEqual(["09:10:00 told site"]);
  });

  test("[AL20] a source that is not heard freezes it, and is one alert itself", () => {
    const noData = ruleOf({ kind: "no-data" }, { id: "no-data" });
    const day = createAlertTimeline({ rules: [ruleOf(WAITING), noData], queues: queuesOf(3) });
    for (const queue of ["q1", "q2", "q3"]) waits(day, queue, "09:00:00", "09:02:00");
    day.until("09:00:00");
    day.feed("stale");
    expect(day.until("09:05:00")).toEqual(["09:00:01 fired pbx"]);
    expect(day.views().map(({ frozen }) => frozen)).toEqual([true, false]);
    day.feed("live");
    expect(day.until("09:05:01")).toEqual(["09:05:01 resolved site clear", "09:05:01 resolved pbx clear"]);
  });

  test("[AL20] one source of many that is not heard: where it matters it freezes, the others go their own way", () => {
    const day = createAlertTimeline({ rules: [HELD], queues: queuesOf(7) });
    for (const queue of ["q1", "q2", "q3", "q4"]) waits(day, queue, "09:00:00", "09:02:00");
    waits(day, "q5", "09:01:30", "09:04:00");
    day.otherFeed("live");
    day.ofOtherSource("q6");
    day.ofOtherSource("q7");
    day.until("09:00:00");
    expect(day.until("09:00:30")).toEqual(["09:00:30 fired site"]);
    day.otherFeed("stale");
    // Two that nobody hears and one that waits would be three of seven: no half.
    expect(day.until("09:02:00")).toEqual(["09:02:00 resolved site clear"]);
    expect(day.until("09:02:31")).toEqual(["09:02:31 fired q5"]);
  });

  test("[AL20] frozen it speaks for nobody: a queue that is heard fires by itself meanwhile", () => {
    const day = createAlertTimeline({ rules: [HELD], queues: queuesOf(6) });
    for (const queue of ["q1", "q2", "q3"]) waits(day, queue, "09:00:00", "09:05:00");
    waits(day, "q4", "09:02:00", "09:04:00");
    day.until("09:00:00");
    expect(day.until("09:01:00")).toEqual(["09:00:30 fired site"]);
    day.otherFeed("stale");
    for (const queue of ["q1", "q2", "q3"]) day.ofOtherSource(queue);
    expect(day.until("09:02:29")).toEqual([]);
    expect(day.until("09:03:00")).toEqual(["09:02:30 fired q4"]);
    expect(day.views().map(({ frozen }) => frozen)).toEqual([true, false]);
    day.otherFeed("live");
    expect(day.until("09:05:00")).toEqual(["09:04:00 resolved q4 clear", "09:05:00 resolved site clear"]);
  });

  test("[AL20] closing time ends it, and it outlives a restart", () => {
    const queues = queuesOf(3).map((queue) => ({ ...queue, hours: NINE_TO_SIX }));
    const day = createAlertTimeline({ rules: [HELD], queues });
    for (const queue of ["q1", "q2", "q3"]) waits(day, queue, "17:50:00", "18:00:10");
    day.until("17:50:00");
    expect(day.until("17:55:00")).toEqual(["17:50:30 fired site"]);
    day.restart();
    expect(day.until("18:10:00")).toEqual(["18:00:00 resolved site closed"]);
  });
});
