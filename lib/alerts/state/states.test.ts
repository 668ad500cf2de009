import { describe, expect, test } from "vitest";
import { createAlertTimeline, ruleOf } from "../../testing/alert-timeline";
import { instant } from "../../testing/scenario";
import { bookFromRows, rowsOf } from "../alert-book";

type Day = ReturnType<typeof createAlertTimeline>;

const WAITING = { kind: "waiting", raise: 1, clear: 0 } as const;
const HELD = ruleOf(WAITING, { forMs: 30_000, keepFiringMs: 60_000 });

/** Somebody waits from one instant to the other. */
function waits(day: Day, from: string, to: string, queue = "support"): void {
  day.at(from).offered(`${queue} ${from}`, queue);
  day.at(to).abandoned(`${queue} ${from}`, queue);
}

describe("pending and firing", () => {
  test("[AL14] it fires when it has held for so long: the second before, itself, the second after", () => {
    const day = createAlertTimeline({ rules: [HELD] });
    waits(day, "09:00:00", "09:10:00");
    day.until("09:00:00");
    expect(day.until("09:00:29")).toEqual([]);
    expect(day.views()).toEqual([]);
    expect(day.until("09:00:31")).toEqual(["09:00:30 fired support"]);
    expect(day.views()).toMatchObject([{ id: "a1", state: "firing", muted: null, frozen: false }]);
  });

  test("[AL14] flapping: what stops holding begins anew", () => {
    const day = createAlertTimeline({ rules: [HELD] });
    waits(day, "09:00:00", "09:00:29");
    waits(day, "09:00:30", "09:00:59");
    waits(day, "09:01:00", "09:02:00");
    day.until("09:00:00");
    expect(day.until("09:01:35")).toEqual(["09:01:30 fired support"]);
  });

  test("[AL14] one that still held in the second before its time does not fire in it", () => {
    const day = createAlertTimeline({ rules: [HELD] });
    waits(day, "09:00:00", "09:00:30");
    day.until("09:00:00");
    expect(day.until("09:01:30")).toEqual([]);
  });

  test("[AL15] it ends when it has been clear for so long; flapping meanwhile is one alert", () => {
    const day = createAlertTimeline({ rules: [HELD] });
    waits(day, "09:00:00", "09:01:00");
    waits(day, "09:01:59", "09:02:00");
    day.until("09:00:00");
    expect(day.until("09:02:59")).toEqual(["09:00:30 fired support"]);
    expect(day.until("09:03:01")).toEqual(["09:03:00 resolved support clear"]);
    expect(day.views()).toEqual([]);
  });

  test("[AL15] clear until the very second: the second itself begins anew", () => {
    const day = createAlertTimeline({ rules: [HELD] });
    waits(day, "09:00:00", "09:01:00");
    waits(day, "09:02:00", "09:02:01");
    day.until("09:00:00");
    expect(day.until("09:03:00")).toEqual(["09:00:30 fired support"]);
    expect(day.until("09:03:01")).toEqual(["09:03:01 resolved support clear"]);
  });

  test("[AL16] the next one is another alert", () => {
    const day = createAlertTimeline({ rules: [ruleOf(WAITING)] });
    waits(day, "09:00:00", "09:00:01");
    waits(day, "09:00:02", "09:10:00");
    day.until("09:00:00");
    expect(day.until("09:00:03")).toEqual(["09:00:01 resolved support clear", "09:00:02 fired support"]);
    expect(day.views()[0]?.id).toBe("a2");
  });

  test("[AL16] what it says is as last read, and changes the version", () => {
    const day = createAlertTimeline({ rules: [ruleOf(WAITING)] });
    waits(day, "09:00:00", "09:10:00");
    day.until("09:00:05");
    const before = day.version();
    day.until("09:00:06");
    expect(day.version()).toBe(before);
    waits(day, "09:00:07", "09:10:00");
    day.until("09:00:07");
    expect(day.version()).toBeGreaterThan(before);
    expect(day.views()[0]?.evidence).toEqual({ kind: "waiting", waiting: 2 });
  });

  test("[AL14] across midnight it goes on holding", () => {
    const day = createAlertTimeline({ rules: [HELD] });
    day.at("23:59:50").offered("c1");
    day.until("23:59:50");
    expect(day.until("00:00:19", "2026-11-23")).toEqual([]);
    expect(day.until("00:00:21", "2026-11-23")).toEqual(["00:00:20 fired support"]);
  });
});

