import { describe, expect, it } from "vitest";
import type { OpenHours } from "../../config";
import type { CloseResult, Person, RecoveryAct } from "../../events";
import { advanceTo, hearFrom } from "../../metrics/advance";
import { createScenario, instant, type Scenario } from "../../testing/scenario";
import { agentId, callerAlias, contactId, queueId, sourceId } from "../../vocabulary";
import { holderAt } from "./derive";
import { isInTime, isOverdue, recoveriesIn } from "../figures";
import type { Recovery } from "../recovery-types";

const PBX = sourceId("pbx");
const ADA: Person = { accountId: "a1", name: "Ada" };
const BEN: Person = { accountId: "b2", name: "Ben" };

const shift = (from: number, to: number) => [{ fromMinute: from * 60, toMinute: to * 60 }];
/** Sunday 22 November 2026 is a working day here, so that the scenario's own day is open. */
const OFFICE: OpenHours = {
  weekly: [shift(9, 17), shift(9, 17), shift(9, 17), shift(9, 17), shift(9, 17), [], shift(9, 17)],
  closedDates: ["2026-11-24"],
};

const all = ({ fold }: Scenario): readonly Recovery[] => [...recoveriesIn(fold.recoveries, null)];
const told = (scenario: Scenario): readonly string[] =>
  all(scenario).map(({ caller, attempts, end }) => `${caller ?? "?"} ${attempts.length} ${end?.kind ?? "open"}`);

const claim = ({ missedKey }: Scenario, contact: string, by = ADA): RecoveryAct => ({
  type: "recovery.claimed",
  missedKey: missedKey(contact),
  by,
});
const release = ({ missedKey }: Scenario, contact: string, by = ADA): RecoveryAct => ({
  type: "recovery.released",
  missedKey: missedKey(contact),
  by,
});
const tried = ({ missedKey }: Scenario, contact: string, by = ADA): RecoveryAct => ({
  type: "recovery.tried",
  result: "no-answer",
  missedKey: missedKey(contact),
  by,
});
const closed = ({ missedKey }: Scenario, contact: string, result: CloseResult, by = ADA): RecoveryAct => ({
  type: "recovery.closed",
  result,
  missedKey: missedKey(contact),
  by,
});
const calledBack = (caller: string, agent = "ana") =>
  ({ type: "outbound.answered", caller: callerAlias(caller), agentId: agentId(agent) }) as const;

/** A time of day, as the scenario writes it. */
const time = (atMs: number): string => new Date(atMs).toISOString().slice(11, 19);

function holder(scenario: Scenario, timeOfDay: string): string | null {
  const [recovery] = all(scenario);
  return recovery === undefined ? null : (holderAt(recovery, instant(timeOfDay))?.by.name ?? null);
}

/** `caller` gives up after a minute. */
function miss({ at }: Scenario, from: string, contact: string, caller: string | null, queue = "support"): void {
  at(from).offered(contact, queue, caller);
  at(time(instant(from) + 60_000)).abandoned(contact, queue);
}

