import type { Fold } from "../../../lib/metrics/fold-state";
import { decideInbox, type Decision } from "../../../lib/recovery/inbox/decide";
import { createToldBook, enterTold, forgetTold, goneFrom } from "../../../lib/recovery/inbox/told-book";
import type { AlertStore } from "../../alerts/store/open-alerts";
import type { Clock } from "../../clock";
import type { InboxSettings } from "../../settings/complete/missed";
import { errorText, isWriteRefused } from "../../store/libsql/errors";
import { keepTold } from "./keep-told";

/** Looks at the fold several times a second, after it has advanced. */
export type FoldObserver = { readonly look: (fold: Fold) => void };

export type InboxParts = {
  readonly store: AlertStore;
  readonly settings: Pick<InboxSettings, "channelIds" | "remindBeforeMs">;
  readonly clock: Clock;
  /** From the first look on nothing is told for so long: sources first say what became of callers while nobody listened. */
  readonly settleMs: number;
  /** Something is to be told. */
  readonly wake: () => void;
  readonly log: (line: string) => void;
};

const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;
/** A disk that refuses is asked ever more seldom: each time it may hold up whoever reads the telephone system. */
const LONGEST_REST_MS = 30 * SECOND_MS;

/**
 * RE64: tells of missed callers. Once a second at most, and only where the book of recoveries has changed or something
 * has become due, it is decided what is to be told; what the disk refuses was not told and is decided anew.
 */
export function createInbox({ store, settings, clock, settleMs, wake, log }: InboxParts): FoldObserver {
  const told = createToldBook(store.toldTries.all());
  let listensSinceMs: number | null = null;
  let lookedAtSecond = -Infinity;
  let decidedVersion: number | null = null;
  let nextAtMs = -Infinity;
  let forgotAtHour = -Infinity;
  let isRefused = false;
  let refusedAtMs = 0;
  let restMs = 0;

  /** @returns whether the disk took it */
  function written(write: () => void, nowMs: number): boolean {
    try {
      write();
    } catch (error) {
      if (!isWriteRefused(error)) throw error;
      if (!isRefused) log(`Nobody is told of missed callers until it can be written (${errorText(error)}).`);
      isRefused = true;
      restMs = Math.min(LONGEST_REST_MS, Math.max(SECOND_MS, 2 * restMs));
      refusedAtMs = nowMs;
      return false;
    }
    if (isRefused) log("People are told of missed callers again.");
    isRefused = false;
    restMs = 0;
    return true;
  }

  function tell(decision: Decision, nowMs: number): boolean {
    if (!written(() => keepTold(store, decision, settings.channelIds, nowMs), nowMs)) return false;
    enterTold(told, decision.told);
    wake();
    return true;
  }

  function forget(fold: Fold, nowMs: number): void {
    const hour = Math.floor(nowMs / HOUR_MS);
    if (hour === forgotAtHour) return;
    forgotAtHour = hour;
    const gone = goneFrom(told, fold.recoveries, nowMs);
    const write = (): void => store.atOnce(() => gone.forEach(store.toldTries.remove));
    if (gone.length === 0 || written(write, nowMs)) forgetTold(told, gone, nowMs);
  }

  return {
    look: (fold) => {
      // A fold waits for a clock that was set back a little; what is told does not.
      const nowMs = Math.min(fold.nowMs, clock.nowMs());
      const second = Math.floor(nowMs / SECOND_MS);
      if (second === lookedAtSecond) return;
      const wasSetBack = second < lookedAtSecond;
      lookedAtSecond = second;
      listensSinceMs ??= nowMs;
      // Set back, the clock says nothing of how long ago that was.
      if (nowMs >= listensSinceMs && nowMs < listensSinceMs + settleMs) return;
      if (isRefused && Math.abs(nowMs - refusedAtMs) < restMs - SECOND_MS / 2) return;
      forget(fold, nowMs);
      const { version } = fold.recoveries;
      if (version === decidedVersion && nowMs < nextAtMs && !wasSetBack) return;
      const decision = decideInbox({ fold, told, remindBeforeMs: settings.remindBeforeMs, nowMs });
      const isQuiet = decision.tellings.length === 0;
      // What is told is why other things have to wait: until when, the next look says.
      decidedVersion = isQuiet ? version : null;
      nextAtMs = decision.nextAtMs ?? Infinity;
      if (!isQuiet) tell(decision, nowMs);
    },
  };
}
