import { describe, expect, it } from "vitest";
import { boardOf, createScenario, instant } from "../testing/scenario";
import { contactId, queueId } from "../vocabulary";
import { applyEvent } from "./fold";

describe("a visit's way", () => {
  it("[SL1] 60.000 s is met, 60.001 s is not", () => {
    const day = createScenario();
    day.at("09:00:00").offered("c1");
    day.at("09:00:00").offered("c2");
    day.at("09:01:00").answered("c1");
    day.at("09:01:00.001").answered("c2");
    expect(day.at("09:02:00").board().total.today).toMatchObject({ answered: 2, met: 1, decided: 2 });
  });

  it("[SL2] a visit that still waits within the threshold decides nothing", () => {
    const day = createScenario();
    day.at("09:00:00").offered("c1");
    const { total } = day.at("09:00:59").board();
    expect(total).toMatchObject({ waiting: 1, overdue: 0, today: { offered: 1, decided: 0, serviceLevelRatio: null } });
  });

  it("[SL3] a caller past T is a failure at that moment: the second before, the second itself, the second after", () => {
    const day = createScenario();
    day.at("09:00:00").offered("c1");
    expect(day.at("09:00:59").board().total.today.decided).toBe(0);
    expect(day.at("09:01:00").board().total.today.decided).toBe(0);
    expect(day.at("09:01:01").board().total).toMatchObject({ overdue: 1, today: { decided: 1, serviceLevelRatio: 0 } });
    day.at("09:01:30").abandoned("c1");
    expect(day.at("09:01:30").board().total).toMatchObject({ overdue: 0, today: { decided: 1, abandoned: 1 } });
  });

  it("[CO4] an abandon of 5.000 s is short and in no rate, one of 5.001 s is in all", () => {
    const day = createScenario();
    day.at("09:00:00").offered("c1");
    day.at("09:00:05").abandoned("c1");
    expect(day.at("09:00:06").board().total.today).toMatchObject({
      abandoned: 1,
      shortAbandoned: 1,
      decided: 0,
      missed: 0,
      answerRateRatio: null,
      missedRateRatio: null,
    });
    day.at("09:01:00").offered("c2");
    day.at("09:01:05.001").abandoned("c2");
    expect(day.at("09:02:00").board().total.today).toMatchObject({
      abandoned: 2,
      shortAbandoned: 1,
      decided: 1,
      missed: 1,
      answerRateRatio: 0,
      missedRateRatio: 1,
    });
  });

  it("[CO7] the bases of the rates leave out short abandons and who still waits, and give the rates", () => {
    const day = createScenario();
    for (const contact of ["c1", "c2", "c3", "c4", "c5"]) day.at("09:00:00").offered(contact);
    day.at("09:00:05").abandoned("c1");
    day.at("09:00:10").abandoned("c2");
    day.at("09:00:12").answered("c3");
    day.at("09:00:20").overflowed("c4", "timeout");
    day.at("09:00:30").refused("c6", "full");
    const { today } = day.at("09:01:00").board().total;
    expect(today).toMatchObject({ offered: 5, waiting: 1, answered: 1, missed: 3 });
    expect(today).toMatchObject({ answerRateRatio: 1 / 3, answerRateBase: 3 });
    expect(today).toMatchObject({ missedRateRatio: 3 / 4, missedRateBase: 4 });
  });

  it("[CO1] a call that leaves sales and joins support is two visits and one contact", () => {
    const day = createScenario();
    day.at("09:00:00").offered("c1", "sales");
    day.at("09:00:45").overflowed("c1", "timeout", "sales");
    expect(day.at("09:00:45").board()).toMatchObject({ contacts: { offered: 1, missed: 1 } });
    day.at("09:00:45").offered("c1", "support");
    expect(day.at("09:00:46").board()).toMatchObject({ contacts: { offered: 1, missed: 0 }, total: { waiting: 1 } });
    day.at("09:00:50").answered("c1", "support");
    const board = day.at("09:01:00").board();
    expect(board.total.today).toMatchObject({ offered: 2, answered: 1, overflowed: 1, missed: 0 });
    expect(board.contacts).toMatchObject({ offered: 1, answered: 1, missed: 0 });
    expect(board.queues.map(({ queueId: id, today }) => [id, today.offered, today.answered])).toEqual([
      ["sales", 1, 0],
      ["support", 1, 1],
    ]);
  });

  it("[CO1] a second stay in the same queue is a visit of its own", () => {
    const day = createScenario();
    day.at("09:00:00").offered("c1");
    day.at("09:00:10").answered("c1");
    day.at("09:05:00").offered("c1", "support", null, 2);
    day.at("09:05:30").answered("c1", "support", "ana", 2);
    expect(day.at("09:06:00").board()).toMatchObject({
      total: { today: { offered: 2, answered: 2, asaMs: 20_000, waitMaxMs: 30_000 } },
      contacts: { offered: 1, answered: 1 },
    });
  });

  it("[CO5] missed stands where the contact ended, with ring-no-answer apart", () => {
    const day = createScenario();
    day.at("09:00:00").offered("c1");
    day.at("09:00:12").rang("c1", "ana");
    day.at("09:00:24").rang("c1", "ben");
    day.at("09:00:40").abandoned("c1");
    day.at("09:01:00").refused("c2", "full");
    const { today } = day.at("09:02:00").board().total;
    expect(today).toMatchObject({ offered: 1, refused: 1, missed: 2, ringNoAnswer: 2, abandoned: 1 });
    expect(today.refusedBy).toEqual({ full: 1, empty: 0, closed: 0 });
    expect(today.missedBy).toEqual({ abandoned: 1, overflowed: 0, refused: 1 });
  });

  it("[CO5] how a caller was lost is what became of his last visit, not of those before", () => {
    const day = createScenario();
    day.at("09:00:00").offered("c1");
    day.at("09:00:30").overflowed("c1", "timeout");
    day.at("09:00:30").offered("c1", "sales");
    day.at("09:01:00").abandoned("c1", "sales");
    day.at("09:01:00").offered("c2");
    day.at("09:01:30").overflowed("c2", "timeout");
    day.at("09:01:30").offered("c2", "sales");
    day.at("09:02:00").answered("c2", "sales", "ana");
    const { today } = day.at("09:03:00").board().total;
    expect(today).toMatchObject({ overflowed: 2, abandoned: 1, missed: 1 });
    expect(today.missedBy).toEqual({ abandoned: 1, overflowed: 0, refused: 0 });
  });

  it("[CO2] an answer outranks a provisional exit, whichever came first", () => {
    for (const order of [0, 1]) {
      const day = createScenario();
      day.at("09:00:00").offered("c1");
      const told = [() => day.at("09:00:10").overflowed("c1", "key"), () => day.at("09:00:11").answered("c1")];
      for (const tell of order === 0 ? told : told.reverse()) tell();
      expect(day.at("09:00:12").board().total.today).toMatchObject({ answered: 1, overflowed: 0, waitMaxMs: 11_000 });
    }
  });

  it("[CO6] a caller nobody lists any more is unknown four hours after, one still listed waits on", () => {
    const day = createScenario();
    day.at("09:00:00").offered("c1");
    day.at("09:00:00").offered("c2");
    day.at("12:30:00").listed("c2");
    expect(day.at("13:00:00").board().total.waiting).toBe(2);
    expect(day.at("13:00:01").board().total).toMatchObject({ waiting: 1, today: { unknown: 1, waiting: 1 } });
    expect(day.at("16:30:01").board().total).toMatchObject({ waiting: 0, today: { offered: 2, unknown: 2 } });
  });

  it("[CO1] a contact that comes back after an hour and a half is still the same", () => {
    const day = createScenario();
    day.at("09:00:00").offered("c1", "sales");
    day.at("09:01:00").overflowed("c1", "timeout", "sales");
    for (const time of ["09:20:00", "09:40:00", "10:00:00", "10:20:00"]) day.at(time).board();
    day.at("10:30:00").offered("c1", "support");
    day.at("10:30:05").answered("c1", "support");
    expect(day.at("10:31:00").board().contacts).toMatchObject({ offered: 1, answered: 1, missed: 0 });
  });

  it("[CO1] a board of some queues counts the contacts that began and ended there", () => {
    const day = createScenario();
    day.at("09:00:00").offered("c1", "sales");
    day.at("09:00:10").abandoned("c1", "sales");
    day.at("09:00:00").offered("c2", "sales");
    day.at("09:00:20").overflowed("c2", "timeout", "sales");
    day.at("09:00:20").offered("c2", "support");
    day.at("09:00:40").abandoned("c2", "support");
    day.at("09:01:00").board();
    const support = boardOf(day.fold, [queueId("support")]);
    expect(support.contacts).toEqual({ offered: 0, answered: 0, missed: 1, repeatCallers: null, repeatContacts: null });
    expect(support.total.today).toMatchObject({ offered: 1, missed: 1 });
    expect(boardOf(day.fold).contacts).toMatchObject({ offered: 2, missed: 2 });
  });

  it("[CO2] a caller who was lost and is listed again waits again, until he is lost again", () => {
    const day = createScenario();
    day.at("09:00:00").offered("c1");
    day.at("09:00:30").lost("c1");
    expect(day.at("09:00:40").board().total).toMatchObject({ waiting: 0, today: { unknown: 1 } });
    day.at("09:00:50").listed("c1");
    expect(day.at("09:00:51").board().total).toMatchObject({ waiting: 1, today: { unknown: 0, offered: 1 } });
    day.at("09:02:00").lost("c1");
    expect(day.at("09:02:01").board().total).toMatchObject({ waiting: 0, today: { unknown: 1 } });
  });

  it("[SL3] who had failed when he was last known stays failed", () => {
    const day = createScenario();
    day.at("09:00:00").offered("late");
    day.at("09:00:00").offered("early");
    day.at("09:01:01").lost("late");
    day.at("09:00:59").lost("early");
    expect(day.at("09:05:00").board().total.today).toMatchObject({ unknown: 2, decided: 1, serviceLevelRatio: 0 });
  });

  it("[UN4] lost in a gap is unknown until the source's own log says better", () => {
    const day = createScenario();
    day.at("09:00:00").offered("c1");
    day.at("09:00:30").lost("c1");
    expect(day.at("09:01:00").board().total.today).toMatchObject({ unknown: 1, missed: 0, decided: 0 });
    day.at("09:00:20").answered("c1");
    expect(day.at("09:01:00").board().total.today).toMatchObject({ unknown: 0, answered: 1, met: 1 });
  });
});