describe("no data", () => {
  test("[AL17] pending begins anew when the source is heard again", () => {
    const day = createAlertTimeline({ rules: [HELD] });
    waits(day, "09:00:00", "09:10:00");
    day.until("09:00:00");
    day.until("09:00:29");
    day.feed("stale");
    expect(day.until("09:00:35")).toEqual([]);
    day.feed("live");
    expect(day.until("09:01:05")).toEqual([]);
    expect(day.until("09:01:07")).toEqual(["09:01:06 fired support"]);
  });

  test("[AL17] what fires is frozen: nothing ends it, and being clear begins anew", () => {
    const day = createAlertTimeline({ rules: [HELD] });
    waits(day, "09:00:00", "09:01:00");
    day.until("09:00:00");
    day.until("09:01:58");
    expect(day.views()).toMatchObject([{ frozen: false }]);
    day.feed("down");
    expect(day.until("09:30:00")).toEqual([]);
    expect(day.views()).toMatchObject([{ frozen: true }]);
    day.feed("live");
    expect(day.until("09:31:00")).toEqual([]);
    expect(day.views()).toMatchObject([{ frozen: false }]);
    expect(day.until("09:31:01")).toEqual(["09:31:01 resolved support clear"]);
  });

  test("[AL17] a source that tells nothing of the queue freezes nothing of it", () => {
    const day = createAlertTimeline({ rules: [HELD] });
    waits(day, "09:00:00", "09:10:00");
    day.until("09:00:00");
    day.otherFeed("down");
    expect(day.until("09:00:31")).toEqual(["09:00:30 fired support"]);
  });

  test("[AL17] being frozen is shown at once, and is one change", () => {
    const day = createAlertTimeline({ rules: [ruleOf(WAITING)] });
    waits(day, "09:00:00", "09:10:00");
    day.until("09:00:00");
    day.feed("connecting");
    const before = day.version();
    day.until("09:00:01");
    expect(day.version()).toBe(before + 1);
    day.until("09:00:02");
    expect(day.version()).toBe(before + 1);
  });
});

describe("nobody looked", () => {
  test("[AL18] up to ten seconds change nothing, longer begins anew", () => {
    const day = createAlertTimeline({ rules: [HELD] });
    waits(day, "09:00:00", "09:10:00");
    day.until("09:00:00");
    expect(day.next("09:00:10")).toEqual([]);
    expect(day.next("09:00:20")).toEqual([]);
    expect(day.next("09:00:30")).toEqual(["fired support"]);
    const late = createAlertTimeline({ rules: [HELD] });
    waits(late, "09:00:00", "09:10:00");
    late.until("09:00:20");
    expect(late.next("09:00:31")).toEqual([]);
    expect(late.until("09:01:00")).toEqual([]);
    expect(late.until("09:01:01")).toEqual(["09:01:01 fired support"]);
  });

  test("[AL18] after a restart an alert fires on as the same one, frozen until it is looked at", () => {
    const day = createAlertTimeline({ rules: [HELD] });
    waits(day, "09:00:00", "09:01:00");
    day.until("09:00:00");
    day.until("09:01:50");
    const before = day.views();
    day.restart();
    expect(day.views()).toEqual(before.map((view) => ({ ...view, frozen: true })));
    expect(day.until("09:01:51")).toEqual([]);
    expect(day.views()).toEqual(before);
    expect(day.until("09:02:50")).toEqual([]);
    expect(day.until("09:02:52")).toEqual(["09:02:51 resolved support clear"]);
  });

  test("[AL18] after a restart pending begins anew, and ids go on", () => {
    const day = createAlertTimeline({ rules: [HELD] });
    waits(day, "09:00:00", "09:00:31");
    waits(day, "09:05:00", "09:10:00");
    day.until("09:00:00");
    day.until("09:05:20");
    day.restart();
    expect(day.until("09:05:50")).toEqual([]);
    expect(day.until("09:05:51")).toEqual(["09:05:51 fired support"]);
    expect(day.views()[0]?.id).toBe("a2");
  });
});

