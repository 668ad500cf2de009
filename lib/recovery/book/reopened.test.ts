import { describe, expect, it } from "vitest";
import type { Person, RecoveryAct } from "../../events";
import { foldToText, restoreFold } from "../../metrics/fold-text";
import { createScenario, instant, type Scenario } from "../../testing/scenario";
import { callerAlias } from "../../vocabulary";
import { recoveriesIn } from "../figures";
import { holderAt } from "./derive";

const ADA: Person = { accountId: "a1", name: "Ada" };
const BEN: Person = { accountId: "b2", name: "Ben" };

const about = ({ missedKey }: Scenario, contact: string, by: Person) => ({ missedKey: missedKey(contact), by });
const closed = (scenario: Scenario, contact: string, by = ADA): RecoveryAct => ({
  type: "recovery.closed",
  result: "no-answer",
  ...about(scenario, contact, by),
});
const reopened = (scenario: Scenario, contact: string, by = ADA): RecoveryAct => ({
  type: "recovery.reopened",
  ...about(scenario, contact, by),
});

/** `2 open Ada`: tries, how it stands, and who has it then. */
const told = ({ fold }: Pick<Scenario, "fold">, time: string): readonly string[] =>
  [...recoveriesIn(fold.recoveries, null)].map((recovery) =>
    [
      recovery.attempts.length,
      recovery.end?.kind ?? "open",
      ...(recovery.end === null ? [holderAt(recovery, instant(time))?.by.name ?? "nobody"] : []),
    ].join(" "),
  );

/** Zoe gave up at 9:01; Ada closed it at 9:05. */
function closedWrongly(): Scenario {
  const scenario = createScenario();
  const { at } = scenario;
  at("09:00:00").offered("c1", "support", "zoe");
  at("09:01:00").abandoned("c1");
  at("09:05:00").told(closed(scenario, "c1"));
  expect(told(scenario, "09:05:00")).toEqual(["1 closed"]);
  return scenario;
}

describe("[RE3] a close that somebody takes back", () => {
  it("never was: the caller is due as before, and whoever took it back has him", () => {
    const scenario = closedWrongly();
    scenario.at("09:10:00").told(reopened(scenario, "c1", BEN));
    expect(told(scenario, "09:24:59")).toEqual(["1 open Ben"]);
    expect(told(scenario, "09:25:00")).toEqual(["1 open nobody"]);
    const [recovery] = recoveriesIn(scenario.fold.recoveries, null);
    expect(recovery?.dueAtMs).toBe(instant("11:01:00"));
  });

  it("ends once more, and can be taken back once more", () => {
    const scenario = closedWrongly();
    const { at } = scenario;
    at("09:10:00").told(reopened(scenario, "c1"));
    at("09:12:00").told(closed(scenario, "c1"));
    expect(told(scenario, "09:12:00")).toEqual(["1 closed"]);
    at("09:13:00").told(reopened(scenario, "c1"));
    expect(told(scenario, "09:13:00")).toEqual(["1 open Ada"]);
  });

  it("of a caller who was missed again since, nothing is: he is to be called back already, or was", () => {
    const scenario = closedWrongly();
    const { at } = scenario;
    at("09:20:00").offered("c2", "sales", "zoe");
    at("09:21:00").abandoned("c2", "sales");
    at("09:30:00").told(reopened(scenario, "c1"));
    expect(told(scenario, "09:30:00")).toEqual(["1 closed", "1 open nobody"]);
    at("09:31:00").told(closed(scenario, "c2", BEN));
    at("09:32:00").told(reopened(scenario, "c1"));
    expect(told(scenario, "09:32:00")).toEqual(["1 closed", "1 closed"]);
    at("09:33:00").told(reopened(scenario, "c2"));
    expect(told(scenario, "09:33:00")).toEqual(["1 closed", "1 open Ada"]);
  });

  it("what is missed after it joins, and so does what is told of late", () => {
    const scenario = closedWrongly();
    const { at } = scenario;
    at("09:10:00").told(reopened(scenario, "c1"));
    at("09:04:00").offered("c2", "sales", "zoe");
    at("09:04:30").abandoned("c2", "sales");
    at("09:20:00").offered("c3", "sales", "zoe");
    at("09:21:00").abandoned("c3", "sales");
    expect(told(scenario, "09:21:00")).toEqual(["3 open Ada"]);
  });

  it("is his who takes it back, though another had claimed and closed it", () => {
    const scenario = createScenario();
    const { at } = scenario;
    at("09:00:00").offered("c1", "support", "zoe");
    at("09:01:00").abandoned("c1");
    at("09:04:00").told({ type: "recovery.claimed", ...about(scenario, "c1", ADA) });
    at("09:05:00").told(closed(scenario, "c1"));
    at("09:06:00").told(reopened(scenario, "c1", BEN));
    expect(told(scenario, "09:20:59")).toEqual(["1 open Ben"]);
  });

  it("lapses a month after it was taken back, not after the miss", () => {
    const scenario = createScenario();
    const { at } = scenario;
    at("09:00:00").offered("c1", "support", "zoe");
    at("09:01:00").abandoned("c1");
    at("08:55:00", "2026-12-22").told(closed(scenario, "c1"));
    at("09:02:00", "2026-12-22").told(reopened(scenario, "c1"));
    at("09:01:59", "2027-01-21").board();
    expect(told(scenario, "09:03:00")[0]).toMatch(/^1 open/);
    at("11:02:01", "2027-01-21").board();
    expect(told(scenario, "09:03:00")).toEqual(["1 lapsed"]);
  });

  it("who came back or was reached since has been won back", () => {
    const back = closedWrongly();
    back.at("09:20:00").offered("c2", "support", "zoe");
    back.at("09:21:00").answered("c2");
    back.at("09:30:00").told(reopened(back, "c1"));
    expect(told(back, "09:30:00")).toEqual(["1 came-back"]);

    const reached = closedWrongly();
    reached.at("09:20:00").told({ type: "outbound.answered", caller: callerAlias("zoe"), agentId: null });
    reached.at("09:30:00").told(reopened(reached, "c1"));
    expect(told(reached, "09:30:00")).toEqual(["1 reached"]);
  });

  it("of two who take it back at once the first in the log has him", () => {
    const scenario = closedWrongly();
    const { at } = scenario;
    at("09:06:00").told(reopened(scenario, "c1", BEN));
    at("09:07:00").told(reopened(scenario, "c1", ADA));
    expect(told(scenario, "09:08:00")).toEqual(["1 open Ben"]);
  });

  it("stands after a restart", () => {
    const scenario = closedWrongly();
    scenario.at("09:10:00").told(reopened(scenario, "c1"));
    const { fold } = scenario;
    const restored = restoreFold(foldToText(fold), fold.site, fold.calendar, fold.isShared);
    expect(told({ fold: restored }, "09:10:00")).toEqual(["1 open Ada"]);
  });
});
