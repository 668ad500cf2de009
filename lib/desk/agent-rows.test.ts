import { describe, expect, it } from "vitest";
import { applyEvent } from "../metrics/fold";
import { deskAt, PBX } from "../testing/desk-at";
import { createScenario, instant } from "../testing/scenario";
import { agentId, dayKey, queueId, sourceId } from "../vocabulary";
import type { Desk } from "./desk-types";

const rows = (desk: Desk) => desk.agents.map(({ agentId: id, state, queueIds }) => [id, state, [...queueIds]]);

describe("who answers", () => {
  it("[DK4] once each, by name, with the state over the chosen queues and the board's queues he is in", () => {
    const day = createScenario({ queues: [{ id: "sales" }, { id: "support" }, { id: "billing" }] });
    for (const agent of ["cem", "Ana", "Émile", "ben", "eva"]) day.at("09:00:00").joined(agent, "support");
    for (const queue of ["billing", "sales"]) day.at("09:00:00").joined("Ana", queue);
    day.at("09:00:00").joined("zoe", "billing");
    day.at("09:00:01").state("Ana", "available");
    day.at("09:00:02").state("Ana", "paused", "support");
    day.at("09:00:03").state("cem", "logged-out");
    const main = ["sales", "support"] satisfies string[];
    expect(rows(deskAt(day, "09:01:00", { board: main }))).toEqual([
      ["Ana", "available", ["sales", "support"]],
      ["ben", "not-reported", ["support"]],
      ["cem", "logged-out", ["support"]],
      ["Émile", "not-reported", ["support"]],
      ["eva", "not-reported", ["support"]],
    ]);
    expect(rows(deskAt(day, "09:01:00", { board: main, queue: "support" }))[0]).toEqual([
      "Ana",
      "paused",
      ["sales", "support"],
    ]);
    expect(rows(deskAt(day, "09:01:00", { queue: "billing" }))).toEqual([
      ["Ana", "available", ["sales", "support", "billing"]],
      ["zoe", "not-reported", ["billing"]],
    ]);
    day.at("09:02:00").left("cem", "support");
    expect(deskAt(day, "09:02:01").agents.some(({ name }) => name === "cem")).toBe(false);
  });

  it("[DK4] since when, and of a pause the reason; a state that nobody told has no beginning", () => {
    const day = createScenario();
    const [ana, support] = [agentId("ana"), queueId("support")];
    day.at("09:00:00").told({ type: "agent.joined", agentId: ana, queueId: support, name: null, penalty: null });
    const row = (time: string) => deskAt(day, time).agents[0];
    expect(row("09:00:01")).toEqual({
      agentId: "ana",
      name: "ana",
      state: "not-reported",
      reason: null,
      sinceAtMs: null,
      queueIds: ["support"],
      answeredToday: 0,
    });
    const sinceAtMs = instant("08:55:00");
    const state = (time: string, to: "paused" | "available") =>
      day.at(time).told({
        type: "agent.state-changed",
        agentId: ana,
        queueId: null,
        state: to,
        reason: "Lunch",
        sinceAtMs,
      });
    state("09:00:02", "paused");
    expect(row("09:00:03")).toMatchObject({ state: "paused", reason: "Lunch", sinceAtMs });
    state("09:00:04", "available");
    expect(row("09:00:05")).toMatchObject({ state: "available", reason: null });
  });

  it("[DK5] answered today in any queue, in and out of hours; the day is the arrival's", () => {
    const weekly = Array.from({ length: 7 }, () => [{ fromMinute: 9 * 60, toMinute: 17 * 60 }]);
    const day = createScenario({ hours: { weekly, closedDates: [] } });
    day.at("08:00:00").joined("ana", "support");
    day.at("08:00:00").joined("ben", "support");
    const answered = (time: string, date?: string) =>
      Object.fromEntries(
        deskAt(day, time, { queue: "support" }, date).agents.map(({ name, answeredToday }) => [name, answeredToday]),
      );
    day.at("08:59:50").offered("early", "support");
    day.at("09:00:10").answered("early", "support", "ana");
    day.at("10:00:00").offered("elsewhere", "sales");
    day.at("10:00:10").answered("elsewhere", "sales", "ana");
    expect(answered("10:01:00")).toEqual({ ana: 2, ben: 0 });
    day.at("10:00:09").answered("elsewhere", "sales", "ben");
    expect(answered("10:02:00")).toEqual({ ana: 1, ben: 1 });
    day.at("10:00:09").answered("elsewhere", "sales", "ben");
    expect(answered("10:03:00")).toEqual({ ana: 1, ben: 1 });
    day.at("23:59:59").offered("night", "support");
    day.at("00:00:20", "2026-11-23").answered("night", "support", "ben");
    day.at("00:00:00", "2026-11-23").offered("next", "support");
    day.at("00:00:30", "2026-11-23").answered("next", "support", "ben");
    expect(answered("00:01:00", "2026-11-23")).toEqual({ ana: 0, ben: 1 });
    expect(day.fold.days.get(dayKey("2026-11-22"))?.answers.get(PBX.id)?.get(agentId("ben"))).toBe(2);
  });

  it("[DK5] who answered stays counted when the contact has left memory", () => {
    const day = createScenario();
    day.at("09:00:00").joined("ana");
    day.at("09:00:00").offered("c1");
    day.at("09:00:10").answered("c1");
    day.at("09:01:00").completed("c1", 50_000);
    expect(deskAt(day, "12:00:00").agents[0]?.answeredToday).toBe(1);
    expect([...day.fold.sources.values()][0]?.contacts.size).toBe(0);
  });

  it("[DK4] a person whom two sources know is one, the one that says more", () => {
    const day = createScenario();
    day.at("09:00:00").joined("ana");
    day.at("09:00:01").state("ana", "available");
    day.at("09:00:02").offered("c1");
    day.at("09:00:03").answered("c1");
    for (const { seq, event } of day.log) {
      if (event.type === "agent.state-changed") continue;
      const atMs = instant("08:00:00");
      applyEvent(day.fold, { seq, sourceId: sourceId("other"), sourceKey: `o${seq}`, atMs, receivedAtMs: atMs, event });
    }
    expect(day.fold.sources.size).toBe(2);
    expect(deskAt(day, "09:01:00").agents).toMatchObject([
      { name: "ana", state: "available", queueIds: ["support"], answeredToday: 2 },
    ]);
  });
});