describe("time and handling", () => {
  it("[TI1] a visit belongs to the day in which it arrived, with everything later", () => {
    const day = createScenario();
    day.at("23:58:00").offered("c1");
    day.at("00:05:00", "2026-11-23").answered("c1");
    expect(day.at("00:06:00", "2026-11-23").board()).toMatchObject({
      day: "2026-11-23",
      total: { waiting: 0, today: { offered: 0, answered: 0 }, window: { offered: 1, answered: 1 } },
    });
  });

  it("[TI2] a silent night rolls over", () => {
    const day = createScenario();
    day.at("09:00:00").offered("c1");
    day.at("09:00:10").answered("c1");
    expect(day.at("23:59:59").board()).toMatchObject({ day: "2026-11-22", total: { today: { offered: 1 } } });
    expect(day.at("00:00:00", "2026-11-23").board()).toMatchObject({ day: "2026-11-23", contacts: { offered: 0 } });
  });

  it("[TI3] the window is the last 30 minutes by arrival", () => {
    const day = createScenario();
    day.at("09:00:30").offered("c1");
    day.at("09:00:40").answered("c1");
    expect(day.at("09:29:59").board().total.window).toMatchObject({ minutes: 30, offered: 1, answered: 1 });
    expect(day.at("09:30:00").board().total.window.offered).toBe(0);
    expect(day.at("09:30:00").board().total.today.offered).toBe(1);
  });

  it("[TI4] a negative wait and an instant more than 24 h off are clamped and counted", () => {
    const day = createScenario();
    day.at("09:00:00").offered("c1");
    day.at("08:59:58").answered("c1");
    expect(day.at("09:00:01").board().total.today).toMatchObject({ answered: 1, met: 1, asaMs: 0 });
    expect(day.fold.counters.clamped).toBe(1);
  });

  it("[TI4] a talk that no contact can have is not known, and counted", () => {
    const day = createScenario();
    day.at("09:00:00").offered("c1");
    day.at("09:00:10").answered("c1");
    day.at("09:02:10").completed("c1", 1_795_338_300_000);
    expect(day.at("09:03:00").board().total.today).toMatchObject({ handled: 0, ahtMs: null });
    expect(day.fold.counters.clamped).toBe(1);
  });

  it("[TI4] an instant ahead of its hearing moves no clock", () => {
    const day = createScenario();
    day.at("09:00:00").offered("c1");
    const ahead = day.log[0];
    if (ahead === undefined) throw new Error("told");
    const event = { ...ahead.event, contactId: contactId("c2") } as typeof ahead.event;
    applyEvent(day.fold, { ...ahead, sourceKey: "ahead", atMs: ahead.atMs + 23 * 3_600_000, event });
    expect(day.at("09:00:10").board()).toMatchObject({ day: "2026-11-22", total: { waiting: 2 } });
  });

  it("[UN4] the gaps of a flapping line within a minute of each other are one", () => {
    const day = createScenario();
    const gap = (from: string, to: string, filled: boolean) =>
      day.at(to).told({ type: "source.gap", fromMs: instant(from), toMs: instant(to), filled });
    gap("09:00:00", "09:00:05", true);
    gap("09:01:10", "09:01:20", true);
    gap("09:00:40", "09:00:50", false);
    gap("09:30:00", "09:31:00", true);
    expect(day.at("10:00:00").board().gaps).toMatchObject([
      { fromMs: instant("09:00:00"), toMs: instant("09:01:20"), filled: false },
      { fromMs: instant("09:30:00"), toMs: instant("09:31:00"), filled: true },
    ]);
  });

  it("[AH1] AHT takes wrap-up in only where every handled contact reports it", () => {
    const day = createScenario();
    day.at("09:00:00").offered("c1");
    day.at("09:00:10").answered("c1");
    day.at("09:02:10").completed("c1", 100_000, 10_000, "support", 20_000);
    expect(day.at("09:03:00").board().total.today).toMatchObject({
      handled: 1,
      talkMs: 120_000,
      ahtMs: 130_000,
      ahtIncludesWrapUp: true,
    });
    day.at("09:03:00").offered("c2");
    day.at("09:03:10").answered("c2");
    day.at("09:04:10").completed("c2", 60_000, null);
    expect(day.at("09:05:00").board().total.today).toMatchObject({ ahtMs: 90_000, ahtIncludesWrapUp: false });
  });

  it("[HT3] the longest wait is an instant on the wire, null when nobody waits", () => {
    const day = createScenario();
    day.at("09:00:00").offered("c1");
    day.at("09:00:05").offered("c2", "sales");
    const board = day.at("09:00:06").board();
    expect(board.total.oldestOfferedAtMs).toBe(Date.parse("2026-11-22T09:00:00Z"));
    day.at("09:00:07").answered("c1");
    day.at("09:00:07").answered("c2", "sales");
    expect(day.at("09:00:08").board().total.oldestOfferedAtMs).toBeNull();
  });

  it("[SL7] visits outside open hours are counted apart, with their outcomes", () => {
    const weekly = Array.from({ length: 7 }, () => [{ fromMinute: 9 * 60, toMinute: 17 * 60 }]);
    const day = createScenario({ hours: { weekly, closedDates: [] } });
    day.at("08:59:59").offered("early");
    day.at("09:00:20").answered("early");
    day.at("09:00:00").offered("first");
    day.at("09:00:20").answered("first");
    day.at("17:00:00").offered("late");
    expect(day.at("17:00:10").board().total).toMatchObject({ waiting: 1, today: { offered: 1, waiting: 0 } });
    day.at("17:00:30").abandoned("late");
    const board = day.at("17:01:00").board();
    expect(board).toMatchObject({ open: false, contacts: { offered: 1, missed: 0 } });
    expect(board.total.today).toMatchObject({ offered: 1, answered: 1, decided: 1, missed: 0, outOfHours: 2 });
    expect(board.total.today.outOfHoursBy).toMatchObject({ answered: 1, abandoned: 1, missed: 1 });
  });

  it("[RC1] [TI5] a number that is heard later than its call counts as if it had been heard at once", () => {
    const day = createScenario();
    day.at("09:00:00").offered("c1", "support", null);
    day.at("09:00:01").offered("c1", "support", "+4930111");
    day.at("09:05:00").offered("c2", "support", "+4930111");
    expect(day.at("09:06:00").board().contacts).toMatchObject({ repeatCallers: 1, repeatContacts: 2 });
  });

  it("[RC1] the same number twice within 24 h is one repeat caller with two contacts; withheld numbers are none", () => {
    const day = createScenario();
    day.at("09:00:00").offered("c1", "support", "+4930111");
    day.at("09:00:10").abandoned("c1");
    expect(day.at("09:01:00").board().contacts).toMatchObject({ repeatCallers: 0, repeatContacts: 0 });
    day.at("09:05:00").offered("c2", "sales", "+4930111");
    day.at("09:06:00").offered("c3", "sales", null);
    day.at("09:07:00").offered("c4", "sales", null);
    expect(day.at("09:08:00").board().contacts).toMatchObject({ repeatCallers: 1, repeatContacts: 2 });
    day.at("09:04:00", "2026-11-23").offered("c5", "sales", "+4930111");
    expect(day.at("09:10:00", "2026-11-23").board().contacts).toMatchObject({ repeatCallers: 1, repeatContacts: 1 });
  });
});

