import { describe, expect, it } from "vitest";
import type { OpenHours, ServiceLevelFormula } from "../config";
import { createScenario, type Scenario, type ScenarioOptions } from "../testing/scenario";
import { MASK } from "../testing/desk-at";
import { PERIODS, sidesOfFigures, sidesOfVisits } from "../testing/behind-figures";
import { contactId, queueId } from "../vocabulary";
import { contactLineOf, periodOf, visitsInFold } from "./contact-list";
import type { ContactLine, ListedFigure } from "./contact-types";

const SUPPORT = queueId("support");
const all = ({ fold }: Scenario) => visitsInFold(fold, { queueIds: null, period: periodOf(fold, null), after: null });
const linesOf = (scenario: Scenario, figure: ListedFigure): readonly ContactLine[] =>
  all(scenario).map((record) => contactLineOf(scenario.fold, figure, record, MASK));
/** `c1: numerator, in-time`, by contact, of one queue. */
const standing = (scenario: Scenario, figure: ListedFigure, queue = SUPPORT) =>
  Object.fromEntries(
    linesOf(scenario, figure)
      .filter((line) => line.queueId === queue)
      .map((line) => [line.contactId, `${line.part}, ${line.why}`]),
  );

/** One caller of each kind, T 60 s, short 5 s; at 09:10. */
function oneOfEach(options: ScenarioOptions = {}): Scenario {
  const scenario = createScenario({ queues: [{ id: "support" }, { id: "sales" }], ...options });
  const { at } = scenario;
  const offered = ["in", "late", "left-in", "left-late", "short", "to-key", "lost-in", "lost-late", "talks", "untold"];
  for (const contact of offered) at("09:00:00").offered(contact, "support", "alias-3456");
  at("09:00:05").abandoned("short");
  at("09:00:20").abandoned("left-in");
  at("09:00:30").lost("lost-in");
  at("09:01:00").answered("in");
  at("09:01:00.001").answered("late");
  at("09:01:10").abandoned("left-late");
  at("09:01:10").overflowed("to-key", "key");
  at("09:01:30").lost("lost-late");
  at("09:00:02").answered("talks");
  at("09:00:02").answered("untold");
  at("09:03:00").completed("in", 120_000);
  at("09:03:01").completed("late", 60_000);
  at("09:04:00").told({
    type: "contact.completed",
    queueId: SUPPORT,
    contactId: contactId("untold"),
    stay: 1,
    agentId: null,
    talkMs: null,
    holdMs: null,
    wrapUpMs: null,
    endedBy: "unknown",
  });
  at("09:05:00").refused("full", "full");
  at("09:08:30").offered("waits-late");
  at("09:09:30").offered("waits");
  at("09:10:00").board();
  return scenario;
}
const withFormula = (formula: ServiceLevelFormula) => oneOfEach({ target: { formula } });

