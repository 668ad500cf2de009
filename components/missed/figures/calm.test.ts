import { expect, test } from "vitest";
import type { AgentCounts } from "../../../lib/metrics/snapshot-types";
import { calmOf } from "./calm";

const NOBODY: AgentCounts = {
  available: 0,
  ringing: 0,
  onContact: 0,
  wrapUp: 0,
  paused: 0,
  loggedOut: 0,
  notReported: 0,
};
const calm = (waiting: number, agents: Partial<AgentCounts>) => calmOf({ waiting, agents: { ...NOBODY, ...agents } });

test("[RE47] calm enough: nobody waits and somebody is free", () => {
  expect(calm(0, { available: 3, onContact: 2 })).toEqual({ kind: "calm", free: 3 });
  expect(calm(0, { onContact: 2 })).toEqual({ kind: "nobody-free" });
  expect(calm(0, {})).toEqual({ kind: "nobody-free" });
});

test("[RE47] who waits comes first, however many are free", () => {
  expect(calm(1, { available: 3 })).toEqual({ kind: "busy", waiting: 1, free: 3 });
});

test("[RE47] where the source does not say what agents do, nobody is said to be free", () => {
  expect(calm(0, { notReported: 4 })).toEqual({ kind: "nobody-waits" });
  expect(calm(2, { notReported: 4 })).toEqual({ kind: "busy", waiting: 2, free: null });
});
