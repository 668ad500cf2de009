import { describe, expect, it } from "vitest";
import type { OpenHours } from "../../config";
import type { CloseResult, RecoveryAct } from "../../events";
import { createInboxTimeline } from "../../testing/inbox-timeline";
import { instant } from "../../testing/scenario";
import { callerAlias, contactId } from "../../vocabulary";

type Timeline = ReturnType<typeof createInboxTimeline>;

const shift = (from: number, to: number) => [{ fromMinute: from * 60, toMinute: to * 60 }];
const everyDay = (from: number, to: number): OpenHours => ({
  weekly: Array.from({ length: 7 }, () => shift(from, to)),
  closedDates: [],
});
const NEXT = "2026-11-23";

/** `caller` gives up at this instant, after a minute. */
function miss(
  { at }: Timeline,
  time: string,
  contact: string,
  caller: string | null,
  queue = "support",
  date?: string,
) {
  const arrived = new Date(instant(time, date) - 60_000).toISOString().slice(11, 19);
  at(arrived, date).offered(contact, queue, caller);
  at(time, date).abandoned(contact, queue);
}
const closed = ({ missedKey }: Timeline, contact: string, result: CloseResult = "not-needed"): RecoveryAct => ({
  type: "recovery.closed",
  missedKey: missedKey(contact),
  by: { accountId: "a1", name: "Ada" },
  result,
});
const begun = (options: Parameters<typeof createInboxTimeline>[0] = {}, time = "08:00:00"): Timeline => {
  const timeline = createInboxTimeline(options);
  timeline.until(time);
  return timeline;
};

describe("[RE60] a miss is told after two minutes, if he is still to be called then", () => {
  it("the second before, the second itself, the second after", () => {
    const timeline = begun();
    miss(timeline, "09:01:00", "c1", "zoe");
    expect(timeline.until("09:02:59")).toEqual([]);
    expect(timeline.until("09:03:00")).toEqual(["09:03:00 missed zoe 1"]);
    expect(timeline.until("10:00:00")).toEqual([]);
  });

  it("who was routed on, came back, was reached or was closed by then is told to nobody", () => {
    const timeline = begun();
    const { at } = timeline;
    at("09:00:00").offered("c1", "support", "zoe");
    at("09:01:00").overflowed("c1", "timeout");
    at("09:01:01").offered("c1", "sales", "zoe");
    at("09:05:00").answered("c1", "sales");
    miss(timeline, "09:01:00", "c2", "max");
    at("09:02:00").offered("c3", "support", "max");
    at("09:02:59").answered("c3");
    miss(timeline, "09:01:00", "c4", "eva");
    at("09:02:59").told({ type: "outbound.answered", caller: callerAlias("eva"), agentId: null });
    miss(timeline, "09:01:00", "c5", "kim");
    at("09:02:59").told(closed(timeline, "c5"));
    expect(timeline.until("10:30:00")).toEqual([]);
  });

  it("whom somebody has by then is told once the claim has lapsed, and to nobody where he was called meanwhile", () => {
    const timeline = begun();
    const { at, missedKey } = timeline;
    const claimed = (contact: string): RecoveryAct => ({
      type: "recovery.claimed",
      missedKey: missedKey(contact),
      by: { accountId: "a1", name: "Ada" },
    });
    miss(timeline, "09:01:00", "c1", "zoe");
    at("09:02:00").told(claimed("c1"));
    miss(timeline, "09:01:00", "c2", "max");
    at("09:02:00").told(claimed("c2"));
    at("09:10:00").told({ type: "outbound.answered", caller: callerAlias("max"), agentId: null });
    expect(timeline.until("09:16:59")).toEqual([]);
    expect(timeline.until("09:17:00")).toEqual(["09:17:00 missed zoe 1"]);
  });

  it("told once, however often the contact leaves the book and comes back", () => {
    const timeline = begun();
    const { at } = timeline;
    at("09:00:00").offered("c1", "support", "zoe");
    at("09:01:00").overflowed("c1", "timeout");
    expect(timeline.until("09:03:00")).toEqual(["09:03:00 missed zoe 1"]);
    at("09:04:00").offered("c1", "sales", "zoe", 2);
    at("09:05:00").told({
      type: "contact.abandoned",
      queueId: "sales" as never,
      contactId: contactId("c1"),
      stay: 2,
    });
    expect(timeline.until("10:30:00")).toEqual([]);
  });

  it("by a clock that is an hour ahead it is told at once, by one that is a minute ahead after that", () => {
    const timeline = begun({}, "09:00:00");
    timeline.now("09:59:00").offered("c1", "support", "zoe");
    timeline.now("10:00:00").abandoned("c1");
    timeline.now("09:00:00").offered("c2", "support", "max");
    timeline.now("09:01:00").abandoned("c2");
    expect(timeline.until("10:10:00")).toEqual(["09:00:01 missed zoe 1", "09:03:00 missed max 1"]);
  });

  it("what was missed more than a day ago is no news where the inbox is new", () => {
    const timeline = createInboxTimeline();
    miss(timeline, "08:00:00", "c1", null);
    miss(timeline, "08:00:01", "c2", null);
    expect(timeline.until("08:00:01", NEXT)).toEqual(["08:00:01 missed ? 1"]);
  });
});

