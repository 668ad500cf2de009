import { expect, test } from "vitest";
import { DEFAULT_RULES } from "../../alerts/default-rules";
import { LANGUAGES } from "../language";
import { loadAlertsWords } from "../load/alerts";
import { nameOfRule } from "./rule-name";

const german = (await loadAlertsWords.de()).alerts;

test("[AL88] a default is called in the reader's language, each of them in every language", async () => {
  expect(nameOfRule({ id: "no-data", name: "No data" }, german)).toBe("Keine Daten");
  for (const language of LANGUAGES) {
    const { alerts } = await loadAlertsWords[language]();
    const names = DEFAULT_RULES.map((rule) => nameOfRule(rule, alerts));
    expect(new Set(names).size).toBe(DEFAULT_RULES.length);
    if (language === "en") expect(names).toEqual(DEFAULT_RULES.map(({ name }) => name));
    else for (const { name } of DEFAULT_RULES) expect(names).not.toContain(name);
    expect(Object.keys(alerts.ruleNames).sort()).toEqual(DEFAULT_RULES.map(({ id }) => id).sort());
  }
});

test("[AL88] what somebody named keeps its name, with a default's id or a default's name", () => {
  expect(nameOfRule({ id: "no-data", name: "Silence of the line" }, german)).toBe("Silence of the line");
  expect(nameOfRule({ id: "made-1", name: "No data" }, german)).toBe("No data");
});