/** What the end says of an alert that was seen to like this. */
const pastAfter = (seenTo: (day: Day) => void): unknown => {
  const day = createAlertTimeline({ rules: [ruleOf(WAITING)] });
  waits(day, "09:00:00", "09:10:00");
  day.until("09:00:01");
  seenTo(day);
  day.until("09:09:59");
  return day.look(instant("09:10:00")).flatMap((change) => (change.kind === "resolved" ? [change.past] : []));
};

const by = (name: string) => [expect.objectContaining({ acknowledgement: expect.objectContaining({ by: name }) })];

describe("acknowledged", () => {
  const rules = [ruleOf(WAITING)];

  test("[AL21] by whom and until when, on all screens; it lapses by itself: the second before, itself, after", () => {
    const day = createAlertTimeline({ rules });
    waits(day, "09:00:00", "10:00:00");
    day.until("09:00:01");
    expect(day.acknowledge("09:00:01.500", "09:05:00")).toMatchObject({ kind: "acknowledged" });
    expect(day.views()).toMatchObject([{ state: "acknowledged", acknowledgement: { by: "lea" } }]);
    expect(day.until("09:04:59")).toEqual([]);
    expect(day.until("09:05:01")).toEqual(["09:05:00 acknowledgement-lapsed support"]);
    expect(day.views()).toMatchObject([{ state: "firing", acknowledgement: null }]);
  });

  test("[AL21] another one's word takes its place; taken back it is nobody's", () => {
    const day = createAlertTimeline({ rules });
    waits(day, "09:00:00", "10:00:00");
    day.until("09:00:01");
    day.acknowledge("09:00:02", "09:05:00");
    day.acknowledge("09:00:03", "09:10:00", "tom");
    expect(day.until("09:06:00")).toEqual([]);
    expect(day.takeBack()).toMatchObject({ kind: "acknowledgement-taken-back" });
    expect(day.takeBack()).toBeNull();
    expect(day.views()).toMatchObject([{ state: "firing" }]);
  });

  test("[AL21] a past alert says who had it last: had still, lapsed, taken back, after a restart, nobody", () => {
    expect(pastAfter((day) => day.acknowledge("09:00:02", "09:30:00"))).toEqual(by("lea"));
    expect(pastAfter((day) => day.acknowledge("09:00:02", "09:05:00"))).toEqual(by("lea"));
    const takenBack = pastAfter((day) => {
      day.acknowledge("09:00:02", "09:05:00");
      day.acknowledge("09:00:03", "09:30:00", "tom");
      day.takeBack();
      expect(day.views()).toEqual([expect.not.objectContaining({ lastAcknowledgement: expect.anything() })]);
      day.restart();
    });
    expect(takenBack).toEqual(by("tom"));
    expect(takenBack).toEqual([expect.not.objectContaining({ lastAcknowledgement: expect.anything() })]);
    expect(pastAfter(() => undefined)).toEqual([expect.objectContaining({ acknowledgement: null })]);
  });

  test("[AL16] [AL21] a row of before, which does not know who had it last and how long it held, is read", () => {
    const day = createAlertTimeline({ rules });
    waits(day, "09:00:00", "10:00:00");
    day.until("09:00:01");
    const { alerts, firedCount } = day.rows();
    const before = alerts.map(
      ({ lastAcknowledgement: _last, heldUntilMs: _until, clearSinceMs: _since, readAtMs: _at, ...row }) => row,
    );
    expect(before).toHaveLength(1);
    // Until it is looked at nobody knows more than what was so when it fired.
    const read = alerts.map((row) => ({ ...row, heldUntilMs: row.firedAtMs }));
    expect(rowsOf(bookFromRows({ alerts: before, firedCount }))).toEqual({ alerts: read, firedCount });
  });

  test("[AL21] only what fires can be acknowledged, and its end is an end", () => {
    const day = createAlertTimeline({ rules });
    waits(day, "09:00:00", "09:01:00");
    waits(day, "09:02:00", "10:00:00");
    expect(day.acknowledge("09:00:00", "09:30:00", "lea", "a1")).toBeNull();
    day.until("09:00:01");
    day.acknowledge("09:00:02", "09:30:00");
    expect(day.until("09:01:00")).toEqual(["09:01:00 resolved support clear"]);
    expect(day.acknowledge("09:01:01", "09:30:00", "lea", "a1")).toBeNull();
    day.until("09:02:00");
    expect(day.views()).toMatchObject([{ id: "a2", acknowledgement: null }]);
  });

  test("[AL22] it outlives a restart and a source that is gone, and lapses there too", () => {
    const day = createAlertTimeline({ rules });
    waits(day, "09:00:00", "10:00:00");
    day.until("09:00:01");
    day.acknowledge("09:00:02", "09:05:00");
    day.restart();
    day.feed("down");
    expect(day.until("09:04:59")).toEqual([]);
    expect(day.views()).toMatchObject([{ state: "acknowledged", frozen: true }]);
    expect(day.until("09:05:00")).toEqual(["09:05:00 acknowledgement-lapsed support"]);
  });

  test("[AL22] the clock is set back: from then on it lasts for 480 minutes at most", () => {
    const day = createAlertTimeline({ rules: [ruleOf({ kind: "no-data" })] });
    day.feed("down");
    day.until("12:00:00");
    day.acknowledge("12:00:00", "20:00:00");
    expect(day.next("12:00:01")).toEqual([]);
    expect(day.next("12:00:00")).toEqual([]);
    const before = day.version();
    expect(day.look(instant("10:00:00"))).toMatchObject([
      { kind: "acknowledged", alert: { acknowledgement: { by: "lea", untilMs: instant("18:00:00") } } },
    ]);
    expect(day.version()).toBe(before + 1);
    expect(day.next("10:00:01")).toEqual([]);
    expect(day.next("17:59:59")).toEqual([]);
    expect(day.views()).toMatchObject([{ state: "acknowledged" }]);
    expect(day.next("18:00:00")).toEqual(["acknowledgement-lapsed pbx"]);
  });
});

