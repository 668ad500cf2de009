import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { systemClock } from "../clock";
import { startDailyExpiry } from "./daily-expiry";
import { createMemoryVault } from "./memory-vault";
import { DAY_MS } from "./rules/retention";
import { ANNA, BEN, calls, NOON_MS } from "./testing/vault-contract";

const HOUR_MS = 3_600_000;
beforeEach(() => void vi.useFakeTimers({ now: NOON_MS }));
afterEach(() => void vi.useRealTimers());

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
    const failures = [new Error("database is locked"), new Error("database is locked")];
    const lines: string[] = [];
    const expired: number[] = [];
    const expire = (): number => {
      const failure = failures.shift();
      if (failure !== undefined) throw failure;
      return 3;
    };
    const log = (line: string) => void lines.push(line);
    const stop = startDailyExpiry({
      vault: { expire },
      clock: systemClock,
      log,
      onExpired: (count) => expired.push(count),
    });
    vi.advanceTimersByTime(HOUR_MS);
    stop();
    const line = "Old callers' numbers could not be deleted (database is locked); trying again in 10 min.";
    expect([lines, expired]).toEqual([[line, line], [3]]);
  });
});
