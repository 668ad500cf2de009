import { describe, expect, test } from "vitest";
import { createAlertTimeline, ruleOf, silenceOf } from "../../testing/alert-timeline";

const waiting = (raise: number, id: string, severity: "critical" | "warning" | "notice") =>
  ruleOf({ kind: "waiting", raise, clear: raise - 1 }, { id, severity });

const WORSE = waiting(2, "worse", "critical");
const LESSER = waiting(1, "lesser", "warning");

/** Two callers at nine; one of them is gone ten seconds later. */
function twoCallers(options: Parameters<typeof createAlertTimeline>[0]) {
  const day = createAlertTimeline(options);
  for (const caller of ["c1", "c2"]) day.at("09:00:00").offered(caller);
  day.at("09:00:10").answered("c1");
  day.until("08:59:59");
  return day;
}
const firing = (day: ReturnType<typeof twoCallers>): readonly string[] => day.views().map(({ ruleId }) => ruleId);

describe("one fault that several rules see", () => {
  test("[AL35] while the worse one fires the lesser is not told; it is, from the second the worse is over", () => {
    const day = twoCallers({ rules: [WORSE, LESSER] });
    day.until("09:00:09");
    expect(firing(day)).toEqual(["worse"]);
    day.until("09:00:10");
    expect(firing(day)).toEqual(["lesser"]);
  });

  test("[AL35] what fires before the worse does goes on beside it", () => {
    const day = createAlertTimeline({ rules: [WORSE, LESSER] });
    day.at("09:00:00").offered("c1");
    day.at("09:00:05").offered("c2");
    day.until("09:00:04");
    expect(firing(day)).toEqual(["lesser"]);
    day.until("09:00:05");
    expect(firing(day)).toEqual(["worse", "lesser"]);
  });

  test("[AL35] the worse one of another queue, kind or channel, or told to nobody, holds nothing back", () => {
    const others = [
      { rules: [{ ...WORSE, scope: { kind: "each-queue", queueIds: [] } as const }, LESSER] },
      { rules: [ruleOf({ kind: "longest-wait", raise: 1_000, clear: 500 }, { severity: "critical" }), LESSER] },
      { rules: [{ ...WORSE, channelIds: ["leads"] }, LESSER] },
      { rules: [WORSE, LESSER], silences: [silenceOf("08:00:00", "10:00:00", { ruleId: "worse" })] },
    ];
    for (const options of others) {
      const day = twoCallers(options);
      day.until("09:00:02");
      expect(firing(day)).toContain("lesser");
    }
  });

  test("[AL35] one that is frozen holds nothing back: the second before, itself, after", () => {
    const day = createAlertTimeline({
      rules: [{ ...WORSE, scope: { kind: "site" } }, LESSER],
      queues: [{ id: "q1" }, { id: "q2" }],
    });
    day.otherFeed("live");
    day.ofOtherSource("q2");
    for (const queue of ["q1", "q2"]) day.at("09:00:00").offered(queue, queue);
    day.until("08:59:59");
    expect(day.until("09:00:04")).toEqual(["09:00:00 fired site"]);
    day.otherFeed("stale");
    expect(day.until("09:00:05")).toEqual(["09:00:05 fired q1"]);
    day.otherFeed("live");
    expect(day.until("09:00:10")).toEqual([]);
    expect(firing(day)).toEqual(["worse", "lesser"]);
  });

  test("[AL35] one that reaches all the lesser would does", () => {
    const day = twoCallers({
      rules: [
        { ...WORSE, channelIds: ["leads", "hook"] },
        { ...LESSER, channelIds: ["hook"] },
      ],
    });
    day.until("09:00:02");
    expect(firing(day)).toEqual(["worse"]);
  });
});
