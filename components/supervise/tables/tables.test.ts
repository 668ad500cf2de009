import { describe, expect, it } from "vitest";
import type { AgentRow, WaitingCaller } from "../../../lib/desk/desk-types";
import type { AgentState } from "../../../lib/events";
import { agentId, queueId } from "../../../lib/vocabulary";
import { filterAgents, listedAgents } from "./agent-filter";
import { nextAgentSort, readAgentSort, sortAgents, writeAgentSort } from "./agent-sort";
import { movedRow } from "./row-cursor";
import { judgeWait, waitingLines } from "./waiting-lines";

const NOW = Date.parse("2026-11-23T12:00:00Z");
const agent = (name: string, state: AgentState, forMinutes: number | null, answered = 0): AgentRow => ({
  agentId: agentId(name),
  name,
  state,
  reason: state === "paused" ? "lunch" : null,
  sinceAtMs: forMinutes === null ? null : NOW - forMinutes * 60_000,
  queueIds: [queueId("support")],
  answeredToday: answered,
});
const CREW = [
  agent("Ana", "on-contact", 6, 9),
  agent("Bruno", "available", 1, 14),
  agent("Carla", "on-contact", 12, 3),
  agent("Élodie", "paused", 34, 11),
  agent("Emil", "logged-out", null),
];
const compare = new Intl.Collator("en").compare;
const sorted = (sort: Parameters<typeof sortAgents>[1]): string[] =>
  sortAgents(CREW, sort, compare).map(({ name }) => name);

const found = (filter: string): string[] =>
  filterAgents(CREW, filter, ({ state, reason }) => [state, reason ?? "", "Support"]).map(({ name }) => name);

const listed = (filter: string, showsLoggedOut: boolean): string[] =>
  listedAgents(CREW, filter, showsLoggedOut, () => []).map(({ name }) => name);

const caller = (key: string, queue: string, forSeconds: number): WaitingCaller => ({
  key,
  queueId: queueId(queue),
  offeredAtMs: NOW - forSeconds * 1_000,
  overdue: false,
  caller: { kind: "withheld" },
  today: null,
});

describe("the agents in order", () => {
  it("by state: who can help first, who has been at it longest before others", () => {
    expect(sorted({ by: "state", descending: false })).toEqual(["Bruno", "Carla", "Ana", "Élodie", "Emil"]);
    expect(sorted({ by: "state", descending: true })).toEqual(["Emil", "Élodie", "Carla", "Ana", "Bruno"]);
  });

  it("by name as the language has it", () => {
    expect(sorted({ by: "name", descending: false })).toEqual(["Ana", "Bruno", "Carla", "Élodie", "Emil"]);
  });

  it("[UN1] by time, with those whose time nobody knows last either way", () => {
    expect(sorted({ by: "time", descending: true })).toEqual(["Élodie", "Carla", "Ana", "Bruno", "Emil"]);
    expect(sorted({ by: "time", descending: false })).toEqual(["Bruno", "Ana", "Carla", "Élodie", "Emil"]);
  });

  it("by contacts answered today", () => {
    expect(sorted({ by: "answered", descending: true })).toEqual(["Bruno", "Élodie", "Ana", "Carla", "Emil"]);
  });

  it("a press on a head sorts by it, most time and most contacts first; a second one turns it round", () => {
    const byTime = nextAgentSort({ by: "state", descending: false }, "time");
    expect(byTime).toEqual({ by: "time", descending: true });
    expect(nextAgentSort(byTime, "time")).toEqual({ by: "time", descending: false });
    expect(nextAgentSort(byTime, "name")).toEqual({ by: "name", descending: false });
  });

  it("stands in the address, which may say anything", () => {
    expect(writeAgentSort({ by: "time", descending: true })).toBe("time.desc");
    expect(readAgentSort("time.desc")).toEqual({ by: "time", descending: true });
    expect(readAgentSort("name.asc")).toEqual({ by: "name", descending: false });
    expect([null, "", "time", "time.down", "salary.desc"].map(readAgentSort)).toEqual([null, null, null, null, null]);
  });
});

describe("the agents that a filter finds", () => {
  it("by name, without accents, by state, reason and queue, and by several words at once", () => {
    expect(found("  ")).toHaveLength(5);
    expect(found("elo")).toEqual(["Élodie"]);
    expect(found("LUNCH")).toEqual(["Élodie"]);
    expect(found("on-contact car")).toEqual(["Carla"]);
    expect(found("support")).toHaveLength(5);
    expect(found("nobody")).toEqual([]);
  });
});

describe("the agents that are listed", () => {
  it("those signed in; those logged out too when asked for, or when somebody is looked for", () => {
    expect(listed(" ", false)).toEqual(["Ana", "Bruno", "Carla", "Élodie"]);
    expect(listed("", true)).toContain("Emil");
    expect(listed("emil", false)).toEqual(["Emil"]);
  });
});

describe("who is waiting", () => {
  it("stands in order of waiting, with the place in his own queue", () => {
    const lines = waitingLines([caller("c", "sales", 20), caller("a", "support", 90), caller("b", "support", 40)]);
    expect(lines.map(({ caller: { key }, position }) => [key, position])).toEqual([
      ["a", 1],
      ["b", 2],
      ["c", 1],
    ]);
  });

  it("is judged from half the threshold and from the threshold on", () => {
    const limit = { watch: 30_000, act: 60_000 };
    const judged = [29_999, 30_000, 59_999, 60_000].map((ms) => judgeWait(NOW, NOW + ms, limit, true).judgement);
    expect(judged).toEqual(["ok", "watch", "watch", "act"]);
    expect(judgeWait(NOW, NOW + 600_000, null, true).judgement).toBe("none");
  });

  it("[UN3] is not judged by what is not live, and never waits less than nothing", () => {
    expect(judgeWait(NOW, NOW + 600_000, { watch: 1, act: 2 }, false).judgement).toBe("none");
    expect(judgeWait(NOW, NOW - 5_000, null, true).waitMs).toBe(0);
  });
});

describe("the cursor among rows", () => {
  it("goes row by row, page by page and to both ends", () => {
    expect(movedRow("ArrowDown", 0, 300, 12)).toBe(1);
    expect(movedRow("ArrowUp", 0, 300, 12)).toBe(0);
    expect(movedRow("PageDown", 0, 300, 12)).toBe(11);
    expect(movedRow("PageUp", 5, 300, 12)).toBe(0);
    expect(movedRow("End", 5, 300, 12)).toBe(299);
    expect(movedRow("Home", 5, 300, 12)).toBe(0);
    expect(movedRow("x", 5, 300, 12)).toBeNull();
    expect(movedRow("ArrowDown", 0, 0, 12)).toBeNull();
  });
});
