import { describe, expect, it } from "vitest";
import type { AlertCondition, AlertRule } from "../../../../lib/alerts/alert-rule";
import { DEFAULT_RULES } from "../../../../lib/alerts/default-rules";
import { queueId } from "../../../../lib/vocabulary";
import { settingsWords } from "../../../../lib/words/en/settings/words";
import type { ConditionForm } from "./condition-form";
import { firstCondition } from "./condition-form";
import { FORM_KINDS } from "./figures";
import {
  formOf,
  keepName,
  kindsFor,
  mayAddCondition,
  newForm,
  previewedRule,
  readRule,
  type RuleForm,
} from "./rule-form";
import { sayProblem } from "./say-problem";

const named = (change: Partial<RuleForm> = {}): RuleForm => ({ ...newForm("en"), name: "Long wait", ...change });
const withTyped = (kind: ConditionForm["kind"], typed: ConditionForm["typed"]): RuleForm =>
  named({ conditions: [{ kind, typed: { ...firstCondition(kind, "en").typed, ...typed } }] });

/** The condition that a form comes to; null: something is wrong with it. */
function conditionOf(form: RuleForm): AlertCondition | null {
  const read = readRule(form);
  return read.kind === "rule" ? read.rule.condition : null;
}
/** What is wrong, by field, as people read it. */
function wrongWith(form: RuleForm): Readonly<Record<string, string>> {
  const read = readRule(form);
  if (read.kind === "rule") return {};
  return Object.fromEntries(
    [...read.problems].map(([field, problem]) => [field, sayProblem(problem, settingsWords, "en")]),
  );
}

const QUEUES = [queueId("support"), queueId("sales")];
const RULES: readonly AlertRule[] = [
  ...DEFAULT_RULES,
  ...DEFAULT_RULES.slice(0, 1).flatMap((rule): AlertRule[] => [
    { ...rule, scope: { kind: "group", name: "Phones", queueIds: QUEUES }, channelIds: ["leads"], enabled: false },
    { ...rule, scope: { kind: "each-queue", queueIds: QUEUES }, channelIds: [] },
    { ...rule, condition: { kind: "missed-rate", minutes: 60, raise: 125, clear: 50 }, forMs: 1_500 },
    { ...rule, condition: { kind: "agents-left", minutes: 10, sharePerMille: 333 } },
    { ...rule, condition: { kind: "paused-too-long", pausedMs: 90_000 } },
  ]),
];

describe("[AL80] a rule as a form", () => {
  it.each(RULES.map((rule) => [rule.condition.kind, rule] as const))("%s is read back as it was", (_, rule) => {
    const { id: _id, ...rest } = rule;
    expect(readRule(formOf(rule, "en"))).toEqual({ kind: "rule", rule: rest });
    expect(readRule(formOf(rule, "de"))).toEqual({ kind: "rule", rule: rest });
  });

  it("[AL88] a default that was called in another language keeps its name, unless somebody gives it one", () => {
    const [rule] = DEFAULT_RULES;
    if (rule === undefined) throw new Error("there are no defaults");
    const written = (name: string) => keepName({ ...rule, name }, rule, "Keine Daten").name;
    expect([written("Keine Daten"), written("Leitung tot")]).toEqual(["No data", "Leitung tot"]);
  });

  it.each(FORM_KINDS)("%s begins with figures that hold", (kind) => {
    expect(wrongWith(named({ conditions: [firstCondition(kind, "fr")] }))).toEqual({});
  });

  it("is written in people's units", () => {
    expect(conditionOf(withTyped("longest-wait", { raise: "90", clear: "45.5" }))).toEqual({
      kind: "longest-wait",
      raise: 90_000,
      clear: 45_500,
    });
    expect(conditionOf(withTyped("missed-rate", { raise: "12,5", clear: "12.3", minutes: " 30 " }))).toEqual({
      kind: "missed-rate",
      minutes: 30,
      raise: 125,
      clear: 123,
    });
    expect(conditionOf(withTyped("paused-too-long", { pausedMs: "1.5" }))).toMatchObject({ pausedMs: 90_000 });
    const german = formOf({ ...DEFAULT_RULES[0], id: "x", forMs: 1_500 } as AlertRule, "de");
    expect(german.hold).toBe("1,5");
  });

  it("several conditions hold all at once", () => {
    const conditions = (["waiting", "longest-wait"] as const).map((kind) => firstCondition(kind, "en"));
    expect(conditionOf(named({ conditions }))).toEqual({
      kind: "all-of",
      conditions: [
        { kind: "waiting", raise: 10, clear: 5 },
        { kind: "longest-wait", raise: 300_000, clear: 180_000 },
      ],
    });
  });
});

