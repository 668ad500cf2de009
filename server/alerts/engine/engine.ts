import { acknowledge, takeBackAcknowledgement, viewsOf } from "../../../lib/alerts/alert-book";
import type { AlertRule } from "../../../lib/alerts/alert-rule";
import type { AlertView } from "../../../lib/alerts/alert-types";
import { evaluateAlerts } from "../../../lib/alerts/evaluate";
import type { AlertChange } from "../../../lib/alerts/state/alert-row";
import type { Silence } from "../../../lib/alerts/state/silence";
import type { Fold } from "../../../lib/metrics/fold-state";
import type { SourceView } from "../../../lib/metrics/snapshot-types";
import { overdueRecoveriesOf } from "../../../lib/recovery/overdue";
import type { Clock } from "../../clock";
import { errorText, isWriteRefused } from "../../store/libsql/errors";
import type { FoldWatcher } from "./fold-watcher";
import { createIdleness } from "./idleness";
import { keepChanges, loadBook } from "../store/kept-book";
import type { AlertStore } from "../store/open-alerts";

export type Engine = FoldWatcher & {
  /**
   * AL43: once it stands on the disk together with what `audited` writes, or not at all.
   * @returns null: no such alert fires (any more)
   * @throws what the disk refused; everything is then as it was
   */
  readonly acknowledge: (id: string, by: string, forMs: number, audited: () => void) => AlertView | null;
  /** The same; one that nobody has seen to stays as it is, and nothing is written. */
  readonly takeBack: (id: string, audited: () => void) => AlertView | null;
  /** Whether it looks once a second, and all it saw is on the disk. */
  readonly isWell: () => boolean;
  readonly counters: () => { readonly evaluations: number; readonly storeFailures: number; readonly unkept: number };
  /** Writes what could not be written, once more. */
  readonly close: () => void;
};

export type EngineParts = {
  readonly store: AlertStore;
  readonly clock: Clock;
  readonly rules: () => readonly AlertRule[];
  readonly silences: () => readonly Silence[];
  /** Those that are told what names no channels. */
  readonly channelIds: readonly string[];
  /** What happened, once it is on the disk. */
  readonly onKept: (changes: readonly AlertChange[]) => void;
  readonly log: (line: string) => void;
};

const SECOND_MS = 1_000;
/** Who has not looked for so long does not look. */
const OVERSLEPT_MS = 10 * SECOND_MS;
/** A disk that refuses is asked ever more seldom: each time it may hold up whoever reads the telephone system. */
const LONGEST_REST_MS = 30 * SECOND_MS;

/**
 * AL44: lets the book see how things stand once a second, keeps what follows and shows it. What the disk refuses is
 * shown all the same, told to nobody, and written with the next try.
 */
export function createEngine(parts: EngineParts): Engine {
  const { store, clock, rules, silences, channelIds, onKept, log } = parts;
  const book = loadBook(store);
  const idleness = createIdleness();
  const listeners = new Set<() => void>();
  let views = viewsOf(book);
  let shownVersion = book.version;
  let unkept: readonly AlertChange[] = [];
  let lookedAtMs: number | null = null;
  let evaluations = 0;
  let storeFailures = 0;
  let isRefused = false;
  let refusedAtMs = 0;
  let restMs = 0;

  const write = (changes: readonly AlertChange[]): void =>
    keepChanges(store, { changes, firedCount: book.firedCount, channelIds, atMs: clock.nowMs() });

  function written(changes: readonly AlertChange[]): void {
    if (isRefused) log("Alerts are written again.");
    isRefused = false;
    restMs = 0;
    unkept = [];
    onKept(changes);
  }

  function keep(): void {
    if (unkept.length === 0) return;
    const changes = unkept;
    try {
      write(changes);
    } catch (error) {
      if (!isWriteRefused(error)) throw error;
      storeFailures += 1;
      if (!isRefused) log(`Alerts cannot be written (${errorText(error)}); nobody is told of them until they are.`);
      isRefused = true;
      restMs = Math.min(LONGEST_REST_MS, Math.max(SECOND_MS, 2 * restMs));
      refusedAtMs = clock.nowMs();
      return;
    }
    written(changes);
  }

  /** The same, unless it was refused just now. */
  function keepInTime(): void {
    // Looks are a second apart, but not to the millisecond.
    if (Math.abs(clock.nowMs() - refusedAtMs) >= restMs - SECOND_MS / 2) keep();
  }

  function take(changes: readonly AlertChange[]): void {
    if (changes.length > 0) unkept = [...unkept, ...changes];
    keepInTime();
    show();
  }

  /** What people ask for: what waited for the disk goes first, and what it refuses was not asked. */
  function ask(change: () => AlertChange | null, audited: () => void): void {
    const before = [...book.watches];
    const made = change();
    if (made === null) return;
    const changes = [...unkept, made];
    try {
      store.atOnce(() => {
        write(changes);
        audited();
      });
    } catch (error) {
      book.watches.clear();
      for (const [key, watch] of before) book.watches.set(key, watch);
      throw error;
    }
    written(changes);
    show();
  }

  function show(): void {
    if (book.version === shownVersion) return;
    shownVersion = book.version;
    views = viewsOf(book);
    for (const listener of listeners) listener();
  }

  function look(fold: Fold, sources: () => readonly SourceView[]): void {
    // A fold waits for a clock that was set back a little; what is told, and until when it is quiet, does not.
    const nowMs = Math.min(fold.nowMs, clock.nowMs());
    if (lookedAtMs !== null && Math.floor(nowMs / SECOND_MS) === Math.floor(lookedAtMs / SECOND_MS)) return;
    lookedAtMs = nowMs;
    const input = { fold, sources: sources(), rules: rules(), silences: silences() };
    if (idleness.isIdle(book, input)) return keepInTime();
    evaluations += 1;
    const { capacity } = fold.site;
    take(evaluateAlerts(book, { ...input, capacity, overdueRecoveries: overdueRecoveriesOf(fold), nowMs }));
  }

  const viewOf = (id: string): AlertView | null => views.find((view) => view.id === id) ?? null;

  return {
    look,
    firing: () => views,
    onChange: (listener) => {
      const own = (): void => listener();
      listeners.add(own);
      return () => listeners.delete(own);
    },
    acknowledge: (id, by, forMs, audited) => {
      const nowMs = clock.nowMs();
      ask(() => acknowledge(book, id, by, nowMs, nowMs + forMs), audited);
      return viewOf(id);
    },
    takeBack: (id, audited) => {
      ask(() => takeBackAcknowledgement(book, id), audited);
      return viewOf(id);
    },
    isWell: () => unkept.length === 0 && lookedAtMs !== null && Math.abs(clock.nowMs() - lookedAtMs) < OVERSLEPT_MS,
    counters: () => ({ evaluations, storeFailures, unkept: unkept.length }),
    close: keep,
  };
}
