import { describe, expect, test } from "vitest";
import { createAlertTimeline, ruleOf } from "../../testing/alert-timeline";
import { instant } from "../../testing/scenario";
import { queueId } from "../../vocabulary";

describe("longest wait", () => {
  const rules = [ruleOf({ kind: "longest-wait", raise: 120_000, clear: 60_000 })];

  test("[AL2] fires with the second at which the oldest has waited so long, and not the one before", () => {
    const day = createAlertTimeline({ rules });
    day.at("09:00:00").offered("c1");
    day.at("09:00:30").offered("c2");
    expect(day.until("09:00:00")).toEqual([]);
    expect(day.until("09:01:59")).toEqual([]);
    expect(day.until("09:02:01")).toEqual(["09:02:00 fired support"]);
    const oldestOfferedAtMs = instant("09:00:00");
    expect(day.views()).toMatchObject([{ evidence: { kind: "longest-wait", oldestOfferedAtMs } }]);
  });

  test("[AL3] the next in line is between raise and clear: it fires on, until one waits no longer than clear", () => {
    const day = createAlertTimeline({ rules });
    day.at("09:00:00").offered("c1");
    day.at("09:01:00").offered("c2");
    day.at("09:01:25").offered("c3");
    day.until("09:02:00");
    expect(day.until("09:02:10")).toEqual([]);
    day.at("09:02:10").answered("c1");
    expect(day.until("09:02:20")).toEqual([]);
    day.at("09:02:21").answered("c2");
    expect(day.until("09:02:24")).toEqual(["09:02:21 resolved support clear"]);
  });

  test("[AL3] what is between raise and clear does not begin to fire", () => {
    const day = createAlertTimeline({ rules });
    day.at("09:00:00").offered("c1");
    day.until("09:01:30");
    day.at("09:01:59").answered("c1");
    expect(day.until("09:05:00")).toEqual([]);
  });

  test("[AL2] nobody waits: it is clear at once", () => {
    const day = createAlertTimeline({ rules });
    day.at("09:00:00").offered("c1");
    day.until("09:02:00");
    day.at("09:02:01").abandoned("c1");
    expect(day.until("09:02:02")).toEqual(["09:02:01 resolved support clear"]);
  });

  test("[AL2] a caller who waits across midnight waits on", () => {
    const day = createAlertTimeline({ rules });
    day.at("23:59:00").offered("c1");
    day.until("23:59:59");
    expect(day.until("00:00:59", "2026-11-23")).toEqual([]);
    expect(day.until("00:01:01", "2026-11-23")).toEqual(["00:01:00 fired support"]);
  });
});

test("[AL3] waiting: raised at three, cleared at one, however it flaps in between", () => {
  const day = createAlertTimeline({ rules: [ruleOf({ kind: "waiting", raise: 3, clear: 1 })] });
  day.at("09:00:00").offered("c1");
  day.at("09:00:00").offered("c2");
  expect(day.until("09:00:00")).toEqual([]);
  day.at("09:00:01").offered("c3");
  expect(day.until("09:00:01")).toEqual(["09:00:01 fired support"]);
  day.at("09:00:02").answered("c3");
  expect(day.until("09:00:02")).toEqual([]);
  day.at("09:00:03").offered("c4");
  expect(day.until("09:00:03")).toEqual([]);
  day.at("09:00:04").answered("c4");
  day.at("09:00:05").answered("c2");
  expect(day.until("09:00:06")).toEqual(["09:00:05 resolved support clear"]);
});

const waitingFor = (day: ReturnType<typeof createAlertTimeline>): void => {
  day.at("09:00:00").offered("c1", "support");
  day.at("09:00:01").offered("c2", "sales");
  day.at("09:00:02").offered("c3", "other");
};

describe("several queues", () => {
  const queues = [{ id: "support" }, { id: "sales" }, { id: "other" }];
  test("[AL1] a group is read together, and other queues are not in it", () => {
    const scope = { kind: "group", name: "Front", queueIds: [queueId("support"), queueId("sales")] } as const;
    const day = createAlertTimeline({ queues, rules: [ruleOf({ kind: "waiting", raise: 2, clear: 0 }, { scope })] });
    waitingFor(day);
    expect(day.until("09:00:03")).toEqual(["09:00:03 fired Front"]);
    expect(day.views()).toMatchObject([{ subjectName: "Front", evidence: { waiting: 2 } }]);
  });

  test("[AL1] the site is all queues together", () => {
    const rule = ruleOf({ kind: "waiting", raise: 3, clear: 0 }, { scope: { kind: "site" } });
    const day = createAlertTimeline({ queues, rules: [rule] });
    waitingFor(day);
    expect(day.until("09:00:02")).toEqual(["09:00:02 fired site"]);
    expect(day.views()).toMatchObject([{ subjectName: "", subject: { kind: "site" }, evidence: { waiting: 3 } }]);
  });

  test("[AL1] each queue is read by itself, listed ones only; one that appears later too", () => {
    const condition = { kind: "waiting", raise: 1, clear: 0 } as const;
    const listed = ruleOf(condition, { id: "l", scope: { kind: "each-queue", queueIds: [queueId("sales")] } });
    const day = createAlertTimeline({ queues: [{ id: "sales" }], rules: [listed, ruleOf(condition)] });
    expect(day.until("09:00:00")).toEqual([]);
    day.at("09:00:01").offered("c1", "new");
    expect(day.until("09:00:01")).toEqual(["09:00:01 fired new"]);
    day.at("09:00:02").offered("c2", "sales");
    expect(day.until("09:00:02")).toEqual(["09:00:02 fired sales", "09:00:02 fired sales"]);
  });
});

test("[AL13] all of: fires with the second at which the last of them is over, ends as soon as one is clear", () => {
  const conditions = [
    { kind: "waiting", raise: 2, clear: 0 },
    { kind: "longest-wait", raise: 120_000, clear: 60_000 },
  ] as const;
  const day = createAlertTimeline({ rules: [ruleOf({ kind: "all-of", conditions })] });
  day.at("09:00:00").offered("c1");
  expect(day.until("09:02:29")).toEqual([]);
  day.at("09:02:30").offered("c2");
  expect(day.until("09:02:31")).toEqual(["09:02:30 fired support"]);
  expect(day.views()[0]?.evidence).toEqual({
    kind: "all-of",
    of: [
      { kind: "waiting", waiting: 2 },
      { kind: "longest-wait", oldestOfferedAtMs: instant("09:00:00") },
    ],
  });
  // One caller is between two and none: it fires on, until his wait is short.
  day.at("09:02:40").answered("c1");
  expect(day.until("09:02:41")).toEqual(["09:02:40 resolved support clear"]);
});

test("[AL13] all of: with one of them between it neither begins nor ends", () => {
  const conditions = [
    { kind: "waiting", raise: 2, clear: 0 },
    { kind: "longest-wait", raise: 120_000, clear: 60_000 },
  ] as const;
  const day = createAlertTimeline({ rules: [ruleOf({ kind: "all-of", conditions })] });
  day.at("09:00:00").offered("c1");
  day.at("09:00:00").offered("c2");
  day.until("09:02:00");
  expect(day.views()).toHaveLength(1);
  day.at("09:02:05").answered("c2");
  expect(day.until("09:10:00")).toEqual([]);
  day.at("09:10:01").answered("c1");
  expect(day.until("09:10:01")).toEqual(["09:10:01 resolved support clear"]);
});
