import { describe, expect, test } from "vitest";
import { createAlertTimeline, NINE_TO_SIX, ruleOf, silenceOf } from "../../testing/alert-timeline";
import { queueId } from "../../vocabulary";

type Day = ReturnType<typeof createAlertTimeline>;

const WAITING = { kind: "waiting", raise: 1, clear: 0 } as const;
const CLOSING = [{ id: "support", hours: NINE_TO_SIX }];

function waits(day: Day, from: string, to: string, queue = "support"): void {
  day.at(from).offered(`${queue} ${from}`, queue);
  day.at(to).abandoned(`${queue} ${from}`, queue);
}

describe("open hours", () => {
  const held = ruleOf(WAITING, { forMs: 30_000 });

  test("[AL19] closing ends what fires, and what still holds fires again, told to nobody", () => {
    const day = createAlertTimeline({ rules: [held], queues: CLOSING });
    waits(day, "17:50:00", "18:30:00");
    day.until("17:50:00");
    expect(day.until("17:59:59")).toEqual(["17:50:30 fired support"]);
    expect(day.until("18:00:30")).toEqual(["18:00:00 resolved support closed"]);
    expect(day.until("18:00:31")).toEqual(["18:00:31 fired support out-of-hours"]);
    expect(day.until("18:30:01")).toEqual(["18:30:00 resolved support clear untold"]);
  });

  test("[AL19] closing ends what is pending, also in its last second", () => {
    const day = createAlertTimeline({ rules: [held], queues: CLOSING });
    waits(day, "17:59:30", "18:00:20");
    day.until("17:59:30");
    expect(day.until("18:05:00")).toEqual([]);
    const before = createAlertTimeline({ rules: [held], queues: CLOSING });
    waits(before, "17:59:29", "18:00:20");
    before.until("17:59:29");
    expect(before.until("18:05:00")).toEqual(["17:59:59 fired support", "18:00:00 resolved support closed"]);
  });

  test("[AL24] what still fires at opening is told then, and ends as one that was told", () => {
    const day = createAlertTimeline({ rules: [held], queues: CLOSING });
    waits(day, "08:50:00", "09:10:00");
    day.until("08:50:00");
    expect(day.until("08:59:59")).toEqual(["08:50:30 fired support out-of-hours"]);
    expect(day.until("09:00:01")).toEqual(["09:00:00 told support"]);
    expect(day.until("09:10:01")).toEqual(["09:10:00 resolved support clear"]);
  });

  test("[AL24] what began to hold before opening fires once it has held, and is told", () => {
    const day = createAlertTimeline({ rules: [held], queues: CLOSING });
    waits(day, "08:59:50", "09:10:00");
    day.until("08:59:50");
    expect(day.until("09:00:20")).toEqual(["09:00:20 fired support"]);
  });

  test("[AL19] frozen, it outlasts closing and ends when its source is heard again", () => {
    const day = createAlertTimeline({ rules: [ruleOf(WAITING)], queues: CLOSING });
    waits(day, "17:50:00", "18:30:00");
    day.until("17:59:50");
    day.feed("stale");
    expect(day.until("18:05:00")).toEqual([]);
    day.feed("live");
    expect(day.until("18:05:02")).toEqual(["18:05:01 resolved support closed", "18:05:02 fired support out-of-hours"]);
  });

  test("[AL19] a group is closed when all of its queues are", () => {
    const queues = [...CLOSING, { id: "night" }];
    const scope = { kind: "group", name: "Both", queueIds: [queueId("support"), queueId("night")] } as const;
    const day = createAlertTimeline({ rules: [ruleOf(WAITING, { scope })], queues });
    waits(day, "17:59:00", "18:30:00");
    day.until("17:59:00");
    expect(day.until("18:10:00")).toEqual([]);
    expect(day.views()).toMatchObject([{ subjectName: "Both", muted: null }]);
  });

  test("[AL26] what rests on contacts of open hours, or on people who should be there, is clear while closed", () => {
    const rules = [
      ruleOf({ kind: "service-level", longMinutes: 15, shortMinutes: 5, burn: 5 }, { id: "level" }),
      ruleOf({ kind: "missed-rate", minutes: 15, raise: 200, clear: 100 }, { id: "missed" }),
      ruleOf({ kind: "abandons-in-a-row", raise: 3 }, { id: "abandons" }),
      ruleOf({ kind: "nobody-logged-in" }, { id: "nobody" }),
    ];
    const day = createAlertTimeline({ rules, queues: CLOSING });
    day.at("17:50:00").joined("ana");
    for (const n of [1, 2, 3]) waits(day, `17:57:0${n}`, "17:59:00");
    day.at("17:59:10").left("ana");
    day.until("17:50:00");
    expect(day.until("17:59:59").length).toBe(4);
    expect(day.until("18:00:00").every((line) => line === "18:00:00 resolved support closed")).toBe(true);
    expect(day.until("18:30:00")).toEqual([]);
  });
});

