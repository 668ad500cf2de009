import { expect, test } from "vitest";
import { bareSite, boardOfAll, DEFAULT_TARGET, defaultThresholds, type QueueConfig, type SiteConfig } from "../config";
import { boardId, queueId } from "../vocabulary";
import { foldVersion } from "./fold-text";

const QUEUE: QueueConfig = {
  id: queueId("sales"),
  name: "Sales",
  target: DEFAULT_TARGET,
  thresholds: defaultThresholds(DEFAULT_TARGET),
  hours: null,
  wrapUpMs: null,
};
const SITE: SiteConfig = { ...bareSite("Acme", "Europe/Berlin"), queues: [QUEUE] };
const withQueue = (change: Partial<QueueConfig>): SiteConfig => ({ ...SITE, queues: [{ ...QUEUE, ...change }] });
const MORNINGS = { weekly: [[{ fromMinute: 480, toMinute: 720 }], [], [], [], [], [], []], closedDates: [] };
const T20 = { ...DEFAULT_TARGET, thresholdMs: 20_000 };

test("a saved fold outlives a change of names, looks, thresholds, boards and rotations", () => {
  const wall = { ...boardOfAll(boardId("wall"), "Wall"), language: "de", agentNames: "full" } as const;
  const thresholds = { ...SITE.thresholds, waiting: { watch: 5, act: 10 } };
  const rotation = { id: boardId("hall"), name: "Hall", boardIds: [wall.id], everyMs: 30_000 };
  for (const same of [
    { ...SITE, name: "Acme Support" },
    { ...SITE, thresholds },
    { ...SITE, boards: [...SITE.boards, wall] },
    { ...SITE, rotations: [rotation] },
    withQueue({ name: "Sales and more" }),
    withQueue({ thresholds }),
  ]) {
    expect(foldVersion(same)).toBe(foldVersion(SITE));
  }
});

test("it does not outlive a change of what it was folded with: zone, day, hours, target, queues", () => {
  const versions = [
    SITE,
    { ...SITE, timeZone: "Europe/Vienna" },
    { ...SITE, dayStartsAtMinute: 240 },
    { ...SITE, hours: MORNINGS },
    { ...SITE, target: T20 },
    { ...SITE, queues: [] },
    withQueue({ id: queueId("support") }),
    withQueue({ target: T20 }),
    withQueue({ hours: MORNINGS }),
    withQueue({ wrapUpMs: 30_000 }),
  ].map(foldVersion);
  expect(new Set(versions).size).toBe(versions.length);
});
