import { describe, expect, test } from "vitest";
import { createAlertTimeline } from "../testing/alert-timeline";
import { instant } from "../testing/scenario";
import type { AlertCondition } from "./alert-rule";
import { DEFAULT_RULES } from "./default-rules";
import { isWithin, RULE_LIMITS } from "./rule-limits";

describe("the rules that are there where nobody wrote any", () => {
  test("[AL34] ids are apart, and every time is one that could have been written", () => {
    expect(new Set(DEFAULT_RULES.map(({ id }) => id)).size).toBe(DEFAULT_RULES.length);
    for (const { forMs, keepFiringMs } of DEFAULT_RULES)
      expect([forMs, keepFiringMs].every((ms) => isWithin(ms, RULE_LIMITS.hold))).toBe(true);
  });

  test("[AL34] the service level is watched by three pairs of windows", () => {
    const levels = DEFAULT_RULES.flatMap(({ severity, condition }) =>
      condition.kind === "service-level" ? [[severity, ...figuresOf(condition)]] : [],
    );
    expect(levels).toEqual([
      ["critical", 15, 5, 5],
      ["warning", 30, 5, 3],
      ["notice", 120, 10, 1.5],
    ]);
  });

  test("[AL34] a quiet hour with everybody there is silent", () => {
    const day = createAlertTimeline({ rules: DEFAULT_RULES });
    day.at("09:00:00").joined("ana");
    for (let minute = 10; minute < 60; minute += 5) {
      day.at(`09:${minute}:00`).offered(`c${minute}`);
      day.at(`09:${minute}:20`).answered(`c${minute}`);
      day.at(`09:${minute}:50`).completed(`c${minute}`, 30_000);
    }
    day.until("09:00:00");
    expect(day.until("10:00:00")).toEqual([]);
  });

  test("[AL34] the only one leaves: critical within five minutes, before and after anybody calls", () => {
    const day = createAlertTimeline({ rules: DEFAULT_RULES });
    day.at("09:00:00").joined("ana");
    day.at("12:00:00").left("ana");
    day.until("11:59:59");
    expect(day.until("12:01:59")).toEqual([]);
    expect(day.until("12:02:00")).toEqual(["12:02:00 fired support"]);
    expect(day.views()).toMatchObject([{ ruleId: "nobody-logged-in", severity: "critical" }]);
  });

  test("[AL34] a line that is up for two seconds in every 35 is one alert, until it was up for a minute", () => {
    const day = createAlertTimeline({ rules: DEFAULT_RULES });
    day.at("09:00:00").joined("ana");
    day.until("09:00:00");
    day.feed("stale");
    expect(day.until("09:00:20")).toEqual([]);
    expect(day.until("09:00:33")).toEqual(["09:00:21 fired pbx"]);
    for (let fromS = 33; fromS < 600; fromS += 35) {
      day.feed("live");
      expect(day.until(afterNine(fromS + 2))).toEqual([]);
      day.feed("stale");
      expect(day.until(afterNine(fromS + 35))).toEqual([]);
    }
    expect(day.views()).toMatchObject([{ ruleId: "no-data", firedAtMs: instant("09:00:21") }]);
    day.feed("live");
    expect(day.until("09:11:28")).toEqual([]);
    expect(day.until("09:11:30")).toEqual(["09:11:29 resolved pbx clear"]);
  });

  test("[AL34] half of them leave: critical half a minute later, before anybody calls; a change of shifts is none", () => {
    const day = createAlertTimeline({ rules: DEFAULT_RULES });
    for (const agent of ["ana", "ben", "cleo", "dan"]) day.at("09:00:00").joined(agent);
    for (const agent of ["ana", "ben"]) day.at("12:00:00").left(agent);
    for (const agent of ["eva", "finn"]) day.at("14:45:00").joined(agent);
    for (const agent of ["cleo", "dan"]) day.at("15:00:00").left(agent);
    day.until("11:59:59");
    expect(day.until("12:00:29")).toEqual([]);
    expect(day.until("12:00:30")).toEqual(["12:00:30 fired site"]);
    expect(day.views()).toMatchObject([{ ruleId: "agents-left", severity: "critical" }]);
    expect(day.until("15:30:00")).toEqual(["12:20:00 resolved site clear"]);
  });
});

const afterNine = (seconds: number): string =>
  new Date(seconds * 1_000).toISOString().slice(11, 19).replace(/^00/, "09");

const figuresOf = ({ longMinutes, shortMinutes, burn }: Extract<AlertCondition, { kind: "service-level" }>) => [
  longMinutes,
  shortMinutes,
  burn,
];