describe("[RE61] one message a caller and hour", () => {
  it("later tries within the hour are told together when it is over", () => {
    const timeline = begun({ recovery: { limitMs: 8 * 3_600_000 } });
    miss(timeline, "09:01:00", "c1", "zoe");
    miss(timeline, "09:10:00", "c2", "zoe");
    miss(timeline, "09:50:00", "c3", "zoe");
    miss(timeline, "09:10:00", "c4", "max");
    expect(timeline.until("10:02:59")).toEqual(["09:03:00 missed zoe 1", "09:12:00 missed max 1"]);
    expect(timeline.until("10:03:00")).toEqual(["10:03:00 missed zoe 3"]);
    expect(timeline.until("12:00:00")).toEqual([]);
  });

  it("also where he was answered in between, and was missed anew", () => {
    const timeline = begun();
    miss(timeline, "09:01:00", "c1", "zoe");
    timeline.at("09:05:00").told(closed(timeline, "c1", "reached"));
    miss(timeline, "09:10:00", "c2", "zoe");
    expect(timeline.until("10:30:00")).toEqual(["09:03:00 missed zoe 1", "10:03:00 missed zoe 1"]);
  });

  it("of withheld numbers one for all of them", () => {
    const timeline = begun();
    miss(timeline, "09:01:00", "c1", null);
    miss(timeline, "09:01:00", "c2", null, "sales");
    miss(timeline, "09:20:00", "c3", null);
    miss(timeline, "09:30:00", "c4", null);
    miss(timeline, "10:01:30", "c5", null);
    expect(timeline.until("10:03:00")).toEqual(["09:03:00 missed ? 1, ? 1", "10:03:00 missed ? 1, ? 1"]);
    expect(timeline.until("11:03:00")).toEqual(["11:03:00 missed ? 1"]);
    expect(timeline.until("17:00:00")).toEqual([]);
  });

  it("of a number that many people call from one for all of them, though each is a recovery of its own", () => {
    const timeline = begun();
    Object.assign(timeline.fold, { isShared: (caller: string) => caller === "hall" });
    miss(timeline, "09:01:00", "c1", "hall");
    miss(timeline, "09:01:05", "c2", "hall");
    miss(timeline, "09:20:00", "c3", "hall", "sales");
    expect(timeline.until("10:02:59")).toEqual(["09:03:00 missed hall 1"]);
    expect(timeline.until("10:03:00")).toEqual(["10:03:00 missed hall 1, hall 1"]);
  });

  it("after a restart the hour goes on", () => {
    const timeline = begun();
    miss(timeline, "09:01:00", "c1", "zoe");
    miss(timeline, "09:10:00", "c2", "zoe");
    timeline.until("09:30:00");
    timeline.restart();
    expect(timeline.until("10:03:00")).toEqual(["10:03:00 missed zoe 2"]);
  });

  it("the clock set back: within the hour nothing is told again, and he waits for no longer than that", () => {
    const timeline = begun();
    miss(timeline, "12:01:00", "c1", "zoe");
    expect(timeline.until("12:10:00")).toEqual(["12:03:00 missed zoe 1"]);
    timeline.setBackTo("10:00:00");
    miss(timeline, "10:30:00", "c2", "zoe");
    expect(timeline.until("10:32:00")).toEqual(["10:32:00 missed zoe 2"]);
  });
});

