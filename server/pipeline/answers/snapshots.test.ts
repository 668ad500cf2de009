import { expect, test } from "vitest";
import { createScenario, instant } from "../../../lib/testing/scenario";
import { boardOfAll } from "../../../lib/config";
import { MAIN_BOARD, queueId } from "../../../lib/vocabulary";
import { createSnapshots } from "./snapshots";

const ALL = boardOfAll(MAIN_BOARD, "All queues");
const only = (...queues: readonly string[]) => ({ ...ALL, queueIds: queues.map(queueId) });

function shown() {
  const { at, fold } = createScenario({ queues: [{ id: "sales" }, { id: "support" }] });
  at("09:00:00").offered("c1", "sales");
  at("09:00:01").offered("c2", "support");
  at("09:00:02").board();
  let revision = { epoch: "test", number: 1 };
  const snapshots = createSnapshots({
    fold,
    revision: () => revision,
    sources: () => [],
    alerts: () => [],
    alertsUndelivered: () => false,
  });
  const next = (): void => {
    revision = { ...revision, number: revision.number + 1 };
  };
  return { snapshots, next };
}

test("[AC51] boards of one name with other queues are other boards; each is built once a revision", () => {
  const { snapshots, next } = shown();
  const queuesOf = (board: ReturnType<typeof only>) => snapshots(board).queues.map((row) => row.queueId);
  expect(snapshots(ALL).total.waiting).toBe(2);
  expect(queuesOf(only("sales"))).toEqual(["sales"]);
  expect(queuesOf(only("support"))).toEqual(["support"]);
  expect(JSON.stringify(snapshots(only("sales")))).not.toContain("support");
  const first = snapshots(only("sales"));
  expect(snapshots(only("sales"))).toBe(first);
  expect(snapshots(ALL)).not.toBe(first);
  next();
  expect(snapshots(only("sales"))).not.toBe(first);
  expect(snapshots(only("sales"))).toMatchObject({ asOfMs: instant("09:00:02"), total: { waiting: 1 } });
});

test("however many boards are asked for, those asked for last are kept and the right one is given", () => {
  const { snapshots } = shown();
  const first = snapshots(ALL);
  for (let n = 0; n < 300; n += 1) {
    expect(snapshots(only(`none-${n}`)).queues).toEqual([]);
    expect(snapshots(ALL)).toBe(first);
  }
  expect(snapshots(only("none-299"))).toBe(snapshots(only("none-299")));
  expect(snapshots(only("sales")).total.waiting).toBe(1);
});