describe("opening and joining", () => {
  it("[RE1] each missed contact opens a recovery of its caller; later ones join it while it is open", () => {
    const scenario = createScenario();
    miss(scenario, "09:00:00", "c1", "zoe");
    expect(told(scenario)).toEqual(["zoe 1 open"]);
    miss(scenario, "09:10:00", "c2", "zoe", "sales");
    miss(scenario, "09:11:00", "c3", "max");
    expect(told(scenario)).toEqual(["zoe 2 open", "max 1 open"]);
    const [zoe] = all(scenario);
    expect(zoe).toMatchObject({ queueId: "support", firstMissedAtMs: instant("09:01:00"), contactable: true });
    expect(zoe?.attempts.map(({ queueId: queue, missed }) => [queue, missed.why, missed.waitMs])).toEqual([
      ["support", "abandoned", 60_000],
      ["sales", "abandoned", 60_000],
    ]);
  });

  it("[RE1] hanging up within the first seconds opens none, answered opens none", () => {
    const scenario = createScenario();
    scenario.at("09:00:00").offered("c1", "support", "zoe");
    scenario.at("09:00:05").abandoned("c1");
    scenario.at("09:00:00").offered("c2", "support", "max");
    scenario.at("09:00:10").answered("c2");
    expect(told(scenario)).toEqual([]);
  });

  it("[RE1] overflowed to nobody and refused open one; routed on into another queue and answered there none", () => {
    const scenario = createScenario();
    scenario.at("09:00:00").offered("c1", "support", "zoe");
    scenario.at("09:01:00").overflowed("c1", "timeout");
    expect(told(scenario)).toEqual(["zoe 1 open"]);
    scenario.at("09:01:01").offered("c1", "sales", "zoe");
    expect(told(scenario)).toEqual([]);
    scenario.at("09:01:20").answered("c1", "sales");
    scenario.at("09:02:00").offered("c2", "support", "max");
    scenario.at("09:02:00").refused("c2", "full");
    expect(told(scenario)).toEqual(["max 1 open"]);
    expect(all(scenario)[0]?.attempts[0]?.missed).toMatchObject({ why: "refused", reason: "full" });
  });

  it("[RE5] withheld numbers cannot be called, are kept each for itself and end by nothing but time", () => {
    const scenario = createScenario();
    miss(scenario, "09:00:00", "c1", null);
    miss(scenario, "09:05:00", "c2", null);
    expect(told(scenario)).toEqual(["? 1 open", "? 1 open"]);
    expect(all(scenario).map(({ contactable, dueAtMs }) => [contactable, dueAtMs])).toEqual([
      [false, null],
      [false, null],
    ]);
    scenario.at("09:06:00").offered("c3");
    scenario.at("09:06:10").answered("c3");
    expect(scenario.at("09:07:00").board().recoveries).toMatchObject({ missed: 2, uncontactable: 2, open: 0 });
  });

  it("[RE1] a number that several people share is never merged, and ends by nothing that happens there", () => {
    const scenario = createScenario();
    Object.assign(scenario.fold, { isShared: (caller: string) => caller === "hall" });
    miss(scenario, "09:00:00", "c1", "hall");
    miss(scenario, "09:10:00", "c2", "hall");
    scenario.at("09:12:00").offered("c3", "support", "hall");
    scenario.at("09:12:10").answered("c3");
    scenario.at("09:13:00").told(calledBack("hall"));
    expect(told(scenario)).toEqual(["hall 1 open", "hall 1 open"]);
    scenario.at("09:14:00").told(closed(scenario, "c2", "reached"));
    expect(told(scenario)).toEqual(["hall 1 open", "hall 1 closed"]);
  });
});

describe("the limit", () => {
  const DUE: readonly (readonly [string, string, string, string])[] = [
    ["in the morning: two hours", "2026-11-22T10:00:00Z", "2026-11-22T12:01:00Z", "abandoned"],
    ["shortly before closing: the rest next morning", "2026-11-22T16:29:00Z", "2026-11-23T10:30:00Z", "abandoned"],
    ["after closing, a holiday between", "2026-11-23T18:00:00Z", "2026-11-25T11:00:00Z", "after-hours"],
    ["on a Saturday, closed: Sunday's second hour", "2026-11-28T12:00:00Z", "2026-11-29T11:00:00Z", "after-hours"],
  ];
  it.each(DUE)("[RE2] %s", (_, arrived, due, why) => {
    const scenario = createScenario({ hours: OFFICE });
    const day = arrived.slice(0, 10);
    const gaveUp = time(Date.parse(arrived) + 60_000);
    scenario.at(arrived.slice(11, 19), day).offered("c1", "support", "zoe");
    scenario.at(gaveUp, day).abandoned("c1");
    const [recovery] = all(scenario);
    expect(new Date(recovery?.dueAtMs ?? 0).toISOString()).toBe(new Date(due).toISOString());
    expect(recovery?.attempts[0]?.missed.why).toBe(why);
  });

  it("[RE2] due at its instant is in time; overdue the millisecond after, on every board by itself", () => {
    const scenario = createScenario();
    miss(scenario, "09:00:00", "c1", "zoe");
    const [recovery] = all(scenario);
    const dueAtMs = instant("11:01:00");
    expect(recovery && [isOverdue(recovery, dueAtMs), isOverdue(recovery, dueAtMs + 1)]).toEqual([false, true]);
    const { fold } = scenario;
    expect(scenario.at("11:01:00").board().recoveries).toMatchObject({ open: 1, overdue: 0, nextDueAtMs: dueAtMs });
    const { version } = fold;
    hearFrom(fold, PBX, dueAtMs + 1);
    advanceTo(fold, dueAtMs + 1);
    expect(fold.version).toBeGreaterThan(version);
    expect(scenario.at("11:01:01").board().recoveries).toMatchObject({ open: 1, overdue: 1, nextDueAtMs: null });
  });

  it.each([
    ["the clocks go back in the night", "2026-10-24T14:30:00Z", "2026-10-25T09:30:00Z"],
    ["the clocks go forward in the night", "2026-03-28T15:30:00Z", "2026-03-29T08:30:00Z"],
  ])("[RE2] missed half an hour before closing; %s", (_, missedAt, due) => {
    const daily = { weekly: Array.from({ length: 7 }, () => shift(9, 17)), closedDates: [] };
    const scenario = createScenario({ hours: daily, timeZone: "Europe/Berlin" });
    const missed = Date.parse(missedAt);
    scenario.at(time(missed - 60_000), missedAt.slice(0, 10)).offered("c1", "support", "zoe");
    scenario.at(time(missed), missedAt.slice(0, 10)).abandoned("c1");
    expect(all(scenario)[0]?.dueAtMs).toBe(Date.parse(due));
  });
});

