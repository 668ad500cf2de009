import type { OpenHours, Shift } from "./config";
import { createLocalDays, instantOfMinute, weekdayOf } from "./local-days";
import type { DayKey } from "./vocabulary";

/** A business day: from `startMs` (included) to `endMs` (excluded). */
export type BusinessDay = { readonly day: DayKey; readonly startMs: number; readonly endMs: number };

/** The site's days and open hours. Pure: the same question always has the same answer; answers are remembered. */
export type Calendar = {
  /** TI2: the business day an instant belongs to. */
  readonly businessDay: (atMs: number) => BusinessDay;
  /** SL7: whether the hours are open at an instant; null hours are always open. */
  readonly isOpen: (hours: OpenHours | null, atMs: number) => boolean;
  /** The next instant after `atMs` at which `isOpen` changes; null: never within 400 days. */
  readonly nextChange: (hours: OpenHours | null, atMs: number) => number | null;
  /** The same of several hours at once, which are open while any of them is. @param all not empty */
  readonly nextChangeOfAny: (all: readonly (OpenHours | null)[], atMs: number) => number | null;
  /** RE2: the instant at which `durationMs` of open time has passed since `fromMs`; null: never within 400 days. */
  readonly addOpenMs: (hours: OpenHours | null, fromMs: number, durationMs: number) => number | null;
  /** RE2: how much open time lies between two instants; 0 where the second is not later. At most 400 days are looked at. */
  readonly openMsBetween: (hours: OpenHours | null, fromMs: number, toMs: number) => number;
};

const HORIZON_MS = 400 * 86_400_000;

/** Open from `fromMs` (included) to `toMs` (excluded). */
type OpenSpan = { readonly fromMs: number; readonly toMs: number };
/** One calendar date under some hours. */
type DayPlan = { readonly startMs: number; readonly endMs: number; readonly spans: readonly OpenSpan[] };
/** `nextChange` answers `changeMs` for every instant from `fromMs` (included) to `untilMs` (excluded). */
type ChangeAnswer = { readonly fromMs: number; readonly untilMs: number; readonly changeMs: number | null };
type HoursMemory = {
  /** Tells hours apart. */
  readonly number: number;
  /** Saves looking through 400 days for a change that cannot come. */
  readonly constant: boolean;
  readonly plans: Map<DayKey, DayPlan>;
  last: DayPlan | null;
  change: ChangeAnswer | null;
};

/**
 * The calendar of a site. Hours follow calendar dates, business days start `dayStartsAtMinute` after local midnight.
 * @param timeZone IANA name.
 * @throws RangeError for a zone that does not exist.
 */
