import { describe, expect, test } from "vitest";
import { createAlertTimeline, NINE_TO_SIX, ruleOf } from "../../testing/alert-timeline";
import { instant } from "../../testing/scenario";
import { contactId, queueId } from "../../vocabulary";

describe("waiting per agent", () => {
  const rules = [ruleOf({ kind: "waiting-per-agent", raise: 2, clear: 1 })];

  test("[AL6] two callers for each who is logged in and not paused; a pause makes it so, its end does not end it", () => {
    const day = createAlertTimeline({ rules });
    for (const agent of ["ana", "ben"]) day.at("08:00:00").joined(agent);
    day.at("08:00:00").state("ana", "available");
    day.at("08:00:00").state("ben", "on-contact");
    for (const caller of ["c1", "c2", "c3"]) day.at("09:00:00").offered(caller);
    expect(day.until("09:00:04")).toEqual([]);
    day.at("09:00:05").state("ben", "paused");
    expect(day.until("09:00:06")).toEqual(["09:00:05 fired support"]);
    expect(day.views()[0]?.evidence).toEqual({ kind: "waiting-per-agent", waiting: 3, agents: 1 });
    // Three for two are between two and one for each.
    day.at("09:00:07").state("ben", "available");
    day.at("09:00:09").answered("c1");
    expect(day.until("09:00:08")).toEqual([]);
    expect(day.until("09:00:10")).toEqual(["09:00:09 resolved support clear"]);
  });

  test("[AL6] without anybody each caller is one too many", () => {
    const day = createAlertTimeline({ rules });
    day.at("08:00:00").joined("ana");
    day.at("08:30:00").left("ana");
    day.at("09:00:01").offered("c1");
    day.at("09:00:03").abandoned("c1");
    expect(day.until("09:00:00")).toEqual([]);
    expect(day.until("09:00:04")).toEqual(["09:00:01 fired support", "09:00:03 resolved support clear"]);
  });

  test("[AL6] [AL7] a source that never tells of agents does not say that there are none", () => {
    const day = createAlertTimeline({ rules: [...rules, ruleOf({ kind: "nobody-logged-in" }, { id: "n" })] });
    for (const caller of ["c1", "c2", "c3"]) day.at("09:00:00").offered(caller);
    day.until("09:00:00");
    expect(day.until("09:00:10")).toEqual([]);
    expect(day.views()).toEqual([]);
  });
});

describe("nobody logged in", () => {
  const rules = [ruleOf({ kind: "nobody-logged-in" })];

  test("[AL7] fires with the last one's leaving, ends with the first one's coming; a pause is no leaving", () => {
    const day = createAlertTimeline({ rules });
    for (const agent of ["ana", "ben"]) day.at("08:00:00").joined(agent);
    day.at("09:00:01").left("ana");
    day.at("09:00:02").state("ben", "paused");
    day.at("09:00:05").state("ben", "logged-out");
    day.at("09:00:06").offered("c1");
    day.at("09:00:08").joined("ana");
    day.until("09:00:00");
    expect(day.until("09:00:07")).toEqual(["09:00:05 fired support"]);
    expect(day.views()[0]?.evidence).toEqual({ kind: "nobody-logged-in", waiting: 1 });
    expect(day.until("09:00:08")).toEqual(["09:00:08 resolved support clear"]);
  });

  test("[AL7] a queue that never had anybody fires only where somebody waits in it", () => {
    const day = createAlertTimeline({ queues: [{ id: "support" }, { id: "overflow" }], rules });
    day.at("08:00:00").joined("ana");
    day.at("09:00:05").offered("c1", "overflow");
    day.at("09:00:07").abandoned("c1", "overflow");
    day.until("09:00:00");
    expect(day.until("09:00:08")).toEqual(["09:00:05 fired overflow", "09:00:07 resolved overflow clear"]);
  });
});