describe("silences", () => {
  const rules = [ruleOf(WAITING)];

  test("[AL23] from their beginning (included) to their end (excluded)", () => {
    const silences = [silenceOf("09:00:00", "09:00:10")];
    const fires = (from: string): readonly string[] => {
      const day = createAlertTimeline({ rules, silences });
      waits(day, from, "09:30:00");
      day.until("08:59:50");
      return day.until(from);
    };
    expect(fires("08:59:59")).toEqual(["08:59:59 fired support"]);
    expect(fires("09:00:00")).toEqual(["09:00:00 fired support silenced"]);
    expect(fires("09:00:09")).toEqual(["09:00:09 fired support silenced"]);
    expect(fires("09:00:10")).toEqual(["09:00:10 fired support"]);
  });

  test("[AL24] what still fires at their end is told then; what ended before is never told of", () => {
    const day = createAlertTimeline({ rules, silences: [silenceOf("09:00:00", "09:05:00")] });
    waits(day, "09:00:30", "09:01:00");
    waits(day, "09:02:00", "09:06:00");
    day.until("09:00:00");
    expect(day.until("09:04:59")).toEqual([
      "09:00:30 fired support silenced",
      "09:01:00 resolved support clear untold",
      "09:02:00 fired support silenced",
    ]);
    expect(day.until("09:05:01")).toEqual(["09:05:00 told support"]);
    expect(day.until("09:06:00")).toEqual(["09:06:00 resolved support clear"]);
  });

  test("[AL24] what is only waiting to be over is not told", () => {
    const day = createAlertTimeline({
      rules: [ruleOf(WAITING, { keepFiringMs: 60_000 })],
      silences: [silenceOf("09:00:00", "09:05:00")],
    });
    waits(day, "09:04:00", "09:04:30");
    day.until("09:00:00");
    expect(day.until("09:10:00")).toEqual([
      "09:04:00 fired support silenced",
      "09:05:30 resolved support clear untold",
    ]);
  });

  test("[AL23] a silence that begins later mutes nothing that was told", () => {
    const day = createAlertTimeline({ rules });
    waits(day, "09:00:00", "09:01:00");
    day.until("09:00:01");
    day.silences([silenceOf("09:00:02", "09:30:00")]);
    expect(day.until("09:01:00")).toEqual(["09:01:00 resolved support clear"]);
  });

  test("[AL23] a silence that is taken away ends at once", () => {
    const day = createAlertTimeline({ rules, silences: [silenceOf("09:00:00", "09:30:00")] });
    waits(day, "09:00:00", "09:10:00");
    day.until("09:00:01");
    day.silences([]);
    expect(day.until("09:00:02")).toEqual(["09:00:02 told support"]);
  });

  test("[AL23] of one rule, of some queues; a group only with all of its queues, the site only with everything", () => {
    const queues = [{ id: "support" }, { id: "sales" }];
    const group = { kind: "group", name: "Both", queueIds: [queueId("support"), queueId("sales")] } as const;
    const all = [
      ruleOf(WAITING, { id: "each" }),
      ruleOf(WAITING, { id: "group", scope: group }),
      ruleOf(WAITING, { id: "site", scope: { kind: "site" } }),
    ];
    const mutedBy = (fields: Parameters<typeof silenceOf>[2]): readonly string[] => {
      const day = createAlertTimeline({ queues, rules: all, silences: [silenceOf("09:00:00", "10:00:00", fields)] });
      waits(day, "09:00:00", "09:10:00");
      day.until("09:00:00");
      return day.views().flatMap(({ ruleId, muted }) => (muted === null ? [] : [ruleId]));
    };
    expect(mutedBy({})).toEqual(["each", "group", "site"]);
    expect(mutedBy({ ruleId: "group" })).toEqual(["group"]);
    expect(mutedBy({ queueIds: [queueId("support")] })).toEqual(["each"]);
    expect(mutedBy({ queueIds: [queueId("sales")] })).toEqual([]);
    expect(mutedBy({ queueIds: group.queueIds })).toEqual(["each", "group"]);
  });

  test("[AL24] out of hours, then silenced, then told", () => {
    const silences = [silenceOf("08:00:00", "09:10:00")];
    const day = createAlertTimeline({ rules, queues: CLOSING, silences });
    waits(day, "08:50:00", "09:20:00");
    day.until("08:50:00");
    expect(day.views()).toMatchObject([{ muted: "out-of-hours" }]);
    expect(day.until("09:30:00")).toEqual([
      "09:00:00 muted support silenced",
      "09:10:00 told support",
      "09:20:00 resolved support clear",
    ]);
  });

  test("[AL25] whether it was told outlives a restart", () => {
    const day = createAlertTimeline({ rules, silences: [silenceOf("09:00:00", "09:05:00")] });
    waits(day, "09:00:00", "09:01:00");
    day.until("09:00:00");
    day.restart();
    expect(day.until("09:01:00")).toEqual(["09:01:00 resolved support clear untold"]);
  });
});