export function createCalendar(timeZone: string, dayStartsAtMinute: number): Calendar {
  const businessDay = createLocalDays(timeZone, dayStartsAtMinute);
  const dateOf = createLocalDays(timeZone, 0);
  const memories = new WeakMap<OpenHours, HoursMemory>();
  const changesOfAny = new Map<string, ChangeAnswer>();
  let hoursKnown = 0;

  function memoryOf(hours: OpenHours): HoursMemory {
    const known = memories.get(hours);
    if (known !== undefined) return known;
    hoursKnown += 1;
    const fresh: HoursMemory = {
      number: hoursKnown,
      constant: areConstant(hours),
      plans: new Map(),
      last: null,
      change: null,
    };
    memories.set(hours, fresh);
    return fresh;
  }

  function planAt(hours: OpenHours, atMs: number): DayPlan {
    const memory = memoryOf(hours);
    if (memory.last !== null && atMs >= memory.last.startMs && atMs < memory.last.endMs) return memory.last;
    const date = dateOf(atMs);
    let plan = memory.plans.get(date.day);
    if (plan === undefined) {
      plan = { startMs: date.startMs, endMs: date.endMs, spans: openSpans(timeZone, hours, date.day) };
      memory.plans.set(date.day, plan);
    }
    memory.last = plan;
    return plan;
  }

  /** The open spans that end after `fromMs`, in order, up to the horizon. */
  function* spansFrom(hours: OpenHours, fromMs: number): Generator<OpenSpan> {
    for (let atMs = fromMs; atMs <= fromMs + HORIZON_MS;) {
      const plan = planAt(hours, atMs);
      for (const span of plan.spans) if (span.toMs > fromMs) yield span;
      atMs = plan.endMs;
    }
  }

  function isOpen(hours: OpenHours | null, atMs: number): boolean {
    if (hours === null) return true;
    for (const span of planAt(hours, atMs).spans) if (atMs >= span.fromMs && atMs < span.toMs) return true;
    return false;
  }

  function findChange(hours: OpenHours, atMs: number): number | null {
    let openUntilMs: number | null = isOpen(hours, atMs) ? atMs : null;
    for (const span of spansFrom(hours, atMs)) {
      if (openUntilMs === null) return withinHorizon(atMs, span.fromMs);
      if (span.fromMs > openUntilMs) return withinHorizon(atMs, openUntilMs);
      openUntilMs = span.toMs;
    }
    return openUntilMs === null ? null : withinHorizon(atMs, openUntilMs);
  }

  function nextChange(hours: OpenHours | null, atMs: number): number | null {
    if (hours === null) return null;
    const memory = memoryOf(hours);
    if (memory.constant) return null;
    const known = memory.change;
    if (known !== null && atMs >= known.fromMs && atMs < known.untilMs) return known.changeMs;
    const changeMs = findChange(hours, atMs);
    memory.change = { fromMs: atMs, untilMs: changeMs ?? planAt(hours, atMs).endMs, changeMs };
    return changeMs;
  }

  function nextChangeOfAny(all: readonly (OpenHours | null)[], atMs: number): number | null {
    const each = [...new Set(all)].flatMap((hours) => hours ?? []);
    const [first] = each;
    if (first === undefined || all.includes(null)) return null;
    if (each.length === 1) return nextChange(first, atMs);
    const key = each.map((hours) => memoryOf(hours).number).join();
    const known = changesOfAny.get(key);
    if (known !== undefined && atMs >= known.fromMs && atMs < known.untilMs) return known.changeMs;
    const changeMs = findChangeOfAny(each, atMs);
    changesOfAny.set(key, { fromMs: atMs, untilMs: changeMs ?? planAt(first, atMs).endMs, changeMs });
    return changeMs;
  }

  /** From change to change of any of them, until they are together what they were not. */
  function findChangeOfAny(all: readonly OpenHours[], fromMs: number): number | null {
    const isAnyOpen = (atMs: number): boolean => all.some((hours) => isOpen(hours, atMs));
    const wasOpen = isAnyOpen(fromMs);
    const changing = all.filter((hours) => !memoryOf(hours).constant);
    for (let atMs = fromMs; ;) {
      const changes = changing.flatMap((hours) => findChange(hours, atMs) ?? []);
      if (changes.length === 0) return null;
      atMs = Math.min(...changes);
      if (isAnyOpen(atMs) !== wasOpen || atMs - fromMs > HORIZON_MS) return withinHorizon(fromMs, atMs);
    }
  }

  function addOpenMs(hours: OpenHours | null, fromMs: number, durationMs: number): number | null {
    if (hours === null) return fromMs + durationMs;
    let leftMs = durationMs;
    for (const span of spansFrom(hours, fromMs)) {
      const startMs = Math.max(span.fromMs, fromMs);
      if (leftMs <= span.toMs - startMs) return withinHorizon(fromMs, startMs + leftMs);
      leftMs -= span.toMs - startMs;
    }
    return null;
  }

  function openMsBetween(hours: OpenHours | null, fromMs: number, toMs: number): number {
    if (toMs <= fromMs) return 0;
    if (hours === null) return toMs - fromMs;
    let openMs = 0;
    for (const span of spansFrom(hours, fromMs)) {
      if (span.fromMs >= toMs) break;
      openMs += Math.min(span.toMs, toMs) - Math.max(span.fromMs, fromMs);
    }
    return openMs;
  }

  return { businessDay, isOpen, nextChange, nextChangeOfAny, addOpenMs, openMsBetween };
}

const isWholeDay = (shift: Shift): boolean => shift.fromMinute === 0 && shift.toMinute === 1_440;

function areConstant({ weekly, closedDates }: OpenHours): boolean {
  const neverOpen = weekly.every((shifts) => shifts.length === 0);
  return neverOpen || (closedDates.length === 0 && weekly.every((shifts) => shifts.some(isWholeDay)));
}

/** The spans of one date, sorted; shifts that the clocks skip altogether are gone, touching ones are one. */
function openSpans(timeZone: string, hours: OpenHours, day: DayKey): readonly OpenSpan[] {
  if (hours.closedDates.includes(day)) return [];
  const spans: OpenSpan[] = [];
  const shifts = (hours.weekly[weekdayOf(day)] ?? []).toSorted((a, b) => a.fromMinute - b.fromMinute);
  for (const shift of shifts) {
    const span = {
      fromMs: instantOfMinute(timeZone, day, shift.fromMinute),
      toMs: instantOfMinute(timeZone, day, shift.toMinute),
    };
    const before = spans.at(-1);
    if (span.toMs <= span.fromMs) continue;
    if (before === undefined || span.fromMs > before.toMs) spans.push(span);
    else spans[spans.length - 1] = { fromMs: before.fromMs, toMs: Math.max(before.toMs, span.toMs) };
  }
  return spans;
}

function withinHorizon(fromMs: number, atMs: number): number | null {
  return atMs - fromMs <= HORIZON_MS ? atMs : null;
}
