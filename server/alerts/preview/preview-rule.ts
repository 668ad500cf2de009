import type { RulePreview } from "../../../lib/alerts/alert-api";
import { createBook } from "../../../lib/alerts/alert-book";
import type { AlertRule } from "../../../lib/alerts/alert-rule";
import { evaluateAlerts } from "../../../lib/alerts/evaluate";
import type { AlertChange } from "../../../lib/alerts/state/alert-row";
import type { LoggedEvent } from "../../../lib/events";
import { advanceTo, hearFrom } from "../../../lib/metrics/advance";
import { applyEvent } from "../../../lib/metrics/fold";
import { createFold, type Fold } from "../../../lib/metrics/fold-state";
import type { SourceView } from "../../../lib/metrics/snapshot-types";
import { overdueRecoveriesOf } from "../../../lib/recovery/overdue";
import { type DayKey, PEOPLE, type SourceId } from "../../../lib/vocabulary";
import type { FoldRules } from "../../pipeline/saved-fold/fold-back";
import type { EventStore } from "../../store/store";
import { createIdleness } from "../engine/idleness";
import { createFirings } from "./firings";

export type PreviewParts = FoldRules & {
  readonly store: Pick<EventStore, "readAfter" | "seqBefore">;
  /** How much time has passed, ms; only differences count. */
  readonly elapsedMs: () => number;
};

const SECOND_MS = 1_000;
const LINES_AT_ONCE = 500;
/** The thread that reads the sources is never kept for longer at once. */
const SLICE_MS = 5;

/**
 * AL48: what a rule would have done on a business day, by the event log. The day before is folded too, so that callers,
 * agents and alerts stand at the day's beginning as they stood then.
 */
export async function previewRule(
  parts: PreviewParts,
  rule: AlertRule,
  day: DayKey,
  nowMs: number,
): Promise<RulePreview> {
  const { store, calendar, site } = parts;
  const bounds = boundsOf(parts, day);
  const { startMs } = bounds;
  // Of a day that is not over: up to now.
  const endMs = Math.min(bounds.endMs, nowMs);
  const warmMs = calendar.businessDay(startMs - 1).startMs;
  const replay = createReplay(createFold(site, calendar, parts.isShared), parts.sourceIds, rule);
  const firings = createFirings(startMs, endMs);
  const rest = createRest(parts.elapsedMs);
  let seq = await store.seqBefore(warmMs);
  let atMs = warmMs;
  let firstMs = Infinity;
  let lastMs = -Infinity;

  const runTo = async (untilMs: number): Promise<void> => {
    while (atMs < untilMs) {
      atMs += SECOND_MS;
      firings.take(replay.second(atMs));
      if (rest.isDue()) await rest.take();
    }
  };
  for (;;) {
    const lines = await store.readAfter(seq, LINES_AT_ONCE);
    for (const line of lines) {
      seq = line.seq;
      if (line.receivedAtMs >= endMs) continue;
      // What was heard within a second is known at its end.
      await runTo(Math.floor(line.receivedAtMs / SECOND_MS) * SECOND_MS);
      replay.take(line);
      if (line.receivedAtMs >= startMs) {
        firstMs = Math.min(firstMs, line.receivedAtMs);
        lastMs = Math.max(lastMs, line.receivedAtMs);
      }
      if (rest.isDue()) await rest.take();
    }
    const last = lines.at(-1);
    if (last === undefined || last.receivedAtMs >= endMs + MUCH_LATER_MS) break;
  }
  const isToldOf = lastMs >= firstMs;
  if (isToldOf) await runTo(endMs);
  return { day, firings: firings.all(), auditedMs: isToldOf ? lastMs - firstMs : 0 };
}

/** Lines stand in the log as they were heard; clocks that were set back aside, later ones are of later. */
const MUCH_LATER_MS = 3_600_000;

export function boundsOf({ calendar }: Pick<FoldRules, "calendar">, day: DayKey) {
  const noonMs = Date.parse(`${day}T12:00:00Z`);
  // Noon in Greenwich lies in that day or one beside it, wherever the site is.
  let bounds = calendar.businessDay(noonMs);
  for (let turns = 0; bounds.day !== day && turns < 3; turns += 1) {
    bounds = calendar.businessDay(bounds.day < day ? bounds.endMs : bounds.startMs - 1);
  }
  return bounds;
}

type Replay = {
  readonly take: (line: LoggedEvent) => void;
  /** Lets the second pass that ends then. */
  readonly second: (atMs: number) => readonly AlertChange[];
};

function createReplay(fold: Fold, sourceIds: readonly SourceId[], rule: AlertRule): Replay {
  // What people did about missed callers, too.
  const known = new Set([...sourceIds, PEOPLE]);
  const lost = new Set<SourceId>();
  const book = createBook();
  const idleness = createIdleness();
  const rules = [rule];
  const silences: readonly [] = [];

  const sourcesAt = (atMs: number): readonly SourceView[] =>
    sourceIds.map((id) => ({ id, kind: "log", state: lost.has(id) ? "down" : "live", lastProofAtMs: atMs }));

  return {
    take: (line) => {
      if (!known.has(line.sourceId)) return;
      if (line.event.type === "source.lost") lost.add(line.sourceId);
      else lost.delete(line.sourceId);
      applyEvent(fold, line);
    },
    second: (atMs) => {
      for (const id of sourceIds) if (!lost.has(id) && fold.sources.has(id)) hearFrom(fold, id, atMs);
      advanceTo(fold, atMs);
      // What has left memory nobody keeps here.
      fold.retired.length = 0;
      const seen = { fold, sources: sourcesAt(atMs), rules, silences };
      if (idleness.isIdle(book, seen)) return [];
      const overdueRecoveries = overdueRecoveriesOf(fold);
      return evaluateAlerts(book, { ...seen, capacity: fold.site.capacity, overdueRecoveries, nowMs: atMs });
    },
  };
}

/** Lets others have their turn, again and again. */
function createRest(elapsedMs: () => number) {
  let sinceMs = elapsedMs();
  return {
    isDue: () => elapsedMs() - sinceMs >= SLICE_MS,
    take: async () => {
      await new Promise((resolve) => setImmediate(resolve));
      sinceMs = elapsedMs();
    },
  };
}