test("[AL10] abandons in a row: the third fires, the next answer ends it; short ones are none", () => {
  const day = createAlertTimeline({ rules: [ruleOf({ kind: "abandons-in-a-row", raise: 3 })] });
  day.at("09:00:00").offered("short");
  day.at("09:00:05").abandoned("short");
  for (const caller of ["c1", "c2", "c3"]) day.at("09:00:10").offered(caller);
  day.at("09:00:20").abandoned("c1");
  day.at("09:00:21").abandoned("c2");
  day.at("09:00:25").abandoned("c3");
  day.at("09:00:30").offered("c4");
  day.at("09:00:33").answered("c4");
  day.until("09:00:00");
  expect(day.until("09:00:26")).toEqual(["09:00:25 fired support"]);
  expect(day.views()[0]?.evidence).toEqual({ kind: "abandons-in-a-row", count: 3 });
  expect(day.until("09:00:34")).toEqual(["09:00:33 resolved support clear"]);
});

test("[AL10] abandons in a row: who came before opening is none of them", () => {
  const rules = [ruleOf({ kind: "abandons-in-a-row", raise: 2 })];
  const day = createAlertTimeline({ rules, queues: [{ id: "support", hours: NINE_TO_SIX }] });
  for (const [caller, came] of [
    ["c1", "08:59:59"],
    ["c2", "09:00:00"],
    ["c3", "09:00:01"],
  ] as const) {
    day.at(came).offered(caller);
    day.at(`09:00:1${caller.slice(1)}`).abandoned(caller);
  }
  day.until("09:00:00");
  expect(day.until("09:00:20")).toEqual(["09:00:13 fired support"]);
});

test("[AL10] abandons in a row: over several queues an answer in any of them counts", () => {
  const scope = { kind: "site" } as const;
  const day = createAlertTimeline({ rules: [ruleOf({ kind: "abandons-in-a-row", raise: 2 }, { scope })] });
  for (const queue of ["support", "sales"])
    for (const n of [1, 2, 3]) day.at("09:00:00").offered(`${queue}${n}`, queue);
  day.at("09:00:10").abandoned("support1");
  day.at("09:00:11").answered("sales1", "sales");
  day.at("09:00:12").abandoned("support2");
  day.at("09:00:14").abandoned("sales2", "sales");
  day.until("09:00:00");
  expect(day.until("09:00:15")).toEqual(["09:00:14 fired site"]);
});

test("[AL10] overdue recoveries are counted elsewhere; where nobody counts them, there are none", () => {
  const day = createAlertTimeline({ rules: [ruleOf({ kind: "overdue-recoveries", raise: 5 })] });
  expect(day.until("09:00:00")).toEqual([]);
  day.overdue(4);
  expect(day.until("09:00:01")).toEqual([]);
  day.overdue(5);
  expect(day.until("09:00:02")).toEqual(["09:00:02 fired support"]);
  day.overdue(null);
  expect(day.until("09:00:03")).toEqual(["09:00:03 resolved support clear"]);
});

const chat = (day: ReturnType<typeof createAlertTimeline>, contact: string, time: string): void => {
  const visit = { queueId: queueId("support"), contactId: contactId(contact), stay: 1 };
  day.at(time).told({ type: "contact.offered", ...visit, channel: "chat", caller: null, via: "direct" });
  day.at(time).answered(contact);
};

describe("over capacity", () => {
  const rules = [ruleOf({ kind: "over-capacity" })];
  test("[AL11] the fourth chat at once fires, the end of one ends it", () => {
    const day = createAlertTimeline({ rules });
    for (const n of [1, 2, 3]) chat(day, `c${n}`, "09:00:00");
    chat(day, "c4", "09:00:05");
    day.at("09:00:08").completed("c2", 8_000);
    day.until("09:00:00");
    expect(day.until("09:00:07")).toEqual(["09:00:05 fired support"]);
    expect(day.views()[0]?.evidence).toEqual({ kind: "over-capacity", agents: 1, most: 4 });
    expect(day.until("09:00:09")).toEqual(["09:00:08 resolved support clear"]);
  });

  test("[AL11] each channel by itself: three chats and a call are no overload, two calls are", () => {
    const day = createAlertTimeline({ rules });
    for (const n of [1, 2, 3]) chat(day, `c${n}`, "09:00:00");
    day.at("09:00:01").offered("call");
    day.at("09:00:02").answered("call");
    day.at("09:00:05").offered("second");
    day.at("09:00:06").answered("second");
    day.until("09:00:00");
    expect(day.until("09:00:06")).toEqual(["09:00:06 fired support"]);
  });

  test("[AL11] a contact that goes on to the next person is with that one only", () => {
    const day = createAlertTimeline({ rules, queues: [{ id: "support" }, { id: "sales" }] });
    day.at("09:00:00").offered("call");
    day.at("09:00:01").answered("call", "support", "ana");
    day.at("09:00:02").offered("call", "sales");
    day.at("09:00:03").answered("call", "sales", "ben");
    day.at("09:00:04").offered("next");
    day.at("09:00:05").answered("next", "support", "ana");
    day.until("09:00:00");
    expect(day.until("09:00:10")).toEqual([]);
  });
});

