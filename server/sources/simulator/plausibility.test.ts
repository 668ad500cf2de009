import { describe, expect, it } from "vitest";
import type { SourceEvent } from "../../../lib/events";
import { HOUR_MS, MONDAY_MS, playDay } from "./testing/days";
import { type CountedVisit, serviceLevel, tally } from "./testing/tally";

const SEEDS = [...Array.from({ length: 19 }, (_, index) => index + 1), 2026];
const DAYS = SEEDS.map((seed) => playDay(seed));
const TALLIES = DAYS.map((events) => tally(events).visits);

const waitingAt = (visits: readonly CountedVisit[], atMs: number): number =>
  visits.filter(({ offeredAtMs, endedAtMs }) => offeredAtMs <= atMs && atMs < endedAtMs).length;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const ratio = (visits: readonly CountedVisit[]): number => {
  const { met, decided } = serviceLevel(visits, Number.POSITIVE_INFINITY);
  return met / decided;
};
const arrivingBetween = (visits: readonly CountedVisit[], fromHour: number, toHour: number) =>
  visits.filter(
    ({ offeredAtMs }) => offeredAtMs >= MONDAY_MS + fromHour * HOUR_MS && offeredAtMs < MONDAY_MS + toHour * HOUR_MS,
  );

const perHour = (fromHour: number, toHour: number): number =>
  sum(TALLIES.map((visits) => arrivingBetween(visits, fromHour, toHour).length)) / SEEDS.length / (toHour - fromHour);
const levelOf = (fromHour: number, toHour: number): number =>
  ratio(TALLIES.flatMap((visits) => arrivingBetween(visits, fromHour, toHour)));

describe("a believable centre, over twenty seeds", () => {
  it("has 700 to 1,200 visits a day", () => {
    for (const visits of TALLIES) {
      expect(visits.length).toBeGreaterThan(700);
      expect(visits.length).toBeLessThan(1_200);
    }
  });

  it("ends most days with a service level of 82 to 93 %, none below 77 %", () => {
    const levels = TALLIES.map(ratio);
    expect(Math.min(...levels)).toBeGreaterThan(0.77);
    expect(Math.max(...levels)).toBeLessThan(0.95);
    expect(levels.filter((level) => level >= 0.82 && level <= 0.93).length).toBeGreaterThanOrEqual(14);
  });

  it("loses 4 to 13 % of callers", () => {
    for (const visits of TALLIES) {
      const lost = visits.filter(({ outcome }) => outcome === "abandoned").length / visits.length;
      expect(lost).toBeGreaterThan(0.04);
      expect(lost).toBeLessThan(0.13);
    }
  });

  it("[CO4] some hang up within five seconds", () => {
    for (const visits of TALLIES) {
      const short = visits.filter(
        (visit) => visit.outcome === "abandoned" && visit.endedAtMs - visit.offeredAtMs <= 5_000,
      );
      expect(short.length).toBeGreaterThan(4);
      expect(short.length).toBeLessThan(45);
    }
  });

  it("has no more than ten waiting at any minute, and at most six for 99 % of the time", () => {
    for (const visits of TALLIES) {
      const minutes = Array.from({ length: 1_440 }, (_, minute) => waitingAt(visits, MONDAY_MS + minute * 60_000));
      expect(Math.max(...minutes)).toBeLessThanOrEqual(10);
      expect(minutes.filter((waiting) => waiting > 6).length).toBeLessThan(15);
    }
  });

  it("is busiest at lunch, and the service level shows it", () => {
    expect(perHour(12, 13.5)).toBeGreaterThan(1.25 * perHour(10, 11.5));
    expect(perHour(12, 13.5)).toBeGreaterThan(1.15 * perHour(14.5, 16.5));
    expect(perHour(10, 11.5)).toBeGreaterThan(3 * perHour(1, 5));
    expect(levelOf(12, 13.5)).toBeLessThan(levelOf(10, 11.5) - 0.1);
    expect(levelOf(14.5, 16.5)).toBeGreaterThan(0.9);
  });

  it("has people at lunch while the calls come in", () => {
    for (const events of DAYS) {
      const { states, reasons } = tally(events, MONDAY_MS + 12.65 * HOUR_MS);
      const atLunch = [...states].filter(([agent, state]) => state === "paused" && reasons.get(agent) === "Lunch");
      const atWork = [...states].filter(([, state]) => state !== "paused" && state !== "logged-out");
      expect(atLunch.length).toBeGreaterThanOrEqual(1);
      expect(atWork.length).toBeGreaterThanOrEqual(4);
    }
  });

  it("somebody is at work at every minute of the day and night", () => {
    for (const events of DAYS) {
      const staffed = everyMinute(events, (states) => [...states.values()].some((state) => !AWAY.has(state)));
      expect(staffed.filter((isStaffed) => !isStaffed).length).toBeLessThanOrEqual(10);
    }
  });

  it("has something to show every few minutes by night and several times a minute by day", () => {
    for (const events of DAYS) {
      const countIn = (fromHour: number, toHour: number): number =>
        events.filter(({ atMs }) => atMs >= MONDAY_MS + fromHour * HOUR_MS && atMs < MONDAY_MS + toHour * HOUR_MS)
          .length;
      for (let hour = 0; hour < 24; hour += 1) expect(countIn(hour, hour + 1)).toBeGreaterThan(30);
      expect(countIn(0, 6)).toBeGreaterThan(0.9 * 360);
      expect(countIn(9, 17)).toBeGreaterThan(6 * 480);
    }
  });

  it("has callers who try again, withheld numbers, names with accents and rings nobody answers", () => {
    for (const [index, visits] of TALLIES.entries()) {
      const numbers = visits.flatMap(({ number }) => (number === null ? [] : [number]));
      expect(numbers.length - new Set(numbers).size).toBeGreaterThan(20);
      const withheld = 1 - numbers.length / visits.length;
      expect(withheld).toBeGreaterThan(0.02);
      expect(withheld).toBeLessThan(0.12);
      const events = DAYS[index] ?? [];
      expect(events.some(({ event }) => event.type === "agent.rang-unanswered")).toBe(true);
      expect(events.some(({ event }) => "caller" in event && /[^ -~]/u.test(event.caller?.name ?? ""))).toBe(true);
    }
  });
});

const AWAY: ReadonlySet<string> = new Set(["paused", "logged-out"]);

/** Asks a question of the agents' states at each minute, the handover at the start of the day left out. */
function everyMinute<Answer>(
  events: readonly SourceEvent[],
  ask: (states: ReadonlyMap<string, string>) => Answer,
): readonly Answer[] {
  const states = new Map<string, string>();
  const answers: Answer[] = [];
  let next = 0;
  for (let minute = 1; minute < 1_440; minute += 1) {
    for (let event = events[next]; event !== undefined; event = events[next]) {
      if (event.atMs >= MONDAY_MS + minute * 60_000) break;
      if (event.event.type === "agent.state-changed") states.set(event.event.agentId, event.event.state);
      next += 1;
    }
    answers.push(ask(states));
  }
  return answers;
}
