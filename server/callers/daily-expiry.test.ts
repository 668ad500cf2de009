import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { systemClock } from "../clock";
import type { Expired } from "./caller-vault";
import { startDailyExpiry } from "./daily-expiry";
import { createMemoryVault } from "./memory-vault";
import { DAY_MS } from "./rules/retention";
import { ANNA, BEN, calls, NOON_MS } from "./testing/vault-contract";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
beforeEach(() => void vi.useFakeTimers({ now: NOON_MS }));
afterEach(() => void vi.useRealTimers());

/** What the vault does each time it is asked; in the end nothing is left to do. */
function started(expiries: (Expired | Error)[], refusals = 0) {
  const lines: string[] = [];
  const trail: number[] = [];
  let asked = 0;
  const expire = (): Expired => {
    asked += 1;
    const next = expiries.shift() ?? { count: 0, stillOnDisk: null };
    if (next instanceof Error) throw next;
    return next;
  };
  const onExpired = (count: number): void => {
    if ((refusals -= 1) >= 0) throw new Error("disk full");
    trail.push(count);
  };
  const log = (line: string) => void lines.push(line);
  const stop = startDailyExpiry({ vault: { expire }, clock: systemClock, log, onExpired });
  return { lines, trail, stop, asked: () => asked };
}
const gone = (count: number): Expired => ({ count, stillOnDisk: null });
const LOCKED = new Error("database is locked");
const UNDELETED = "Old callers' numbers could not be deleted (database is locked); trying again in 10 min.";
const UNTOLD = "cannot be written to the audit trail (disk full); trying again in 10 min.";
const READ = "What was deleted still stands in callers.db-wal";

describe("the daily work of the vault", () => {
  it("[PV5] deletes what is too old at the start, then once a day, and says how much", () => {
    const vault = createMemoryVault();
    const [anna, ben] = [calls(vault, ANNA, NOON_MS - 30 * DAY_MS), calls(vault, BEN, NOON_MS - 29 * DAY_MS)];
    const expired: number[] = [];
    const stop = startDailyExpiry({
      vault,
      clock: systemClock,
      log: () => {},
      onExpired: (count) => expired.push(count),
    });
    expect([expired, vault.reveal(anna)]).toEqual([[1], null]);
    vi.advanceTimersByTime(11 * HOUR_MS);
    expect(vault.reveal(ben)).toEqual(BEN);
    vi.advanceTimersByTime(2 * HOUR_MS);
    expect([expired, vault.reveal(ben)]).toEqual([[1, 1], null]);
    stop();
    calls(vault, BEN, NOON_MS - 30 * DAY_MS);
    vi.advanceTimersByTime(3 * DAY_MS);
    expect(expired).toEqual([1, 1]);
  });

  it("[PV5] what fails is said and tried again, until it works", () => {
    const { lines, trail, asked } = started([LOCKED, LOCKED, gone(3)]);
    vi.advanceTimersByTime(HOUR_MS);
    expect([lines, trail, asked()]).toEqual([[UNDELETED, UNDELETED], [3], 3]);
  });

  it("[PV5] what a reader keeps on the disk is counted at once, and taken off once he is done", () => {
    const { lines, trail, asked } = started([
      { count: 3, stillOnDisk: READ },
      { count: 0, stillOnDisk: READ },
      { count: 0, stillOnDisk: null },
    ]);
    expect(trail).toEqual([3]);
    vi.advanceTimersByTime(HOUR_MS);
    const line = `${READ}; trying again in 10 min.`;
    expect([lines, trail, asked()]).toEqual([[line, line], [3], 3]);
  });

  it("[PV5] the trail has its line as soon as it takes one; nothing is deleted again for that", () => {
    const { lines, trail, asked } = started([gone(3)], 2);
    vi.advanceTimersByTime(10 * MINUTE_MS);
    expect([lines, trail]).toEqual([[`That 3 old numbers were deleted ${UNTOLD}`, lines[0]], []]);
    vi.advanceTimersByTime(10 * MINUTE_MS);
    expect([lines.length, trail, asked()]).toEqual([2, [3], 1]);
  });

  it("[PV5] numbers of two days, of which the trail took no line, are one line", () => {
    const { lines, trail } = started([gone(1), gone(2)], 73);
    vi.advanceTimersByTime(12 * HOUR_MS);
    expect(lines[0]).toBe(`That 1 old number was deleted ${UNTOLD}`);
    expect(lines.at(-1)).toBe(`That 3 old numbers were deleted ${UNTOLD}`);
    vi.advanceTimersByTime(10 * MINUTE_MS);
    expect(trail).toEqual([3]);
  });

  it("[PV5] a server that stops tries a last time", () => {
    const { trail, stop } = started([gone(2)], 1);
    stop();
    expect(trail).toEqual([2]);
    vi.advanceTimersByTime(DAY_MS);
    expect(trail).toEqual([2]);
    const { lines, stop: stopOther } = started([gone(2)], 2);
    stopOther();
    expect(lines[1]).toBe("That 2 old numbers were deleted cannot be written to the audit trail (disk full).");
  });
});
