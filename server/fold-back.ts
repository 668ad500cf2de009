import type { Calendar } from "../lib/calendar";
import type { SiteConfig } from "../lib/config";
import { advanceTo } from "../lib/metrics/advance";
import { applyEvent } from "../lib/metrics/fold";
import { createFold, type Fold } from "../lib/metrics/fold-state";
import { foldVersion, restoreFold } from "../lib/metrics/fold-text";
import type { EventStore } from "./store/store";

const LINES_AT_ONCE = 5_000;

/** `savedSeq`: the line up to which nothing needs to be folded again. */
export type FoldedBack = { readonly fold: Fold; readonly savedSeq: number };

/**
 * The day as the log tells it: from the last saved fold where there is one under the same rules, otherwise from the
 * beginning of yesterday, then line by line to the end.
 * @throws Error when the store cannot be read
 */
export async function foldBack(
  store: EventStore,
  site: SiteConfig,
  calendar: Calendar,
  nowMs: number,
): Promise<FoldedBack> {
  const fold = (await savedFold(store, site, calendar)) ?? (await yesterdaysFold(store, site, calendar, nowMs));
  const savedSeq = fold.seq;
  for (;;) {
    const lines = await store.readAfter(fold.seq, LINES_AT_ONCE);
    for (const line of lines) applyEvent(fold, line);
    const last = lines.at(-1);
    if (last === undefined) break;
    // Lines from before yesterday leave memory as the reading goes on.
    advanceTo(fold, fold.nowMs);
  }
  advanceTo(fold, nowMs);
  return { fold, savedSeq };
}

async function savedFold(store: EventStore, site: SiteConfig, calendar: Calendar): Promise<Fold | null> {
  const saved = await store.loadFold();
  if (saved === null || saved.version !== foldVersion(site)) return null;
  try {
    return restoreFold(saved.text, site, calendar);
  } catch {
    // The log is the truth and the saved fold only a shortcut: one that cannot be read is folded anew.
    return null;
  }
}

async function yesterdaysFold(store: EventStore, site: SiteConfig, calendar: Calendar, nowMs: number): Promise<Fold> {
  const fold = createFold(site, calendar);
  const yesterday = calendar.businessDay(calendar.businessDay(nowMs).startMs - 1);
  fold.seq = await store.seqBefore(yesterday.startMs);
  return fold;
}
