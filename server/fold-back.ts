import type { Calendar } from "../lib/calendar";
import type { SiteConfig } from "../lib/config";
import { advanceTo, CLOCK_STEP_MS } from "../lib/metrics/advance";
import { applyEvent } from "../lib/metrics/fold";
import { createFold, type Fold, MINUTE_MS } from "../lib/metrics/fold-state";
import { foldVersion, restoreFold } from "../lib/metrics/fold-text";
import { type SourceId, sourceId } from "../lib/vocabulary";
import type { EventStore, SavedFold } from "./store/store";

type FoldedLog = Pick<EventStore, "loadFold" | "readAfter" | "seqBefore">;

const LINES_AT_ONCE = 5_000;

/** What the log is read with. A log may hold more sources than are configured now: a trial of the simulator, say. */
export type FoldRules = {
  readonly site: SiteConfig;
  readonly calendar: Calendar;
  readonly sourceIds: readonly SourceId[];
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
 * The day as the log tells it: from the last saved fold where there is one under the same rules, otherwise from the
 * beginning of yesterday, then line by line to the end.
 * @throws Error when the store cannot be read
 */
export async function foldBack(store: FoldedLog, rules: FoldRules, nowMs: number): Promise<FoldedBack> {
  const saved = await savedFold(store, rules, nowMs);
  const fold = saved ?? (await yesterdaysFold(store, rules, nowMs));
  const anewFromMs = saved === null ? fold.nowMs : null;
  const savedSeq = fold.seq;
  const known = new Set(rules.sourceIds);
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
  return { fold, savedSeq, anewFromMs };
}

async function savedFold(store: FoldedLog, rules: FoldRules, nowMs: number): Promise<Fold | null> {
  const saved = await store.loadFold();
  if (saved === null || saved.version !== versionOf(rules)) return null;
  try {
    const fold = restoreFold(saved.text, rules.site, rules.calendar);
    // Saved while the clock was ahead: its days are wrong.
    return fold.nowMs > nowMs + CLOCK_STEP_MS ? null : fold;
  } catch {
    // The log is the truth and the saved fold only a shortcut: one that cannot be read is folded anew.
    return null;
  }
}

async function yesterdaysFold(store: FoldedLog, { site, calendar }: FoldRules, nowMs: number): Promise<Fold> {
  const fold = createFold(site, calendar);
  const yesterday = calendar.businessDay(calendar.businessDay(nowMs).startMs - 1);
  fold.seq = await store.seqBefore(yesterday.startMs);
  fold.nowMs = yesterday.startMs;
  return fold;
}
