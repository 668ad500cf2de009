import { describe, expect, it, test } from "vitest";
import type { OutboxStanding } from "./outbox";
import { isStuck, watchForStuck } from "./stuck";

const NOW_MS = 10_000_000;
const standing = (change: Partial<OutboxStanding> = {}): OutboxStanding => ({
  waiting: 0,
  oldestAddedAtMs: null,
  why: null,
  nextAtMs: null,
  lastDeliveredAtMs: null,
  givenUp: 0,
  lastGivenUpAtMs: null,
  lastGivenUpWhy: null,
  ...change,
});
const stuck = (change: Partial<OutboxStanding>): boolean => isStuck(standing(change), NOW_MS);

describe("[AL79] alerts do not get out", () => {
  it("where a message waits for more than ten minutes", () => {
    expect([599_999, 600_000, 600_001].map((ms) => stuck({ oldestAddedAtMs: NOW_MS - ms }))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it("where one was given up, until something is delivered after it", () => {
    expect(stuck({})).toBe(false);
    expect(stuck({ lastGivenUpAtMs: 5_000 })).toBe(true);
    expect([4_999, 5_000, 5_001].map((ms) => stuck({ lastGivenUpAtMs: 5_000, lastDeliveredAtMs: ms }))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

test("[AL79] one channel of several is enough; a look that fails leaves what was known", async () => {
  const told = new Map([
    ["hook", standing()],
    ["leads", standing({ lastGivenUpAtMs: 5_000 })],
  ]);
  const troubles: unknown[] = [];
  const watch = watchForStuck({
    outbox: {
      standing: async (id) => {
        const known = told.get(id);
        if (known === undefined) throw new Error("the disk is away");
        return known;
      },
    },
    channelIds: ["hook", "leads"],
    clock: { nowMs: () => NOW_MS },
    givenUpToldMs: NOW_MS,
    onTrouble: (error) => troubles.push(error),
  });
  try {
    await watch.look();
    expect(watch.isAny()).toBe(true);
    told.delete("hook");
    await watch.look();
    expect(watch.isAny()).toBe(true);
    expect(troubles).not.toEqual([]);
    told.set("hook", standing()).set("leads", standing({ lastGivenUpAtMs: 5_000, lastDeliveredAtMs: 6_000 }));
    await watch.look();
    expect(watch.isAny()).toBe(false);
  } finally {
    watch.close();
  }
});