describe("rules that change", () => {
  const rule = ruleOf(WAITING);

  test("[AL27] what it looks for, whom it looks at, its severity, and being switched off end its alert", () => {
    const changes = [
      [],
      [{ ...rule, enabled: false }],
      [{ ...rule, scope: { kind: "each-queue", queueIds: [] } as const }],
    ];
    for (const changed of changes) {
      const day = createAlertTimeline({ rules: [rule] });
      waits(day, "09:00:00", "10:00:00");
      day.until("09:00:01");
      day.rules(changed);
      expect(day.until("09:00:02")).toEqual(["09:00:02 resolved support rule-gone"]);
    }
    const day = createAlertTimeline({ rules: [rule] });
    waits(day, "09:00:00", "10:00:00");
    day.until("09:00:01");
    day.rules([{ ...rule, severity: "critical" }]);
    expect(day.until("09:00:02")).toEqual(["09:00:02 resolved support rule-gone", "09:00:02 fired support"]);
  });

  test("[AL27] its name, times and channels do not, nor does the order in which it is written", () => {
    const day = createAlertTimeline({ rules: [rule] });
    waits(day, "09:00:00", "10:00:00");
    day.until("09:00:01");
    const condition = { clear: 0, raise: 1, kind: "waiting" } as const;
    day.rules([{ ...rule, condition, name: "Other", forMs: 60_000, channelIds: ["hook"] }]);
    expect(day.until("09:00:05")).toEqual([]);
    expect(day.views()).toMatchObject([{ id: "a1", ruleName: "Rule" }]);
  });

  test("[AL27] a pending one of a changed rule begins anew", () => {
    const day = createAlertTimeline({ rules: [HELD] });
    waits(day, "09:00:00", "10:00:00");
    day.until("09:00:00");
    day.until("09:00:20");
    day.rules([{ ...HELD, condition: { kind: "longest-wait", raise: 1_000, clear: 0 } }]);
    expect(day.until("09:00:51")).toEqual(["09:00:51 fired support"]);
  });
});