describe("[AL80] problems stand at their field", () => {
  it.each([
    ["", "Enter a number."],
    ["-1", "Enter a number."],
    ["1,200", "Enter a number."],
    ["0", "Enter a number from 1 to 86400."],
    ["86401", "Enter a number from 1 to 86400."],
  ])("a wait of %j", (raise, says) => {
    expect(wrongWith(withTyped("longest-wait", { raise, clear: "0" }))).toEqual({ "0.raise": says });
  });

  it("the smallest and the largest are taken", () => {
    for (const raise of ["1", "86400"]) expect(wrongWith(withTyped("longest-wait", { raise, clear: "0" }))).toEqual({});
  });

  it("callers are not divided, nor shares finer than a tenth of a per cent", () => {
    expect(wrongWith(withTyped("waiting", { raise: "7.5" }))).toEqual({ "0.raise": "Enter a whole number." });
    expect(wrongWith(withTyped("missed-rate", { raise: "12.55" }))).toEqual({
      "0.raise": "Finer than that is not counted.",
    });
    expect(wrongWith(withTyped("waiting-per-agent", { raise: "1.25" }))).toEqual({});
  });

  it("what clears is no higher than what fires, the short window no longer than the long one", () => {
    expect(wrongWith(withTyped("waiting", { raise: "5", clear: "5" }))).toEqual({});
    expect(wrongWith(withTyped("waiting", { raise: "5", clear: "6" }))).toEqual({
      "0.clear": "Enter no more than it fires from.",
    });
    expect(wrongWith(withTyped("service-level", { longMinutes: "5", shortMinutes: "6" }))).toEqual({
      "0.shortMinutes": "Enter no more than the long window.",
    });
  });

  it("a name, queues where some are chosen, and a group's name", () => {
    const form = named({ name: " ", scope: "group", hold: "x", keepFiring: "86401" });
    expect(Object.keys(wrongWith(form))).toEqual(["name", "group", "queues", "hold", "keepFiring"]);
    expect(Object.keys(wrongWith(named({ everyQueue: false })))).toEqual(["queues"]);
    expect(wrongWith(named({ scope: "site", everyQueue: false }))).toEqual({});
  });
});

describe("[AL80] what a condition can become", () => {
  const conditions = (["waiting", "longest-wait"] as const).map((kind) => firstCondition(kind, "en"));

  it("no kind stands twice, and no data stands alone", () => {
    expect(kindsFor(conditions.slice(0, 1), 0)).toEqual(FORM_KINDS);
    const kinds = kindsFor(conditions, 0);
    expect(kinds).toContain("waiting");
    expect(kinds).not.toContain("longest-wait");
    expect(kinds).not.toContain("no-data");
  });

  it("up to five at once, and none beside no data", () => {
    const five = FORM_KINDS.slice(0, 5).map((kind) => firstCondition(kind, "en"));
    expect(mayAddCondition(five.slice(0, 4))).toBe(true);
    expect(mayAddCondition(five)).toBe(false);
    expect(mayAddCondition([firstCondition("no-data", "en")])).toBe(false);
  });
});

it("[AL82] the preview waits for what decides when it fires, not for a name", () => {
  expect(previewedRule(named({ name: "" }))).toEqual(previewedRule(named({ severity: "critical", channelIds: ["a"] })));
  expect(previewedRule(named({ hold: "" }))).toBe(null);
});
