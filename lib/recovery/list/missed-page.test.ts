import { describe, expect, it } from "vitest";
import { maskFor } from "../../desk/mask";
import type { CloseResult, Person } from "../../events";
import { createScenario, instant, type Scenario, type ScenarioOptions } from "../../testing/scenario";
import { agentId, callerAlias, queueId, type QueueId } from "../../vocabulary";
import type { MissedQuestion } from "../missed-api";
import { missedPage, type MissedInput } from "./missed-page";

const ADA: Person = { accountId: "a1", name: "Ada" };
const BEN: Person = { accountId: "b2", name: "Ben" };
const OFFICE = {
  weekly: Array.from({ length: 7 }, () => [{ fromMinute: 540, toMinute: 1_020 }]),
  closedDates: [],
};
const COST = {
  currency: "EUR",
  orderValue: 80,
  conversionRatio: { low: 0.1, high: 0.3 },
  lifetimeValue: 600,
  churnRatio: { low: 0.01, high: 0.05 },
};
const ALL: MissedQuestion = { list: "open", queueId: null, why: null, offset: 0, limit: 100 };

function input(queueIds: readonly QueueId[] | null = null, me: Person | null = ADA): MissedInput {
  return {
    revision: { epoch: "test", number: 1 },
    queueIds,
    me,
    mask: maskFor("end", (alias) => alias.slice(-4)),
    idOf: (key) => key,
    recordingLink: "https://pbx.example/{contactId}.wav",
  };
}

/** `caller` of each call gives up after half a minute. */
function missed(calls: readonly (readonly [string, string, string | null, string?])[], options: ScenarioOptions = {}) {
  const scenario = createScenario(options);
  for (const [from, contact, caller, queue] of calls) {
    scenario.at(from).offered(contact, queue, caller);
    scenario.at(new Date(instant(from) + 30_000).toISOString().slice(11, 19)).abandoned(contact, queue);
  }
  return scenario;
}

const idsOf = ({ fold }: Scenario, question: Partial<MissedQuestion> = {}, given = input()): readonly string[] =>
  missedPage(fold, { ...ALL, ...question }, given).rows.map(({ caller }) =>
    caller.kind === "number" ? caller.tail : caller.kind,
  );

const by = ({ missedKey }: Scenario, person: Person, contact: string) => ({
  missedKey: missedKey(contact),
  by: person,
});

