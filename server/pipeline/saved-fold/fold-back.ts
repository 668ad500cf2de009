import type { Calendar } from "../../../lib/calendar";
import type { SiteConfig } from "../../../lib/config";
import { advanceTo, CLOCK_STEP_MS } from "../../../lib/metrics/advance";
import { applyEvent } from "../../../lib/metrics/fold";
import { createFold, type Fold, MINUTE_MS } from "../../../lib/metrics/fold-state";
import { foldVersion, recoveriesOfText, restoreFold } from "../../../lib/metrics/fold-text";
import { bookRulesOf } from "../../../lib/recovery/book/take-contact";
import { deriveAll } from "../../../lib/recovery/book/take-facts";
import { PEOPLE, type SourceId, sourceId } from "../../../lib/vocabulary";
import type { EventStore, SavedFold } from "../../store/store";

type FoldedLog = Pick<EventStore, "loadFold" | "readAfter" | "seqBefore">;

const LINES_AT_ONCE = 5_000;
const WEEK_MS = 7 * 86_400_000;

/** What the log is read with. A log may hold more sources than are configured now: a trial of the simulator, say. */
export type FoldRules = {
  readonly site: SiteConfig;
  readonly calendar: Calendar;
  readonly sourceIds: readonly SourceId[];
  /** Whether several people call from a number (RE1). Left out: from none. */
  readonly isShared?: Fold["isShared"];
};

/**
 * `savedSeq`: the line up to which nothing needs to be folded again. `anewFromMs`: the fold was begun anew and holds
 * every visit that arrived since; null: those that had left the saved one stand in the store.
 */
export type FoldedBack = { readonly fold: Fold; readonly savedSeq: number; readonly anewFromMs: number | null };

/** A saved fold is worth taking up only under the rules and with the sources it was folded with. */
export const versionOf = ({ site, sourceIds }: FoldRules): string => `${foldVersion(site)} ${sourceIds.join()}`;

/** The sources that a saved fold was folded with; null: there is none under these rules. */
export function sourcesOfSaved(saved: SavedFold | null, site: SiteConfig): readonly SourceId[] | null {
  const rules = `${foldVersion(site)} `;
  return saved?.version.startsWith(rules) === true ? saved.version.slice(rules.length).split(",").map(sourceId) : null;
}

/**
 * The day as the log tells it: from the last saved fold where there is one under the same rules, otherwise anew, then line
 * by line to the end.
 * @throws Error when the store cannot be read
 */
export async function foldBack(store: FoldedLog, rules: FoldRules, nowMs: number): Promise<FoldedBack> {
  const saved = await store.loadFold();
  const goesOn = savedFold(saved, rules, nowMs);
  const fold = goesOn ?? (await foldAnew(store, rules, saved, nowMs));
  const anewFromMs = goesOn === null ? yesterdayOf(rules, nowMs) : null;
  const savedSeq = fold.seq;
  const known = new Set([...rules.sourceIds, PEOPLE]);
  for (;;) {
    const lines = await store.readAfter(fold.seq, LINES_AT_ONCE);
    for (const line of lines) {
      fold.seq = line.seq;
      if (!known.has(line.sourceId)) continue;
      const heardMs = Math.min(line.receivedAtMs, nowMs);
      // Time passes as it did when the lines were new, so that what left memory then leaves it now.
      if (heardMs > fold.nowMs + MINUTE_MS) advanceTo(fold, heardMs);
      applyEvent(fold, line);
    }
    if (lines.length === 0) break;
  }
  advanceTo(fold, nowMs);
  if (anewFromMs !== null) leaveOlderVisits(fold, anewFromMs);
  return { fold, savedSeq, anewFromMs };
}

const yesterdayOf = ({ calendar }: FoldRules, nowMs: number): number =>
  calendar.businessDay(calendar.businessDay(nowMs).startMs - 1).startMs;

/** What was folded for its recoveries only stands in the store already, as the fold before this one told it. */
function leaveOlderVisits({ retired }: Fold, fromMs: number): void {
  const own = retired.filter(({ arrivedAtMs }) => arrivedAtMs >= fromMs);
  retired.splice(0, retired.length, ...own);
}

function savedFold(saved: SavedFold | null, rules: FoldRules, nowMs: number): Fold | null {
  if (saved === null || saved.version !== versionOf(rules)) return null;
  try {
    const fold = restoreFold(saved.text, rules.site, rules.calendar, rules.isShared);
    // Saved while the clock was ahead: its days are wrong.
    return fold.nowMs > nowMs + CLOCK_STEP_MS ? null : fold;
  } catch {
    // The log is the truth and the saved fold only a shortcut: one that cannot be read is folded anew.
    return null;
  }
}

/**
 * From the beginning of yesterday: figures reach no further back. Who was missed and never called does: where no book
 * of recoveries of these sources was saved, a week is folded.
 */
async function foldAnew(store: FoldedLog, rules: FoldRules, saved: SavedFold | null, nowMs: number): Promise<Fold> {
  const { site, calendar, isShared } = rules;
  const fold = createFold(site, calendar, isShared);
  // A book of other sources would bring back callers who are none here.
  const isOfThese = saved !== null && saved.version.endsWith(` ${rules.sourceIds.join()}`);
  const recoveries = isOfThese ? recoveriesOfText(saved.text) : null;
  fold.nowMs = recoveries === null ? calendar.businessDay(nowMs - WEEK_MS).startMs : yesterdayOf(rules, nowMs);
  fold.seq = await store.seqBefore(fold.nowMs);
  if (recoveries !== null) {
    fold.recoveries = recoveries;
    deriveAll(recoveries, bookRulesOf(fold));
  }
  return fold;
}