test("[AL12] paused too long: with the second at which the pause is so long, until it ends", () => {
  const day = createAlertTimeline({ rules: [ruleOf({ kind: "paused-too-long", pausedMs: 900_000 })] });
  for (const agent of ["ana", "ben"]) day.at("08:00:00").joined(agent);
  day.at("09:00:00").state("ana", "paused");
  day.at("09:05:00").state("ben", "paused");
  day.at("09:15:05").state("ana", "available");
  day.until("09:14:59");
  expect(day.until("09:15:01")).toEqual(["09:15:00 fired support"]);
  const longestSinceAtMs = instant("09:00:00");
  expect(day.views()[0]?.evidence).toEqual({ kind: "paused-too-long", agents: 1, longestSinceAtMs });
  expect(day.until("09:15:06")).toEqual(["09:15:05 resolved support clear"]);
});

describe("no data", () => {
  const rule = ruleOf({ kind: "no-data" }, { forMs: 20_000, scope: { kind: "site" } });

  test("[AL9] a source that is not live fires, about the source; live again ends it", () => {
    const day = createAlertTimeline({ rules: [rule] });
    day.until("09:00:00");
    day.feed("stale");
    expect(day.until("09:00:20")).toEqual([]);
    expect(day.until("09:00:22")).toEqual(["09:00:21 fired pbx"]);
    day.feed("live");
    expect(day.until("09:00:23")).toEqual(["09:00:23 resolved pbx clear"]);
  });

  const CLOSING = { id: "support", hours: NINE_TO_SIX };

  test("[AL9] [AL19] while no queue is open it fires all the same, and is told to nobody until one opens", () => {
    const day = createAlertTimeline({ rules: [rule], queues: [CLOSING] });
    day.feed("down");
    day.until("08:30:00");
    expect(day.until("08:59:59")).toEqual(["08:30:20 fired pbx out-of-hours"]);
    expect(day.views()).toMatchObject([{ state: "firing", muted: "out-of-hours" }]);
    expect(day.until("09:00:01")).toEqual(["09:00:00 told pbx"]);
    expect(day.views()).toMatchObject([{ muted: null }]);
  });

  test("[AL19] what came back before one opened was never told", () => {
    const day = createAlertTimeline({ rules: [rule], queues: [CLOSING] });
    day.feed("down");
    day.until("08:30:00");
    day.until("08:50:00");
    day.feed("live");
    expect(day.until("09:30:00")).toEqual(["08:50:01 resolved pbx clear untold"]);
  });

  test("[AL19] the last queue's closing ends it, and what is still away fires again, told to nobody", () => {
    const day = createAlertTimeline({ rules: [rule], queues: [CLOSING] });
    day.until("17:50:00");
    day.feed("down");
    expect(day.until("17:59:59")).toEqual(["17:50:21 fired pbx"]);
    expect(day.until("18:01:00")).toEqual(["18:00:00 resolved pbx closed", "18:00:21 fired pbx out-of-hours"]);
  });

  test("[AL19] while any queue of the site is open it is told", () => {
    const day = createAlertTimeline({ rules: [rule], queues: [CLOSING, { id: "night" }] });
    day.feed("down");
    day.until("20:00:00");
    expect(day.until("20:00:20")).toEqual(["20:00:20 fired pbx"]);
  });
});