describe("the lists", () => {
  const CALLS = [
    ["09:10:00", "c1", "+++zoe1"],
    ["09:00:00", "c2", "+++max2", "sales"],
    ["09:20:00", "c3", null],
    ["09:30:00", "c4", "+++zoe1"],
    ["09:15:00", "c5", "+++eva3"],
  ] as const;

  it("[RE2] open: the first due first; each has its own count", () => {
    const scenario = missed(CALLS);
    scenario.at("09:40:00").board();
    expect(idsOf(scenario)).toEqual(["max2", "zoe1", "eva3"]);
    expect(idsOf(scenario, { list: "withheld" })).toEqual(["withheld"]);
    const page = missedPage(scenario.fold, { ...ALL, offset: 1, limit: 1 }, input());
    expect([page.rows.map(({ tries }) => tries), page.total, page.counts]).toEqual([
      [2],
      3,
      { open: 3, callbacks: 0, mine: 0, ended: 0, withheld: 1 },
    ]);
    expect(page.rows[0]).toMatchObject({
      queueId: "support",
      firstMissedAtMs: instant("09:10:30"),
      lastMissedAtMs: instant("09:30:30"),
      longestWaitMs: 30_000,
      why: "abandoned",
      dueAtMs: instant("11:10:30"),
      dueInOpenMs: instant("11:10:30") - instant("09:40:00"),
      claim: null,
      end: null,
      recordingUrl: "https://pbx.example/c4.wav",
    });
  });

  it("[RE1] of some queues only, by queue and by why", () => {
    const scenario = missed(CALLS);
    scenario.at("09:40:00").board();
    expect(idsOf(scenario, {}, input([queueId("sales")]))).toEqual(["max2"]);
    expect(idsOf(scenario, { queueId: queueId("support") })).toEqual(["zoe1", "eva3"]);
    expect(idsOf(scenario, { queueId: queueId("support") }, input([queueId("sales")]))).toEqual([]);
    expect(idsOf(scenario, { why: "refused" })).toEqual([]);
    const queues = missedPage(scenario.fold, ALL, input([queueId("sales")])).queues.map((queue) => queue.queueId);
    expect(queues).toEqual(["sales"]);
  });

  it("[RE4] mine: what I hold now; who else holds one is named", () => {
    const scenario = missed(CALLS);
    scenario.at("09:40:00").told({ type: "recovery.claimed", ...by(scenario, ADA, "c1") });
    scenario.at("09:40:00").told({ type: "recovery.claimed", ...by(scenario, BEN, "c2") });
    scenario.at("09:41:00").board();
    expect([idsOf(scenario, { list: "mine" }), idsOf(scenario, { list: "mine" }, input(null, BEN))]).toEqual([
      ["zoe1"],
      ["max2"],
    ]);
    expect(idsOf(scenario, { list: "mine" }, input(null, null))).toEqual([]);
    const claims = missedPage(scenario.fold, ALL, input()).rows.map(({ claim }) => claim);
    expect(claims).toEqual([
      { by: "Ben", untilMs: instant("09:55:00"), mine: false },
      { by: "Ada", untilMs: instant("09:55:00"), mine: true },
      null,
    ]);
    scenario.at("09:55:00").board();
    expect(idsOf(scenario, { list: "mine" })).toEqual([]);
  });

  it("[RE3] ended: the newest end first, with what it came to", () => {
    const scenario = missed(CALLS);
    scenario.at("09:45:00").joined("ana");
    scenario.at("09:46:00").told({
      type: "outbound.answered",
      caller: callerAlias("+++max2"),
      agentId: agentId("ana"),
    });
    scenario.at("11:30:00").told({ type: "recovery.closed", result: "wrong-number", ...by(scenario, BEN, "c5") });
    scenario.at("11:31:00").board();
    const page = missedPage(scenario.fold, { ...ALL, list: "ended" }, input());
    expect(page.rows.map(({ end }) => end)).toEqual([
      { kind: "closed", atMs: instant("11:30:00"), inTime: false, by: "Ben", result: "wrong-number", canReopen: true },
      { kind: "reached", atMs: instant("09:46:00"), inTime: true, by: "ana", result: null, canReopen: false },
    ]);
  });

  it("[RE40] asked of one queue, everything beside the list is that queue's; of one that is not his a lead is told nothing", () => {
    const scenario = missed(CALLS, { recovery: { cost: COST } });
    scenario.at("09:35:00").offered("c6", "sales", "+++kim4");
    scenario.at("09:36:00").overflowed("c6", "key", "sales");
    scenario.at("12:00:00").board();
    const toldOf = (queue: string | null, own: readonly QueueId[] | null = null) => {
      const asked = { ...ALL, queueId: queue === null ? null : queueId(queue) };
      const page = missedPage(scenario.fold, asked, input(own));
      const causes = new Set(page.causes.map((cause) => String(cause.queueId)));
      return [
        page.figures.open,
        page.total,
        page.callbacks.asked,
        [...causes].sort().join(" "),
        page.cost?.lostCallers,
      ];
    };
    expect(toldOf(null)).toEqual([4, 4, 1, "sales support", 5]);
    expect(toldOf("support")).toEqual([2, 2, 0, "support", 3]);
    expect(toldOf("sales")).toEqual([2, 2, 1, "sales", 2]);
    expect(toldOf("sales", [queueId("support")])).toEqual([0, 0, 0, "", 0]);
  });

  it("[RE6] of today's missed it is said how many called after hours", () => {
    const scenario = missed(
      [
        ["08:00:00", "c1", "+++zoe1"],
        ["09:30:00", "c2", "+++zoe1"],
        ["10:00:00", "c3", "+++max2"],
      ],
      { hours: OFFICE },
    );
    scenario.at("10:05:00").board();
    const { figures, afterHours } = missedPage(scenario.fold, ALL, input());
    expect([figures.missed, afterHours]).toEqual([2, 1]);
  });

  it("[RE2] what is left of the limit stands still while the queue is closed", () => {
    const scenario = missed([["16:29:30", "c1", "+++zoe1"]], { hours: OFFICE });
    const leftAt = (time: string, day?: string) => {
      scenario.at(time, day).board();
      const [row] = missedPage(scenario.fold, ALL, input()).rows;
      return (row?.dueInOpenMs ?? 0) / 60_000;
    };
    expect([leftAt("16:30:00"), leftAt("17:00:00"), leftAt("23:00:00"), leftAt("08:59:59", "2026-11-23")]).toEqual([
      120, 90, 90, 90,
    ]);
    expect([leftAt("09:30:00", "2026-11-23"), leftAt("10:30:00", "2026-11-23")]).toEqual([60, 0]);
  });
});

