import { expect, test } from "vitest";
import { DEFAULT_TARGET, defaultThresholds } from "../../../lib/config";
import type { QueueRow } from "../../../lib/metrics/snapshot-types";
import { rankRows } from "./rank-rows";

const NOW = 1_000_000;

function queue(name: string, told: { waitMs?: number; met?: number; feed?: "stale"; open?: boolean } = {}): QueueRow {
  const met = told.met ?? 100;
  return {
    queueId: name.toLowerCase(),
    name,
    open: told.open ?? true,
    feed: told.feed ?? "live",
    oldestOfferedAtMs: told.waitMs === undefined ? null : NOW - told.waitMs,
    target: {
      goalRatio: 0.9,
      thresholdMs: 60_000,
      formula: "offered",
      thresholds: defaultThresholds(DEFAULT_TARGET),
    },
    today: { level: { met, decided: 100 }, goalMet: met >= 90 },
  } as unknown as QueueRow;
}
const namesOf = (rows: readonly QueueRow[], live = true): readonly string[] =>
  rankRows(rows, NOW, NOW - 30_000, live, "today").map(({ row }) => row.name);

test("worst first, then by name as people count", () => {
  const rows = [queue("Queue 10"), queue("Queue 9"), queue("Sales", { met: 85 }), queue("Support", { waitMs: 61_000 })];
  expect(namesOf(rows)).toEqual(["Support", "Sales", "Queue 9", "Queue 10"]);
});

test("a queue that is not judged yet stands among those that are well", () => {
  const young = { ...queue("Billing"), today: { level: { met: 0, decided: 0 }, goalMet: null } } as QueueRow;
  expect(namesOf([queue("Sales"), young, queue("Alpha")])).toEqual(["Alpha", "Billing", "Sales"]);
});

test("[UN3] a queue without live data is not judged and its wait has stopped; it stands after the alarmed", () => {
  const rows = [queue("Alpha"), queue("Gone", { feed: "stale", met: 10, waitMs: 90_000 }), queue("Late", { met: 85 })];
  expect(namesOf(rows)).toEqual(["Late", "Gone", "Alpha"]);
  const gone = rankRows(rows, NOW, NOW - 30_000, true, "today")[1];
  expect(gone).toMatchObject({ live: false, wait: "none", level: "none", worst: "none", waitMs: 60_000 });
});

test("[UN3] on a stale board nothing is judged", () => {
  const rows = rankRows([queue("Late", { met: 10, waitMs: 90_000 })], NOW, null, false, "today");
  expect(rows[0]).toMatchObject({ worst: "none", waitMs: 90_000 });
});

test("after closing the day's service level calls nobody, a caller who waits still does", () => {
  const rows = rankRows([queue("Closed", { met: 10, open: false, waitMs: 60_000 })], NOW, null, true, "today");
  expect(rows[0]).toMatchObject({ level: "none", wait: "act" });
});

test("a clock that is a little behind never shows a negative wait", () => {
  expect(rankRows([queue("A", { waitMs: -400 })], NOW, null, true, "today")[0]?.waitMs).toBe(0);
});
