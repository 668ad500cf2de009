import { expect, test } from "vitest";
import type { ChannelState } from "../../../lib/alerts/alert-api";
import { inOrder, troubleOf } from "./channel-trouble";

const NOW_MS = 10_000_000;
const channel = (id: string, change: Partial<ChannelState> = {}): ChannelState => ({
  id,
  kind: "slack",
  host: "hooks.example.com",
  waiting: 0,
  givenUp: 0,
  waitingSinceMs: null,
  lastDeliveredAtMs: null,
  problem: null,
  ...change,
});
const waiting = (ms: number) => channel("waiting", { waiting: 1, waitingSinceMs: NOW_MS - ms });

test("[AL74] a message that waits longer than a minute is trouble, one that was given up is the worst", () => {
  expect([60_000, 60_001].map((ms) => troubleOf(waiting(ms), NOW_MS))).toEqual(["none", "waiting"]);
  expect(troubleOf(channel("a", { givenUp: 1, waitingSinceMs: NOW_MS }), NOW_MS)).toBe("lost");
});

test("[AL74] those in trouble come first, the others as they are configured", () => {
  const all = [channel("one"), waiting(90_000), channel("two"), channel("lost", { givenUp: 2 })];
  expect(inOrder(all, NOW_MS).map(({ id }) => id)).toEqual(["lost", "waiting", "one", "two"]);
});