describe("the contacts behind a figure", () => {
  it("[BF2] the service level: in time, late, left, lost past the threshold; the second itself is in time", () => {
    expect(standing(oneOfEach(), "serviceLevel")).toEqual({
      in: "numerator, in-time",
      talks: "numerator, in-time",
      untold: "numerator, in-time",
      late: "denominator, late",
      "left-in": "denominator, abandoned",
      "left-late": "denominator, abandoned",
      short: "neither, abandoned-short",
      "to-key": "denominator, overflowed",
      "lost-in": "neither, unknown",
      "lost-late": "denominator, unknown-late",
      full: "neither, refused",
      "waits-late": "denominator, waiting-late",
      waits: "neither, waiting",
    });
  });

  it("[BF2] [SL6] the other formulas count others", () => {
    const answeredOnly = standing(withFormula("answered-only"), "serviceLevel");
    expect(answeredOnly).toMatchObject({ in: "numerator, in-time", late: "denominator, late" });
    expect(answeredOnly).toMatchObject({ "left-late": "neither, abandoned", "to-key": "neither, overflowed" });
    const after = standing(withFormula("abandons-after-threshold"), "serviceLevel");
    expect(after).toMatchObject({ "left-in": "neither, abandoned", "left-late": "denominator, abandoned" });
    expect(after).toMatchObject({ "waits-late": "neither, waiting-late", "lost-late": "neither, unknown-late" });
    const credit = standing(withFormula("credit-abandons-within-threshold"), "serviceLevel");
    expect(credit).toMatchObject({ "left-in": "numerator, abandoned", short: "numerator, abandoned-short" });
    expect(credit).toMatchObject({ "left-late": "denominator, abandoned", "to-key": "neither, overflowed" });
  });

  it("[BF2] rates and counts", () => {
    const scenario = oneOfEach();
    expect(standing(scenario, "answerRate")).toMatchObject({
      late: "numerator, answered",
      "left-in": "denominator, abandoned",
      short: "neither, abandoned-short",
      full: "neither, refused",
    });
    expect(standing(scenario, "missedRate")).toMatchObject({
      in: "denominator, answered",
      "left-in": "numerator, abandoned",
      "to-key": "numerator, overflowed",
      full: "numerator, refused",
      short: "neither, abandoned-short",
      "lost-late": "neither, unknown-late",
      waits: "neither, waiting",
    });
    expect(standing(scenario, "missed")).toMatchObject({ in: "neither, answered", full: "numerator, refused" });
    expect(standing(scenario, "offered")).toMatchObject({ waits: "numerator, waiting", full: "neither, refused" });
    expect(standing(scenario, "abandoned")).toMatchObject({ short: "numerator, abandoned-short" });
  });

  it("[BF2] [AH1] handling time: what has finished, and whose talk is known", () => {
    const scenario = oneOfEach();
    expect(standing(scenario, "handlingTime")).toMatchObject({
      in: "numerator, handled",
      late: "numerator, handled",
      talks: "neither, talking",
      untold: "neither, talk-unknown",
      short: "neither, abandoned-short",
    });
    expect(standing(scenario, "speedOfAnswer")).toMatchObject({ talks: "numerator, answered" });
  });

  it("[BF2] [CO5] a contact of two queues is missed once, or not at all", () => {
    const scenario = createScenario({ queues: [{ id: "sales" }, { id: "support" }] });
    const { at } = scenario;
    for (const contact of ["helped", "missed", "waits"]) {
      at("09:00:00").offered(contact, "sales");
      at("09:01:30").overflowed(contact, "timeout", "sales");
      at("09:01:30").offered(contact, "support");
    }
    at("09:02:00").answered("helped");
    at("09:02:30").abandoned("missed");
    at("09:02:31").board();
    expect(standing(scenario, "missed", queueId("sales"))).toEqual({
      helped: "neither, answered-elsewhere",
      missed: "neither, missed-elsewhere",
      waits: "neither, overflowed",
    });
    expect(standing(scenario, "missedRate")).toEqual({
      helped: "denominator, answered",
      missed: "numerator, abandoned",
      waits: "neither, waiting-late",
    });
  });

  it("[BF3] a visit out of hours is in none but the one that counts them", () => {
    const nine = { fromMinute: 9 * 60, toMinute: 18 * 60 };
    const hours: OpenHours = { weekly: Array.from({ length: 7 }, () => [nine]), closedDates: [] };
    const scenario = createScenario({ hours, queues: [{ id: "support" }] });
    scenario.at("08:59:59").offered("early");
    scenario.at("09:00:00").offered("first");
    scenario.at("09:00:10").answered("early");
    scenario.at("09:00:10").answered("first");
    scenario.at("09:00:20").board();
    expect(standing(scenario, "answered")).toEqual({ early: "neither, out-of-hours", first: "numerator, answered" });
    expect(standing(scenario, "outOfHours")).toEqual({ early: "numerator, out-of-hours", first: "neither, answered" });
  });

  it("[BF1] counted up, the parts are the figures, whatever the formula", () => {
    const formulas = [
      "offered",
      "answered-only",
      "abandons-after-threshold",
      "credit-abandons-within-threshold",
    ] as const;
    for (const formula of formulas) {
      const { fold } = withFormula(formula);
      for (const minutes of PERIODS) {
        const visits = visitsInFold(fold, { queueIds: null, period: periodOf(fold, minutes), after: null });
        expect(sidesOfVisits(fold, SUPPORT, visits)).toEqual(sidesOfFigures(fold, SUPPORT, minutes));
      }
    }
  });

  it("[BF5] a line names agent, caller's end and times, and never the caller", () => {
    const scenario = oneOfEach();
    scenario.at("09:10:00").joined("ana");
    const lines = linesOf(scenario, "serviceLevel");
    expect(lines.find((line) => line.contactId === "late")).toMatchObject({
      queueId: "support",
      outcome: "answered",
      reason: null,
      waitMs: 60_001,
      talkMs: 60_000,
      agentName: "ana",
      caller: { kind: "number", tail: "3456" },
    });
    expect(lines.find((line) => line.contactId === "to-key")).toMatchObject({ reason: "key", agentName: null });
    expect(lines.find((line) => line.contactId === "full")).toMatchObject({ caller: { kind: "withheld" } });
    expect(JSON.stringify(lines)).not.toContain("alias");
    expect(new Set(lines.map(({ key }) => key)).size).toBe(13);
  });
});
