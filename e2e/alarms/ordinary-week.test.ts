import { describe, expect, it } from "vitest";
import { FOUR_QUEUES, ONE_QUEUE } from "./centres";
import { countWeek, tellTrouble } from "./count";
import { TROUBLES } from "./troubles";
import { WEEK } from "./week";

const SEED = 1;
const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

const toldOf = (name: string, centre = FOUR_QUEUES) => {
  const trouble = TROUBLES.find((each) => each.name === name);
  if (trouble === undefined) throw new Error(`No trouble is called ${name}`);
  return tellTrouble(trouble, centre, SEED);
};

describe("the rules that are there by themselves", () => {
  it("[AL36] ask little of people in an ordinary week of a small centre", () => {
    const week = countWeek(FOUR_QUEUES, SEED, WEEK);
    expect(week.level).toBeGreaterThan(0.9);
    expect(week.audiblePerOpenHour).toBeLessThanOrEqual(1);
    expect(week.worstDay).toBeLessThanOrEqual(8);
    expect(week.worstNotices).toBeLessThanOrEqual(6);
  }, 60_000);

  it("[AL37] a source that falls silent, and a queue that all leave, are critical within two minutes", () => {
    expect(toldOf("the source falls silent").critical).toBeLessThanOrEqual(31 * SECOND_MS);
    expect(toldOf("all leave one queue").critical).toBeLessThanOrEqual(2 * MINUTE_MS);
    expect(toldOf("all leave one queue", ONE_QUEUE).critical).toBeLessThanOrEqual(2 * MINUTE_MS);
  });

  it("[AL37] callers who wait for five minutes are a warning, to the second", () => {
    expect(toldOf("callers wait 5 minutes")).toEqual({ critical: null, warning: 5 * MINUTE_MS, notice: null });
  });

  it("[AL37] an hour at 60 % is told while it lasts", () => {
    const { critical, warning } = toldOf("an hour at 60 %, 30 calls");
    expect(critical ?? warning).not.toBeNull();
  });
});
