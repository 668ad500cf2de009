import type { AgentId, QueueId } from "../../../../lib/vocabulary";
import type { Random } from "../random";
import type { Person } from "./people";

/** What somebody is meant to do; a call at hand is finished first. `finishing`: sees to who still waits, then pauses. */
export type Duty =
  | { readonly kind: "off" }
  | { readonly kind: "working" }
  | { readonly kind: "finishing" }
  | { readonly kind: "paused"; readonly reason: string };

export const HANDOVER_REASON = "Handover";

/**
 * Who works past the end of a business day finishes its callers for so long, and only then belongs to the next day.
 * So no day has to know another's calls.
 */
export const HANDOVER_MS = 15 * 60_000;

export type DayPlan = {
  readonly person: Person;
  /** What holds when the day takes over this person. */
  readonly first: Duty;
  /** When the day takes over: at its start, or after the handover of the day before. */
  readonly ownedFromMs: number;
  /** When all work for this day's callers must be done. */
  readonly ownedUntilMs: number;
  readonly changes: readonly { readonly atMs: number; readonly duty: Duty }[];
};

/** Somebody leaves at an instant, whatever the roster says, and does not come back that day; a call at hand is finished. */
export type Departure = {
  readonly agentId: AgentId;
  readonly atMs: number;
  /** Which queue is left; null: goes home. */
  readonly queueId: QueueId | null;
};

type Pause = { readonly fromMinute: number; readonly toMinute: number; readonly reason: string };
type Day = { readonly startMs: number; readonly endMs: number };

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
/** Longer than the longest conversation with its wrap-up: who left earlier is free by the end of the day. */
const STILL_BUSY_MINUTES = 18;
const OFF: Duty = { kind: "off" };
const WORKING: Duty = { kind: "working" };

/** Everybody's shift, meal, breaks and training in one business day. */
export function planDay(
  random: Random,
  people: readonly Person[],
  day: Day,
  localMinuteOf: (atMs: number) => number,
): readonly DayPlan[] {
  const trainee = random.pick(people);
  return people.map((person, index) => {
    const draws = random.fork(person.id);
    const pauses = planPauses(draws, person, person === trainee);
    const dutyAt = (atMs: number): Duty => dutyOf(person, pauses, localMinuteOf(atMs));
    const across = (boundaryMs: number): Across => acrossDays(person, index, boundaryMs, localMinuteOf);
    const ownedFromMs = across(day.startMs) === "stays" ? day.startMs + HANDOVER_MS : day.startMs;
    const atTheEnd = across(day.endMs);
    const ownedUntilMs = atTheEnd === "stays" ? day.endMs + HANDOVER_MS : day.endMs;
    const untilMs = atTheEnd === "changes-over" ? day.endMs - HANDOVER_MS : day.endMs;
    const first = dutyAt(ownedFromMs);
    const changes = planChanges(draws, dutyAt, first, ownedFromMs, untilMs);
    if (atTheEnd === "changes-over") changes.push({ atMs: untilMs, duty: { kind: "paused", reason: HANDOVER_REASON } });
    if (atTheEnd === "stays" && dutyAt(day.endMs - 1).kind !== "off") {
      changes.push({ atMs: day.endMs, duty: { kind: "finishing" } });
    }
    return { person, first, ownedFromMs, ownedUntilMs, changes };
  });
}

/** The same days with those who go home early. */
export const sendHome = (plans: readonly DayPlan[], departures: readonly Departure[]): readonly DayPlan[] =>
  plans.map((plan) => {
    const own = departures.find(({ agentId, queueId }) => agentId === plan.person.id && queueId === null);
    if (own === undefined) return plan;
    const changes = plan.changes.filter(({ atMs }) => atMs < own.atMs);
    return { ...plan, changes: [...changes, { atMs: own.atMs, duty: OFF }] };
  });

/** `stays` finishes the old day's callers; `changes-over` stops early and is there when the new day starts. */
type Across = "stays" | "changes-over" | "away";

function acrossDays(
  person: Person,
  index: number,
  boundaryMs: number,
  localMinuteOf: (atMs: number) => number,
): Across {
  if (!wasOnShift(person, boundaryMs, localMinuteOf)) return "away";
  // Of those whose shift runs across the end of the day every other one stays.
  return index % 2 === 1 || !isOnShift(person, localMinuteOf(boundaryMs)) ? "stays" : "changes-over";
}

function planChanges(
  random: Random,
  dutyAt: (atMs: number) => Duty,
  first: Duty,
  fromMs: number,
  untilMs: number,
): { atMs: number; duty: Duty }[] {
  const changes: { atMs: number; duty: Duty }[] = [];
  let held = first;
  for (let atMs = fromMs + MINUTE_MS; atMs < untilMs; atMs += MINUTE_MS) {
    const duty = dutyAt(atMs);
    if (isSameDuty(duty, held)) continue;
    held = duty;
    // Nobody is on the dot.
    changes.push({ atMs: Math.min(atMs + random.betweenMs(0, 50_000), untilMs), duty });
  }
  return changes;
}

function planPauses(random: Random, person: Person, isTrainee: boolean): readonly Pause[] {
  const { fromMinute, toMinute } = person.shift;
  const lengthMinutes = toMinute - fromMinute;
  const pause = (atMinute: number, minutes: number, reason: string): Pause => {
    const startMinute = Math.round(atMinute + random.between(-6, 6));
    return {
      fromMinute: startMinute,
      toMinute: startMinute + Math.round(minutes * random.between(0.85, 1.15)),
      reason,
    };
  };
  const pauses = [
    pause(person.meal.atMinute, person.meal.minutes, person.meal.reason),
    pause(fromMinute + lengthMinutes * random.between(0.16, 0.3), 10, "Break"),
    pause(fromMinute + lengthMinutes * random.between(0.72, 0.88), 10, "Break"),
  ];
  if (isTrainee) pauses.push(pause(fromMinute + lengthMinutes * 0.4, 40, "Training"));
  return pauses;
}

function dutyOf(person: Person, pauses: readonly Pause[], localMinute: number): Duty {
  if (!isOnShift(person, localMinute)) return OFF;
  const pause = pauses.find(({ fromMinute, toMinute }) => isWithin(localMinute, fromMinute, toMinute));
  return pause === undefined ? WORKING : { kind: "paused", reason: pause.reason };
}

function isOnShift({ shift }: Person, localMinute: number): boolean {
  return isWithin(localMinute, shift.fromMinute, shift.toMinute);
}

/** Whether somebody was on shift so shortly before that a call may still be at hand. */
function wasOnShift(person: Person, beforeMs: number, localMinuteOf: (atMs: number) => number): boolean {
  for (let minutes = 1; minutes <= STILL_BUSY_MINUTES; minutes += 1) {
    if (isOnShift(person, localMinuteOf(beforeMs - minutes * MINUTE_MS))) return true;
  }
  return false;
}

/** Minutes of the clock face: `toMinute` may run past midnight. */
const isWithin = (localMinute: number, fromMinute: number, toMinute: number): boolean =>
  (localMinute >= fromMinute && localMinute < toMinute) || localMinute + DAY_MINUTES < toMinute;

function isSameDuty(one: Duty, other: Duty): boolean {
  if (one.kind === "paused" && other.kind === "paused") return one.reason === other.reason;
  return one.kind === other.kind;
}