describe("[RE62] the morning's list", () => {
  it("at the opening, once, of all who called while it was closed and are still to be called", () => {
    const timeline = begun({ hours: everyDay(8, 17) }, "16:00:00");
    const { at } = timeline;
    miss(timeline, "17:30:00", "c1", "zoe");
    miss(timeline, "20:00:00", "c2", "zoe");
    miss(timeline, "21:00:00", "c3", null, "sales");
    miss(timeline, "22:00:00", "c4", "max");
    at("23:00:00").told({ type: "outbound.answered", caller: callerAlias("max"), agentId: null });
    expect(timeline.until("07:59:59", NEXT)).toEqual([]);
    expect(timeline.until("08:00:00", NEXT)).toEqual(["08:00:00 morning zoe 2, ? 1"]);
    expect(timeline.until("09:29:59", NEXT)).toEqual([]);
  });

  it("none where nobody called, and of each queue as it opens", () => {
    const queues = [
      { id: "support", hours: everyDay(8, 17) },
      { id: "sales", hours: everyDay(9, 17) },
    ];
    const timeline = begun({ queues }, "16:00:00");
    expect(timeline.until("10:00:00", NEXT)).toEqual([]);
    const later = begun({ queues }, "16:00:00");
    miss(later, "18:00:00", "c1", "zoe");
    miss(later, "18:10:00", "c2", "max", "sales");
    expect(later.until("09:20:00", NEXT)).toEqual(["08:00:00 morning zoe 1", "09:00:00 morning max 1"]);
  });

  it("who still waited at the opening, or tries again after it, is told as the others are", () => {
    const timeline = begun({ hours: everyDay(8, 17) }, "07:00:00");
    miss(timeline, "07:30:00", "c1", "zoe");
    miss(timeline, "08:00:30", "c2", "max");
    miss(timeline, "08:10:00", "c3", "zoe");
    expect(timeline.until("09:00:00")).toEqual([
      "08:00:00 morning zoe 1",
      "08:02:30 missed max 1",
      "08:12:00 missed zoe 2",
    ]);
  });

  it("where nobody looked at the opening, later that morning; where no hours are known, at once", () => {
    const timeline = begun({ hours: everyDay(8, 17) }, "07:00:00");
    miss(timeline, "07:30:00", "c1", "zoe");
    timeline.until("07:31:00");
    timeline.restart();
    timeline.sleepUntil("08:40:00");
    expect(timeline.until("09:00:00")).toEqual(["08:40:00 morning zoe 1"]);

    const open = begun();
    open.at("09:00:00").offered("c2", "support", "max");
    open.at("09:00:00").refused("c2", "closed");
    expect(open.until("09:30:00")).toEqual(["09:02:00 missed max 1"]);
  });
});

