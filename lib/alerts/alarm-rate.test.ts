import { expect, test } from "vitest";
import { queueId } from "../vocabulary";
import { type Alarm, alarmRateOf } from "./alarm-rate";

const NOW_MS = Date.parse("2026-11-22T12:00:00Z");
const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** An alarm that began so long ago and lasted a second, unless said otherwise. */
const alarm = (agoMs: number, fields: Partial<Alarm> = {}): Alarm => ({
  ruleId: "r",
  ruleName: "Rule",
  severity: "warning",
  subject: { kind: "queue", queueId: queueId("support") },
  firedAtMs: NOW_MS - agoMs,
  resolvedAtMs: NOW_MS - agoMs + SECOND_MS,
  muted: null,
  ...fields,
});

const hintOf = (alarms: readonly Alarm[]) => alarmRateOf(alarms, NOW_MS).rules[0]?.hint ?? null;

const standing = (agoMs: number): number => alarmRateOf([alarm(agoMs, { resolvedAtMs: null })], NOW_MS).standing;

/** What is said of so many alarms within a day. */
const many = (count: number, fields: (n: number) => Partial<Alarm>) =>
  hintOf(Array.from({ length: count }, (_, n) => alarm(DAY_MS + n * HOUR_MS, fields(n))));

const apart = (n: number): Partial<Alarm> => ({ subject: { kind: "queue", queueId: queueId(`q${n}`) } });

const notice = (): Partial<Alarm> => ({ severity: "notice" });

test("[AL31] counts what people were given within the last hour and day: one that is as old is in neither", () => {
  const alarms = [
    alarm(0),
    alarm(HOUR_MS - 1),
    alarm(HOUR_MS),
    alarm(DAY_MS - 1, { severity: "notice" }),
    alarm(DAY_MS),
    alarm(MINUTE_MS, { muted: "silenced" }),
  ];
  expect(alarmRateOf(alarms, NOW_MS)).toMatchObject({
    lastHour: { audible: 2, notices: 0 },
    lastDay: { audible: 3, notices: 1 },
  });
});

test("[AL31] the busiest hour is any sixty minutes of the last day, by audible alarms", () => {
  const within = [5 * HOUR_MS, 5 * HOUR_MS - 30 * MINUTE_MS, 4 * HOUR_MS + 1].map((agoMs) => alarm(agoMs));
  expect(alarmRateOf([...within, alarm(HOUR_MS)], NOW_MS).busiestHour).toBe(3);
  expect(alarmRateOf([alarm(5 * HOUR_MS), alarm(4 * HOUR_MS)], NOW_MS).busiestHour).toBe(1);
  expect(alarmRateOf([alarm(HOUR_MS, { severity: "notice" })], NOW_MS).busiestHour).toBe(0);
});

test("[AL31] standing from 24 hours on", () => {
  expect([standing(DAY_MS - 1), standing(DAY_MS), standing(DAY_MS + 1)]).toEqual([0, 1, 1]);
});

test("[AL32] rules of the last seven days, the noisiest first", () => {
  const alarms = [
    alarm(HOUR_MS, { ruleId: "b" }),
    alarm(HOUR_MS),
    alarm(2 * HOUR_MS),
    alarm(7 * DAY_MS, { ruleId: "c" }),
  ];
  const { rules } = alarmRateOf(alarms, NOW_MS);
  expect(rules.map(({ ruleId, firings }) => [ruleId, firings])).toEqual([
    ["r", 2],
    ["b", 1],
  ]);
});

test("[AL33] chattering: again within a minute after its end, of the same subject", () => {
  const again = (afterMs: number, fields: Partial<Alarm> = {}) =>
    hintOf([alarm(HOUR_MS), alarm(HOUR_MS - SECOND_MS - afterMs, fields)]);
  expect([again(MINUTE_MS - 1), again(MINUTE_MS), again(MINUTE_MS + 1)]).toEqual(["chattering", "chattering", null]);
  expect(again(SECOND_MS, { subject: { kind: "site" } })).toBeNull();
});

test("[AL33] often: more than eight audible ones of a rule within a day, more than six of one subject", () => {
  expect([many(8, apart), many(9, apart)]).toEqual([null, "often"]);
  expect([many(6, notice), many(7, notice)]).toEqual([null, "often"]);
  expect(many(9, (n) => ({ ...apart(n), severity: "notice" }))).toBeNull();
});

test("[AL33] standing: one that fires, or fired, for a day", () => {
  expect(hintOf([alarm(2 * DAY_MS, { resolvedAtMs: NOW_MS - DAY_MS })])).toBe("standing");
  expect(hintOf([alarm(9 * DAY_MS, { resolvedAtMs: null })])).toBe("standing");
  expect(hintOf([alarm(DAY_MS - 1, { resolvedAtMs: null })])).toBeNull();
});
