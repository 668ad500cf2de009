import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createUpkeep } from "./upkeep";

const POLL_MS = 500;
const NOTHING = (): void => undefined;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("[AC28] [AC43] what cannot be done keeps nothing else from being done, and is said once until all of it can", () => {
  const done: string[] = [];
  const said: string[] = [];
  let failing: readonly string[] = [];
  const step = (name: string) => () => {
    if (failing.includes(name)) throw new Error(`${name} failed`);
    done.push(name);
  };
  const { stop } = createUpkeep({
    clock: { nowMs: () => Date.now() },
    log: (line) => said.push(line),
    pollMs: POLL_MS,
    changes: { look: step("look"), changed: step("told"), onChange: () => NOTHING },
    sessions: {
      expire: () => {
        step("expire")();
        return true;
      },
    },
    displays: { tidy: step("tidy") },
    auditTrail: {
      prune: () => {
        step("prune")();
        return 0;
      },
      lookAhead: step("look ahead"),
    },
  });
  const turn = (...those: readonly string[]): readonly string[] => {
    failing = those;
    vi.advanceTimersByTime(POLL_MS);
    return done.splice(0);
  };
  expect(turn("look", "tidy")).toEqual(["expire", "told", "prune", "look ahead"]);
  expect(turn("expire", "tidy")).toEqual(["look", "look ahead"]);
  expect(said).toEqual(["The accounts cannot be looked after: look failed"]);
  // What is done now and then is tried again until it was done.
  expect(turn()).toEqual(["look", "expire", "told", "tidy", "look ahead"]);
  expect(turn("look ahead")).toEqual(["look", "expire", "told"]);
  expect(said[1]).toBe("The accounts cannot be looked after: look ahead failed");
  stop();
  expect(turn()).toEqual([]);
});
