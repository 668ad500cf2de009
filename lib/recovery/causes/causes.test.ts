import { describe, expect, it } from "vitest";
import { foldToText, restoreFold } from "../../metrics/fold-text";
import { createScenario, instant, type Scenario, type ScenarioOptions } from "../../testing/scenario";
import { queueId } from "../../vocabulary";
import { causesOf } from "./causes";

const SUPPORT = queueId("support");
const OFFICE = {
  weekly: Array.from({ length: 7 }, () => [{ fromMinute: 540, toMinute: 1_020 }]),
  closedDates: [],
};

/** Ten minutes from 10:00 on, looked at each minute; agents as they are then. */
function morning(people: readonly string[], options: ScenarioOptions = {}): Scenario {
  const scenario = createScenario(options);
  for (const agent of people) {
    scenario.at("09:59:00").joined(agent);
    scenario.at("09:59:00").state(agent, "available");
  }
  return scenario;
}
function watch({ at }: Scenario, from = 0, to = 14): void {
  for (let minute = from; minute <= to; minute += 1) at(`10:${String(minute).padStart(2, "0")}:30`).board();
}
function giveUp({ at }: Scenario, contact: string, minute: number): void {
  const text = String(minute).padStart(2, "0");
  at(`10:${text}:00`).offered(contact, "support", `caller ${contact}`);
  at(`10:${text}:50`).abandoned(contact);
}
const told = ({ fold }: Scenario) =>
  causesOf(fold, null).map(({ cause, evidence: { missed, fitting } }) => [cause, missed, fitting]);

describe("[RE9] the likely cause of a quarter-hour's misses", () => {
  it("nobody logged in", () => {
    const scenario = morning(["ana"]);
    scenario.at("09:59:30").state("ana", "logged-out");
    giveUp(scenario, "c1", 1);
    watch(scenario);
    expect(told(scenario)).toEqual([["nobody-logged-in", 1, 1]]);
    expect(causesOf(scenario.fold, null)[0]).toMatchObject({
      startMs: instant("10:00:00"),
      queueId: "support",
      evidence: { staffed: 0, offered: 1 },
    });
  });

  it("all busy: more work than people, by the day's handling time", () => {
    const scenario = morning(["ana", "ben"]);
    const { at } = scenario;
    for (const [contact, agent] of [
      ["t1", "ana"],
      ["t2", "ben"],
    ] as const) {
      at("10:00:00").offered(contact);
      at("10:00:05").answered(contact, "support", agent);
      at("10:00:05").state(agent, "on-contact");
      at("10:10:05").completed(contact, 600_000);
    }
    for (const minute of [1, 2, 3]) giveUp(scenario, `c${minute}`, minute);
    watch(scenario);
    expect(told(scenario)).toEqual([["all-busy", 3, 3]]);
    const [quarter] = causesOf(scenario.fold, null);
    expect(quarter?.evidence).toMatchObject({ offered: 5, answered: 2, staffed: 2 });
    expect(quarter?.evidence.offeredLoad).toBeCloseTo((5 * 600) / 900);
  });

  it("agents are there and do not pick up", () => {
    const scenario = morning(["ana", "ben", "eva"]);
    giveUp(scenario, "c1", 1);
    scenario.at("10:01:20").rang("c1", "ana");
    watch(scenario);
    expect(told(scenario)).toEqual([["not-picking-up", 1, 1]]);
  });

  it("somebody was free and they gave up all the same: unclear", () => {
    const scenario = morning(["ana", "ben"]);
    giveUp(scenario, "c1", 1);
    watch(scenario);
    expect(told(scenario)).toEqual([["unclear", 1, 1]]);
  });

  it("the queue was full, or left by a key: what the source itself says counts first", () => {
    const scenario = morning(["ana"]);
    for (const contact of ["f1", "f2"]) scenario.at("10:03:00").refused(contact, "full");
    scenario.at("10:04:00").offered("k1");
    scenario.at("10:05:00").overflowed("k1", "key");
    watch(scenario);
    expect(told(scenario)).toEqual([["queue-full", 3, 2]]);
    scenario.at("10:20:00").offered("k2");
    scenario.at("10:21:00").overflowed("k2", "key");
    watch(scenario, 20, 29);
    expect(told(scenario)).toEqual([
      ["menu-exit", 1, 1],
      ["queue-full", 3, 2],
    ]);
  });

  it("closed: whoever called out of hours, or was told so", () => {
    const scenario = morning([], { hours: OFFICE });
    scenario.at("07:00:00").offered("c1", "support", "zoe");
    scenario.at("07:01:00").abandoned("c1");
    scenario.at("10:01:00").refused("c2", "closed");
    watch(scenario);
    expect(told(scenario)).toEqual([
      ["closed", 1, 1],
      ["closed", 1, 1],
    ]);
  });

  it("a gap of the source: nobody knows what else there was", () => {
    const scenario = morning(["ana"]);
    giveUp(scenario, "c1", 1);
    const gap = { fromMs: instant("10:05:00"), toMs: instant("10:07:00"), filled: false };
    scenario.at("10:07:00").told({ type: "source.gap", ...gap });
    watch(scenario);
    expect(told(scenario)).toEqual([["outage", 1, 1]]);
  });

  it("where no source tells of agents nothing is said of them", () => {
    const scenario = createScenario();
    giveUp(scenario, "c1", 1);
    watch(scenario);
    expect(told(scenario)).toEqual([["unclear", 1, 1]]);
    expect(causesOf(scenario.fold, null)[0]?.evidence).toMatchObject({ staffed: null, offeredLoad: null });
    expect(causesOf(scenario.fold, [queueId("sales")])).toEqual([]);
  });

  it("is the same after a restart", () => {
    const scenario = morning(["ana"]);
    giveUp(scenario, "c1", 1);
    watch(scenario);
    const { fold } = scenario;
    const restored = restoreFold(foldToText(fold), fold.site, fold.calendar);
    expect(causesOf(restored, [SUPPORT])).toEqual(causesOf(fold, null));
    expect(causesOf(fold, null)[0]?.evidence.staffed).toBe(1);
  });
});