describe("ending", () => {
  it("[RE3] came back and was answered; what is missed after that opens another", () => {
    const scenario = createScenario();
    miss(scenario, "09:00:00", "c1", "zoe");
    scenario.at("09:20:00").offered("c2", "support", "zoe");
    expect(told(scenario)).toEqual(["zoe 1 open"]);
    scenario.at("09:20:30").answered("c2");
    expect(all(scenario)[0]?.end).toEqual({ kind: "came-back", atMs: instant("09:20:30") });
    miss(scenario, "09:30:00", "c3", "zoe");
    expect(told(scenario)).toEqual(["zoe 1 came-back", "zoe 1 open"]);
  });

  it("[RE3] reached by an outbound call that was answered, whoever else was called", () => {
    const scenario = createScenario();
    miss(scenario, "09:00:00", "c1", "zoe");
    scenario.at("09:05:00").told(calledBack("max"));
    expect(told(scenario)).toEqual(["zoe 1 open"]);
    scenario.at("09:06:00").told(calledBack("zoe"));
    expect(all(scenario)[0]?.end).toEqual({
      kind: "reached",
      atMs: instant("09:06:00"),
      sourceId: "pbx",
      agentId: "ana",
    });
    expect(scenario.at("09:07:00").board().recoveries).toMatchObject({
      missed: 1,
      recovered: 1,
      recoveredInTime: 1,
      open: 0,
      wonBack: 1,
      quickestMs: 5 * 60_000,
    });
  });

  it("[RE3] a callback that the queue itself made and an agent answered has reached him", () => {
    const scenario = createScenario();
    scenario.at("09:00:00").offered("c1", "support", "zoe");
    scenario.at("09:02:00").overflowed("c1", "key");
    expect(all(scenario)[0]?.attempts[0]).toMatchObject({ callback: true });
    const visit = { queueId: queueId("support"), contactId: contactId("c2"), stay: 1, channel: "voice" } as const;
    scenario.at("09:30:00").told({ type: "contact.offered", ...visit, caller: callerAlias("zoe"), via: "callback" });
    scenario.at("09:30:20").answered("c2");
    expect(all(scenario)[0]?.end).toEqual({
      kind: "reached",
      atMs: instant("09:30:20"),
      sourceId: "pbx",
      agentId: "ana",
    });
  });

  it("[RE3] closed by a person with a result; only reached wins the customer back", () => {
    const scenario = createScenario();
    miss(scenario, "09:00:00", "c1", "zoe");
    miss(scenario, "09:01:00", "c2", "max");
    scenario.at("09:10:00").told(closed(scenario, "c1", "left-message"));
    scenario.at("09:10:00").told(closed(scenario, "c2", "reached", BEN));
    expect(told(scenario)).toEqual(["zoe 1 closed", "max 1 closed"]);
    expect(scenario.at("09:11:00").board().recoveries).toMatchObject({ missed: 2, recovered: 1, wonBack: 1 });
  });

  it("[RE3] what is over stays over: later acts, answers and calls change nothing", () => {
    const scenario = createScenario();
    miss(scenario, "09:00:00", "c1", "zoe");
    scenario.at("09:10:00").told(closed(scenario, "c1", "not-needed"));
    const before = JSON.stringify(all(scenario));
    scenario.at("09:11:00").told(claim(scenario, "c1", BEN));
    scenario.at("09:12:00").told(closed(scenario, "c1", "reached", BEN));
    scenario.at("09:13:00").told(calledBack("zoe"));
    expect(JSON.stringify(all(scenario))).toBe(before);
  });

  it("[RE3] won back after the limit counts as recovered, not as in time", () => {
    const scenario = createScenario();
    miss(scenario, "09:00:00", "c1", "zoe");
    scenario.at("12:00:00").told(calledBack("zoe"));
    const [recovery] = all(scenario);
    expect(recovery && isInTime(recovery)).toBe(false);
    expect(scenario.at("12:00:01").board().recoveries).toMatchObject({ recovered: 1, recoveredInTime: 0 });
  });

  it("[RE3] nobody touched it for thirty days: it lapses, and the day before it has not", () => {
    const scenario = createScenario();
    miss(scenario, "09:00:00", "c1", "zoe");
    scenario.at("09:01:00", "2026-12-21").board();
    expect(told(scenario)).toEqual(["zoe 1 open"]);
    scenario.at("09:02:00", "2026-12-22").board();
    expect(told(scenario)).toEqual(["zoe 1 lapsed"]);
    scenario.at("09:02:00", "2026-12-25").board();
    expect([told(scenario), scenario.fold.recoveries.records.size]).toEqual([[], 0]);
  });
});

