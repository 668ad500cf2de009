import { advanceTo, hearFrom } from "../metrics/advance";
import { decideInbox } from "../recovery/inbox/decide";
import type { InboxTelling, ToldTry } from "../recovery/inbox/inbox-types";
import { createToldBook, enterTold, forgetTold, goneFrom } from "../recovery/inbox/told-book";
import { sourceId } from "../vocabulary";
import { createScenario, instant, type Scenario, type ScenarioOptions } from "./scenario";

export type InboxTimelineOptions = ScenarioOptions & { readonly remindBeforeMs?: number };

/** As in a scenario, but it happens once `until` gets there. */
type Telling = Omit<ReturnType<Scenario["at"]>, "board">;

const SOURCE = sourceId("pbx");

/**
 * A scenario under the eyes of the inbox. `until` looks every second and tells what people are told, each message as a
 * line such as `09:03:00 missed zoe 2`.
 */
export function createInboxTimeline({ remindBeforeMs = 30 * 60_000, ...options }: InboxTimelineOptions = {}) {
  const day = createScenario({ queues: [{ id: "support" }, { id: "sales" }], ...options });
  let told = createToldBook();
  let nextAtMs: number | null = -Infinity;
  let seenVersion = -1;
  let lastMs: number | null = null;
  let decisions = 0;
  const arrivals = new Map<string, number>();
  let planned: readonly { readonly atMs: number; readonly tell: () => void }[] = [];

  const at = (time: string, date?: string): Telling => {
    const later = Object.entries(day.at(time, date)).map(([name, method]) => {
      const tell = method as (...args: readonly unknown[]) => unknown;
      const plan = (...args: readonly unknown[]): void => {
        const atMs = instant(time, date);
        planned = [...planned, { atMs, tell: () => void tell(...args) }];
        if (name === "offered" && !arrivals.has(String(args[0]))) arrivals.set(String(args[0]), atMs);
      };
      return [name, plan];
    });
    return Object.fromEntries(later) as Telling;
  };

  const look = (nowMs: number): readonly InboxTelling[] => {
    const due = planned.filter(({ atMs }) => atMs <= nowMs);
    planned = planned.filter(({ atMs }) => atMs > nowMs);
    for (const { tell } of due.toSorted((a, b) => a.atMs - b.atMs)) tell();
    hearFrom(day.fold, SOURCE, nowMs);
    advanceTo(day.fold, nowMs);
    const wasSetBack = lastMs !== null && nowMs < lastMs;
    lastMs = nowMs;
    const { version } = day.fold.recoveries;
    if (version === seenVersion && !wasSetBack && (nextAtMs === null || nowMs < nextAtMs)) return [];
    decisions += 1;
    const decision = decideInbox({ fold: day.fold, told, remindBeforeMs, nowMs });
    ({ nextAtMs } = decision);
    enterTold(told, decision.told);
    // What was told may be why something else is to wait.
    seenVersion = decision.tellings.length > 0 ? -1 : version;
    return decision.tellings;
  };

  return {
    at,
    /** It is heard now, whatever instant it is told to be of. */
    now: day.at,
    fold: day.fold,
    /** What people who act on a missed contact name it by. */
    missedKey: (contact: string): string => `${SOURCE} ${contact} ${arrivals.get(contact) ?? 0}`,
    look,
    /** Every second after the last one looked at, up to this one (included); the first time only this one. */
    until: (time: string, date?: string): readonly string[] => {
      const toMs = instant(time, date);
      const lines: string[] = [];
      for (let nowMs = lastMs === null ? toMs : lastMs + 1_000; nowMs <= toMs; nowMs += 1_000)
        lines.push(...look(nowMs).map((telling) => `${timeOf(nowMs)} ${lineOf(telling)}`));
      return lines;
    },
    /** Nobody looks until then. */
    sleepUntil: (time: string, date?: string): void => void (lastMs = instant(time, date) - 1_000),
    setBackTo: (time: string, date?: string): void => void (lastMs = instant(time, date)),
    /** As after the server was started anew: what is kept of what was told is text. */
    restart: (): void => {
      told = createToldBook(JSON.parse(JSON.stringify([...told.tries.values()])) as ToldTry[]);
      seenVersion = -1;
    },
    forget: (time: string, date?: string): readonly string[] => {
      const keys = goneFrom(told, day.fold.recoveries, instant(time, date));
      forgetTold(told, keys, instant(time, date));
      return keys;
    },
    toldTries: () => told.tries.size,
    decisions: () => decisions,
  };
}

const timeOf = (atMs: number): string => new Date(atMs).toISOString().slice(11, 19);

/** `missed zoe 2, max 1`: callers with their tries. */
export const lineOf = ({ kind, callers, total }: InboxTelling): string => {
  const named = callers.map(({ caller, tries }) => `${caller ?? "?"} ${tries}`).join(", ");
  return `${kind} ${named}${total > callers.length ? ` +${total - callers.length}` : ""}`;
};
