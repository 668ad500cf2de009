import type { SourceEvent } from "../../../../lib/events";
import { PEOPLE } from "../centre/people";
import { QUEUE_PROFILES } from "../centre/queues";
import { createLocalMinute } from "../local-minute";
import { simulateDay } from "../simulate-day";

export const HOUR_MS = 3_600_000;
/** A Monday's midnight in UTC. */
export const MONDAY_MS = Date.UTC(2026, 10, 23);

const localMinuteOf = createLocalMinute("UTC");

/** A day of 24 hours in UTC that starts at `startMs`. */
export const playDay = (
  seed: number,
  startMs = MONDAY_MS,
  isOpen = (): boolean => true,
  queues = QUEUE_PROFILES,
): readonly SourceEvent[] =>
  simulateDay({
    seed,
    day: { startMs, endMs: startMs + 24 * HOUR_MS },
    localMinuteOf,
    queues,
    people: PEOPLE,
    demand: 1,
    departures: [],
    isOpen,
  });