describe("[RE63] before the limit, and when it is over", () => {
  it("each once, to the second", () => {
    const timeline = begun();
    miss(timeline, "09:01:00", "c1", "zoe");
    expect(timeline.until("10:30:59")).toEqual(["09:03:00 missed zoe 1"]);
    expect(timeline.until("10:31:00")).toEqual(["10:31:00 due-soon zoe 1"]);
    expect(timeline.until("11:01:00")).toEqual([]);
    expect(timeline.until("11:01:01")).toEqual(["11:01:01 overdue zoe 1"]);
    timeline.restart();
    expect(timeline.until("17:00:00")).toEqual([]);
  });

  it("neither where somebody closed it, and none but the miss where the whole limit is shorter", () => {
    const timeline = begun();
    miss(timeline, "09:01:00", "c1", "zoe");
    timeline.at("10:30:59").told(closed(timeline, "c1"));
    expect(timeline.until("12:00:00")).toEqual(["09:03:00 missed zoe 1"]);
    const short = begun({ recovery: { limitMs: 20 * 60_000 } });
    miss(short, "09:01:00", "c1", "zoe");
    expect(short.until("12:00:00")).toEqual(["09:03:00 missed zoe 1", "09:21:01 overdue zoe 1"]);
  });

  it("in open hours: the clock stands while it is closed, and nobody is reminded then", () => {
    const timeline = begun({ hours: everyDay(8, 17) }, "15:00:00");
    miss(timeline, "16:00:00", "c1", "zoe");
    miss(timeline, "15:30:00", "c2", "max");
    expect(timeline.until("17:00:00")).toEqual(["15:32:00 missed max 1", "16:02:00 missed zoe 1"]);
    expect(timeline.until("08:29:59", NEXT)).toEqual(["08:00:00 due-soon max 1"]);
    expect(timeline.until("09:00:01", NEXT)).toEqual([
      "08:30:00 due-soon zoe 1",
      "08:30:01 overdue max 1",
      "09:00:01 overdue zoe 1",
    ]);
  });

  it("several at one moment are one message, which tells of tries nobody was told of too", () => {
    const timeline = begun();
    miss(timeline, "09:01:00", "c1", "zoe");
    miss(timeline, "09:01:00", "c2", "max");
    miss(timeline, "10:00:00", "c3", "zoe");
    timeline.until("09:10:00");
    timeline.sleepUntil("10:31:00");
    expect(timeline.until("11:00:00")).toEqual(["10:31:00 due-soon zoe 2, max 1"]);
    expect(timeline.until("11:01:01")).toEqual(["11:01:01 overdue zoe 2, max 1"]);
    expect(timeline.until("16:00:00")).toEqual([]);
  });

  it("where nobody looked in time, that it is over says it all", () => {
    const timeline = begun();
    miss(timeline, "09:01:00", "c1", "zoe");
    timeline.sleepUntil("11:30:00");
    expect(timeline.until("13:00:00")).toEqual(["11:30:00 overdue zoe 1"]);
  });

  it("the clock set back tells nothing again", () => {
    const timeline = begun();
    miss(timeline, "09:01:00", "c1", "zoe");
    expect(timeline.until("11:02:00")).toHaveLength(3);
    timeline.setBackTo("09:00:00");
    expect(timeline.until("11:30:00")).toEqual([]);
  });
});

describe("[RE64] what was told", () => {
  it("is forgotten once its recovery is, and not before", () => {
    const timeline = begun();
    miss(timeline, "09:01:00", "c1", "zoe");
    timeline.at("09:30:00").told(closed(timeline, "c1"));
    timeline.until("10:00:00");
    expect([timeline.forget("10:00:00").length, timeline.toldTries()]).toEqual([0, 1]);
    timeline.sleepUntil("10:00:00", "2026-11-25");
    timeline.until("10:02:00", "2026-11-25");
    expect([timeline.forget("10:00:00", "2026-11-25").length, timeline.toldTries()]).toEqual([1, 0]);
  });

  it("costs nothing while nothing changes", () => {
    const timeline = begun();
    miss(timeline, "09:01:00", "c1", "zoe");
    timeline.until("09:04:00");
    const before = timeline.decisions();
    timeline.until("10:30:59");
    expect(timeline.decisions()).toBe(before);
  });
});
