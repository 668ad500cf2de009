import { describe, expect, it } from "vitest";
import { DEFAULT_RULES } from "../../../../lib/alerts/default-rules";
import type { AlertCondition, AlertRule } from "../../../../lib/alerts/alert-rule";
import { queueId } from "../../../../lib/vocabulary";
import { SAY_WORDS } from "../../../../lib/words/alerts/say-words";
import { createFormats } from "../../../../lib/words/formats";
import { LANGUAGES } from "../../../../lib/words/language";
import { loadSettingsWords } from "../../../../lib/words/load/settings";
import { sayCondition, sayRule, type SayingRule } from "./say-rule";

const SAYING = new Map<string, SayingRule>(
  await Promise.all(
    LANGUAGES.map(async (language) => {
      const { rules } = await loadSettingsWords[language]();
      return [language, { rules, say: SAY_WORDS[language], formats: createFormats(language), language }] as const;
    }),
  ),
);
function sayingIn(language: string): SayingRule {
  const saying = SAYING.get(language);
  if (saying === undefined) throw new Error(`no words in ${language}`);
  return saying;
}
const NAMES = new Map([[queueId("support"), "Support"]]);
const ruleWith = (change: Partial<AlertRule>): AlertRule => {
  const [rule] = DEFAULT_RULES;
  if (rule === undefined) throw new Error("no default");
  return { ...rule, condition: { kind: "waiting", raise: 10, clear: 5 }, ...change };
};

const said = (change: Partial<AlertRule>) => sayRule(ruleWith(change), NAMES, sayingIn("en"));

const CONDITIONS: readonly (readonly [AlertCondition, string])[] = [
  [
    { kind: "service-level", longMinutes: 120, shortMinutes: 10, burn: 1.5 },
    "1.5 times as many late contacts as the goal allows, over 120 min and over 10 min",
  ],
  [{ kind: "longest-wait", raise: 300_000, clear: 0 }, "somebody has waited 5:00"],
  [{ kind: "waiting", raise: 10, clear: 5 }, "10 callers wait"],
  [{ kind: "waiting", raise: 1, clear: 0 }, "1 caller waits"],
  [{ kind: "waiting-per-agent", raise: 0.5, clear: 0.1 }, "0.5 callers wait for each agent"],
  [{ kind: "nobody-logged-in" }, "nobody is logged in during opening hours"],
  [
    { kind: "agents-left", minutes: 10, sharePerMille: 333 },
    "33.3 % of the agents, and at least two, left within 10 min",
  ],
  [{ kind: "abandons-in-a-row", raise: 3 }, "3 callers in a row gave up"],
  [{ kind: "missed-rate", minutes: 60, raise: 125, clear: 50 }, "12.5 % of the contacts of 60 min are missed"],
  [{ kind: "overdue-recoveries", raise: 1 }, "1 missed caller was not called back in time"],
  [{ kind: "over-capacity" }, "an agent has more contacts at once than is allowed"],
  [{ kind: "paused-too-long", pausedMs: 1_800_000 }, "an agent has been paused for 30:00"],
  [{ kind: "no-data" }, "nothing is heard from a source"],
  [
    {
      kind: "all-of",
      conditions: [
        { kind: "waiting", raise: 10, clear: 5 },
        { kind: "nobody-logged-in" },
        { kind: "longest-wait", raise: 120_000, clear: 0 },
      ],
    },
    "10 callers wait, nobody is logged in during opening hours and somebody has waited 2:00",
  ],
];

describe("[AL81] a rule in sentences", () => {
  it.each(CONDITIONS)("%j", (condition, says) => {
    expect(sayCondition(condition, sayingIn("en"))).toBe(says);
  });

  it.each(LANGUAGES)("%s says every figure", (language) => {
    for (const [condition, english] of CONDITIONS) {
      const says = sayCondition(condition, sayingIn(language)).replace(/,(?=\d)/g, ".");
      for (const figure of english.match(/\d+([.:]\d+)?/g) ?? []) expect(says).toContain(figure);
      expect(says).not.toMatch(/undefined|NaN/);
    }
  });

  it("says what it looks at, when it fires and ends, and whom it tells", () => {
    const queueIds = [queueId("support"), queueId("gone")];
    expect(said({ scope: { kind: "group", name: "Phones", queueIds }, forMs: 30_000, keepFiringMs: 60_000 })).toEqual({
      scope: "Phones, together: Support, gone",
      condition: "10 callers wait",
      clear: "Clear again at 5",
      timing: "Once it holds for 0:30, fires on for 1:00",
      tells: "Tells every channel",
    });
    expect(
      said({ scope: { kind: "each-queue", queueIds: null }, forMs: 0, keepFiringMs: 0, channelIds: [] }),
    ).toMatchObject({ scope: "Each queue", timing: "At once", tells: "Tells no channel" });
    expect(
      said({ scope: { kind: "each-queue", queueIds }, channelIds: ["leads", "mail"], condition: { kind: "no-data" } }),
    ).toMatchObject({ scope: "Whole site", clear: null, tells: "Tells leads, mail" });
  });
});
