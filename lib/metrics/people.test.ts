import { expect, test } from "vitest";
import { boardOfAll, type BoardConfig } from "../config";
import { createScenario, instant, type Scenario } from "../testing/scenario";
import { agentId, boardId, callerAlias, contactId, MAIN_BOARD, queueId, sourceId } from "../vocabulary";
import { applyEvent } from "./fold";
import { buildSnapshot } from "./snapshot";
import type { BoardSnapshot } from "./snapshot-types";

function boardOf(scenario: Scenario, time: string, change: Partial<BoardConfig>): BoardSnapshot {
  scenario.at(time).board();
  const board = { ...boardOfAll(boardId("wall"), "Wall"), ...change };
  return buildSnapshot(scenario.fold, { board, revision: { epoch: "e", number: 1 }, sources: [] }, null);
}
function joins(scenario: Scenario, time: string, agent: string, name: string | null, queue = "support"): void {
  const ids = { agentId: agentId(agent), queueId: queueId(queue) };
  scenario.at(time).told({ type: "agent.joined", ...ids, name, penalty: null });
}
function pauses(scenario: Scenario, time: string, agent: string, reason: string, queue: string | null = null): void {
  const queueIds = queue === null ? null : queueId(queue);
  const sinceAtMs = instant(time);
  scenario.at(time).told({
    type: "agent.state-changed",
    agentId: agentId(agent),
    queueId: queueIds,
    state: "paused",
    reason,
    sinceAtMs,
  });
}

/** Ana in support and sales, Ben (no name known) in support, Cem logged out, Dora gone from support. */
function team(): Scenario {
  const scenario = createScenario();
  joins(scenario, "08:00:00", "PJSIP/101", "Ana Ruiz Soto");
  joins(scenario, "08:00:00", "PJSIP/101", "Ana Ruiz Soto", "sales");
  joins(scenario, "08:00:00", "PJSIP/102", null);
  joins(scenario, "08:00:00", "PJSIP/103", "Cem Aydin");
  joins(scenario, "08:00:00", "PJSIP/104", "Dora Weiss");
  scenario.at("08:01:00").state("PJSIP/101", "available");
  scenario.at("08:02:00").state("PJSIP/103", "logged-out");
  scenario.at("08:03:00").left("PJSIP/104");
  return scenario;
}

test("[BO1] a board that names people shows who is logged in to its queues, their state, and since when", () => {
  const { people } = boardOf(team(), "08:05:00", { agentNames: "full" });
  expect(people).toEqual({
    "PJSIP/101": { name: "Ana Ruiz Soto", state: "available", reason: null, sinceAtMs: instant("08:01:00") },
    "PJSIP/102": { name: "PJSIP/102", state: "not-reported", reason: null, sinceAtMs: null },
  });
});

test("[BO1] first names only: no surname stands anywhere in what is sent", () => {
  const scenario = team();
  joins(scenario, "08:04:00", "PJSIP/105", "Okafor, Chidi");
  joins(scenario, "08:04:00", "PJSIP/106", "  Mei");
  const board = boardOf(scenario, "08:05:00", { agentNames: "first" });
  expect(Object.values(board.people).map(({ name }) => name)).toEqual(["Ana", "PJSIP/102", "Chidi", "Mei"]);
  expect(JSON.stringify(board)).not.toMatch(/Ruiz|Soto|Okafor/);
});

test("[BO1] a board that names nobody sends no name and no agent at all; so does one that says nothing of it", () => {
  const scenario = team();
  scenario.at("08:04:00").offered("c1", "support", "+4930123456");
  scenario.at("08:04:10").answered("c1", "support", "PJSIP/101");
  const silent = boardOf(scenario, "08:05:00", { agentNames: "none" });
  expect(silent.people).toEqual({});
  expect(silent.total.agents.available).toBe(1);
  for (const board of [silent, boardOf(scenario, "08:05:00", {}), boardOf(scenario, "08:05:00", { id: MAIN_BOARD })]) {
    expect(JSON.stringify(board)).not.toMatch(/Ana|Ruiz|Cem|Dora|PJSIP/);
  }
});

test("[BO2] no board sends who calls", () => {
  const scenario = team();
  const visit = { contactId: contactId("c1"), queueId: queueId("support"), stay: 1 };
  const caller = callerAlias("alias-of-zoe");
  scenario.at("08:04:00").told({ ...visit, type: "contact.offered", channel: "voice", caller, via: "direct" });
  const board = boardOf(scenario, "08:05:00", { agentNames: "full" });
  expect(board.total.waiting).toBe(1);
  expect(JSON.stringify(board)).not.toMatch(/alias|zoe/);
});

test("[BO1] only people of the board's queues, by their state there", () => {
  const scenario = team();
  scenario.at("08:10:00").state("PJSIP/101", "on-contact", "support");
  expect(boardOf(scenario, "08:11:00", { agentNames: "full", queueIds: [queueId("sales")] }).people).toEqual({
    "PJSIP/101": { name: "Ana Ruiz Soto", state: "available", reason: null, sinceAtMs: instant("08:01:00") },
  });
});

test("[AG1] over several queues a person is what he is most; the reason is that of a pause", () => {
  const scenario = team();
  pauses(scenario, "08:10:00", "PJSIP/101", "lunch", "support");
  const one = boardOf(scenario, "08:11:00", { agentNames: "full" }).people;
  expect(one[agentId("PJSIP/101")]).toMatchObject({ state: "available", reason: null });
  pauses(scenario, "08:12:00", "PJSIP/101", "training", "sales");
  const both = boardOf(scenario, "08:13:00", { agentNames: "full" }).people;
  const paused = { state: "paused", reason: "lunch", sinceAtMs: instant("08:10:00") };
  expect(both[agentId("PJSIP/101")]).toMatchObject(paused);
});

test("[AG1] somebody whom two sources know stands once, as what he is most", () => {
  const scenario = team();
  const other = sourceId("chat");
  const atMs = instant("08:06:00");
  const ids = { agentId: agentId("PJSIP/101"), queueId: queueId("chat") };
  const joined = { type: "agent.joined", ...ids, name: "Ana R.", penalty: null } as const;
  const talks = { type: "agent.state-changed", ...ids, state: "on-contact", reason: null, sinceAtMs: atMs } as const;
  [joined, talks].forEach((event, index) =>
    applyEvent(scenario.fold, {
      seq: 100 + index,
      sourceId: other,
      sourceKey: event.type,
      atMs,
      receivedAtMs: atMs,
      event,
    }),
  );
  const { people } = boardOf(scenario, "08:07:00", { agentNames: "full" });
  expect(people[ids.agentId]).toEqual({ name: "Ana R.", state: "on-contact", reason: null, sinceAtMs: atMs });
  expect(Object.keys(people)).toHaveLength(2);
});
