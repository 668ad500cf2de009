import { expect, it } from "vitest";
import { advanceTo } from "../../metrics/advance";
import { createScenario, instant } from "../../testing/scenario";
import { decideInbox } from "./decide";
import { createToldBook, enterTold } from "./told-book";

const time = (ms: number): string => new Date(ms).toISOString().slice(11, 23);

it("[RE64] deciding over 10,000 open recoveries takes a few milliseconds", () => {
  const day = createScenario({
    queues: [{ id: "support" }],
    hours: {
      weekly: Array.from({ length: 7 }, () => [{ fromMinute: 480, toMinute: 1_080 }]),
      closedDates: [],
    },
  });
  for (let contact = 0; contact < 10_000; contact += 1) {
    const atMs = instant("09:00:00") + contact * 700;
    day.at(time(atMs)).offered(`c${contact}`, "support", `caller ${contact}`);
    day.at(time(atMs + 60_000)).abandoned(`c${contact}`);
  }
  const nowMs = instant("11:10:00");
  advanceTo(day.fold, nowMs);
  const told = createToldBook();
  const decide = () => decideInbox({ fold: day.fold, told, remindBeforeMs: 1_800_000, nowMs });
  enterTold(told, decide().told);
  const tookMs = Array.from({ length: 15 }, () => {
    const before = performance.now();
    expect(decide().tellings).toEqual([]);
    return performance.now() - before;
  }).toSorted((a, b) => a - b);
  console.log(`10,000 open recoveries: ${tookMs[0]?.toFixed(1)} ms`);
  expect(tookMs[0]).toBeLessThan(60);
});