describe("agents", () => {
  it("[AG1] an agent in two queues is one in the total and one in each row", () => {
    const day = createScenario();
    for (const queue of ["sales", "support"]) day.at("09:00:00").joined("ana", queue);
    day.at("09:00:00").joined("ben", "sales");
    day.at("09:00:01").state("ana", "available");
    day.at("09:00:01").state("ben", "paused");
    const board = day.at("09:00:02").board();
    expect(board.total.agents).toMatchObject({ available: 1, paused: 1 });
    expect(board.queues.map((row) => [row.queueId, row.agents.available, row.agents.paused])).toEqual([
      ["sales", 1, 1],
      ["support", 1, 0],
    ]);
  });

  it("[AG1] a pause in one queue only holds there, until a later word for all", () => {
    const day = createScenario();
    for (const queue of ["sales", "support"]) day.at("09:00:00").joined("ana", queue);
    day.at("09:00:01").state("ana", "available");
    day.at("09:00:02").state("ana", "paused", "sales");
    const paused = day.at("09:00:03").board();
    expect(paused.queues.map((row) => row.agents.paused)).toEqual([1, 0]);
    expect(paused.total.agents).toMatchObject({ available: 1, paused: 0 });
    day.at("09:00:04").state("ana", "on-contact");
    expect(
      day
        .at("09:00:05")
        .board()
        .queues.map((row) => row.agents.onContact),
    ).toEqual([1, 1]);
  });

  it("[AG1] who left a queue is not counted there, who says nothing is not reported", () => {
    const day = createScenario();
    day.at("09:00:00").joined("ana");
    expect(day.at("09:00:01").board().total.agents.notReported).toBe(1);
    day.at("09:00:02").left("ana");
    expect(day.at("09:00:03").board().total.agents.notReported).toBe(0);
  });
});