describe("callbacks", () => {
  it("[RE8] keep their place by original arrival, and what was promised is held against what was kept", () => {
    const scenario = createScenario();
    const leave = (from: string, to: string, contact: string, caller: string): void => {
      scenario.at(from).offered(contact, "support", caller);
      scenario.at(to).overflowed(contact, "key");
    };
    leave("09:00:00", "09:10:00", "c1", "+++zoe1");
    leave("09:05:00", "09:06:00", "c2", "+++max2");
    leave("09:07:00", "09:08:00", "c3", "+++eva3");
    scenario.at("09:11:00").board();
    // Whoever waited longest is first, though he asked last.
    expect(idsOf(scenario, { list: "callbacks" })).toEqual(["zoe1", "max2", "eva3"]);
    scenario.at("10:00:00").told({ type: "outbound.answered", caller: callerAlias("+++max2"), agentId: null });
    scenario.at("11:09:00").told({ type: "outbound.answered", caller: callerAlias("+++eva3"), agentId: null });
    scenario.at("11:09:30").board();
    expect(missedPage(scenario.fold, ALL, input()).callbacks).toEqual({ asked: 3, kept: 1, late: 1, open: 1 });
  });

  it("[RE8] where a key leads somewhere else, nobody asked for anything", () => {
    const scenario = createScenario({ recovery: { keyExit: "missed" } });
    scenario.at("09:00:00").offered("c1", "support", "+++zoe1");
    scenario.at("09:01:00").overflowed("c1", "key");
    scenario.at("09:02:00").board();
    expect([idsOf(scenario), idsOf(scenario, { list: "callbacks" })]).toEqual([["zoe1"], []]);
  });
});

describe("what it costs", () => {
  it("[RE7] missed and not recovered × conversion × order value, plus churn × lifetime value; a range", () => {
    const calls = [
      ["09:00:00", "c1", "+++zoe1"],
      ["09:00:00", "c2", "+++max2"],
      ["09:00:00", "c3", null],
      ["10:30:00", "c4", "+++eva3"],
    ] as const;
    const scenario = missed(calls, { recovery: { cost: COST } });
    scenario.at("10:00:00").told({ type: "outbound.answered", caller: callerAlias("+++zoe1"), agentId: null });
    scenario.at("11:00:30").board();
    // Max is due at this very instant, Eva later; only who withheld his number is lost for sure.
    expect(missedPage(scenario.fold, ALL, input()).cost?.lostCallers).toBe(1);
    scenario.at("11:00:31").board();
    const estimate = missedPage(scenario.fold, ALL, input()).cost;
    expect(estimate?.lostCallers).toBe(2);
    expect(estimate?.total.low).toBeCloseTo(2 * 0.1 * 80 + 2 * 0.01 * 600);
    expect(estimate?.total.high).toBeCloseTo(2 * 0.3 * 80 + 2 * 0.05 * 600);
    expect(estimate?.orders).toEqual({ low: 0.2, high: 0.6 });
  });

  it("[RE7] whoever needed nothing, or was none of ours, was not lost; whoever was not reached was", () => {
    const calls = [
      ["09:00:00", "c1", "+++zoe1"],
      ["09:00:00", "c2", "+++max2"],
      ["09:00:00", "c3", "+++eva3"],
    ] as const;
    const scenario = missed(calls, { recovery: { cost: COST } });
    const close = (contact: string, result: CloseResult): void =>
      scenario.at("09:10:00").told({ type: "recovery.closed", result, ...by(scenario, ADA, contact) });
    close("c1", "not-needed");
    close("c2", "wrong-number");
    close("c3", "no-answer");
    scenario.at("12:00:00").board();
    expect(missedPage(scenario.fold, ALL, input()).cost?.lostCallers).toBe(1);
  });

  it("[RE7] without anybody's figures there is none", () => {
    const scenario = missed([["09:00:00", "c1", "+++zoe1"]]);
    expect(missedPage(scenario.fold, ALL, input()).cost).toBeNull();
  });
});