describe("who has it", () => {
  it("[RE4] one person at a time: the second claim changes nothing until the first is given back", () => {
    const scenario = createScenario();
    miss(scenario, "09:00:00", "c1", "zoe");
    scenario.at("09:05:00").told(claim(scenario, "c1"));
    scenario.at("09:05:00").told(claim(scenario, "c1", BEN));
    expect(holder(scenario, "09:06:00")).toBe("Ada");
    scenario.at("09:07:00").told(release(scenario, "c1", BEN));
    scenario.at("09:07:01").told(tried(scenario, "c1", BEN));
    scenario.at("09:07:02").told(closed(scenario, "c1", "reached", BEN));
    expect([holder(scenario, "09:08:00"), told(scenario)]).toEqual(["Ada", ["zoe 1 open"]]);
    scenario.at("09:09:00").told(release(scenario, "c1"));
    scenario.at("09:10:00").told(claim(scenario, "c1", BEN));
    expect(holder(scenario, "09:11:00")).toBe("Ben");
  });

  it("[RE4] a claim lapses after fifteen minutes without an attempt; an attempt holds it again", () => {
    const scenario = createScenario();
    miss(scenario, "09:00:00", "c1", "zoe");
    scenario.at("09:05:00").told(claim(scenario, "c1"));
    expect([holder(scenario, "09:19:59"), holder(scenario, "09:20:00")]).toEqual(["Ada", null]);
    scenario.at("09:19:00").told(tried(scenario, "c1"));
    expect([holder(scenario, "09:33:59"), holder(scenario, "09:34:00")]).toEqual(["Ada", null]);
    scenario.at("09:34:00").told(claim(scenario, "c1", BEN));
    expect(holder(scenario, "09:35:00")).toBe("Ben");
    expect(all(scenario)[0]?.tried).toEqual([{ atMs: instant("09:19:00"), by: ADA, result: "no-answer" }]);
  });

  it("[RE4] the source's clock is ahead of ours: who claims at once holds it all the same", () => {
    const scenario = createScenario();
    miss(scenario, "09:00:00", "c1", "zoe");
    scenario.at("09:00:58").told(claim(scenario, "c1"));
    expect(holder(scenario, "09:01:30")).toBe("Ada");
  });

  it("[RE1] told through any of its contacts, it is the same recovery", () => {
    const scenario = createScenario();
    miss(scenario, "09:00:00", "c1", "zoe");
    miss(scenario, "09:05:00", "c2", "zoe");
    scenario.at("09:10:00").told(claim(scenario, "c2"));
    scenario.at("09:11:00").told(closed(scenario, "c1", "reached"));
    expect(told(scenario)).toEqual(["zoe 2 closed"]);
  });
});
