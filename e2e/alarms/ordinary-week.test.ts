import { describe, expect, it } from "vitest";
import { DEFAULT_RULES } from "../../lib/alerts/default-rules";
import { CENTRES, FOUR_QUEUES, ONE_QUEUE } from "./centres";
import { countWeek, tellTrouble } from "./count";
import { COLLAPSE, TROUBLES } from "./troubles";
import { watch } from "./watch";
import { DAY_MS, playDays, WEEK } from "./week";

const SEED = 1;
const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

const toldOf = (name: string, centre = FOUR_QUEUES, seed = SEED) => {
  const trouble = TROUBLES.find((each) => each.name === name);
  if (trouble === undefined) throw new Error(`No trouble is called ${name}`);
  return tellTrouble(trouble, centre, seed);
};

describe("the rules that are there by themselves", () => {
  it("[AL36] ask little of people in an ordinary week of a small centre", () => {
    const week = countWeek(FOUR_QUEUES, SEED, WEEK);
    expect(week.level).toBeGreaterThan(0.9);
    expect(week.audiblePerOpenHour).toBeLessThanOrEqual(1);
    expect(week.worstDay).toBeLessThanOrEqual(8);
    expect(week.worstNotices).toBeLessThanOrEqual(6);
  }, 120_000);

  it("[AL37] a source that falls silent, and a queue that all leave, are critical within two minutes", () => {
    expect(toldOf("the source falls silent").critical).toBeLessThanOrEqual(31 * SECOND_MS);
    expect(toldOf("all leave one queue").critical).toBeLessThanOrEqual(2 * MINUTE_MS);
    expect(toldOf("all leave one queue", ONE_QUEUE).critical).toBeLessThanOrEqual(2 * MINUTE_MS);
  });

  it("[AL37] half of the agents leave at noon: critical within five minutes", () => {
    for (const centre of [ONE_QUEUE, FOUR_QUEUES]) {
      const within = [1, 2, 4].map((seed) => toldOf(COLLAPSE.name, centre, seed).critical ?? Infinity);
      expect(Math.max(...within)).toBeLessThanOrEqual(5 * MINUTE_MS);
    }
  }, 120_000);

  it("[AL38] shifts that change around the clock are no agents who left", () => {
    const rules = DEFAULT_RULES.filter(({ condition }) => condition.kind === "agents-left");
    const span = { fromMs: WEEK.fromMs, toMs: WEEK.fromMs + 2 * DAY_MS };
    for (const centre of CENTRES.filter(({ site, people }) => site.hours === null && people.length < 20)) {
      expect(watch(centre.site, rules, playDays(centre, SEED, span, []), span, null).alarms).toEqual([]);
    }
  }, 120_000);

  it("[AL37] callers who wait for five minutes are a warning, to the second", () => {
    expect(toldOf("callers wait 5 minutes")).toEqual({ critical: null, warning: 5 * MINUTE_MS, notice: null });
  });

  it("[AL37] an hour at 60 % is told while it lasts", () => {
    const { critical, warning } = toldOf("an hour at 60 %, 30 calls");
    expect(critical ?? warning).not.toBeNull();
  });
});
