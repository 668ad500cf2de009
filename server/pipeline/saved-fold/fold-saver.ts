import type { Fold } from "../../../lib/metrics/fold-state";
import { foldToText } from "../../../lib/metrics/fold-text";
import type { Clock } from "../../clock";
import type { EventStore } from "../../store/store";
import { type FoldedBack, type FoldRules, versionOf } from "./fold-back";

/** A longer tail of the log than this is not folded twice: it would be what a restart waits for. */
const SAVE_EVERY_LINES = 10_000;
/** No more visits than this wait in memory for the next save. */
const SAVE_EVERY_VISITS = 5_000;
const DAY_MS = 86_400_000;
/** BF4 */
const VISITS_KEPT_MS = 400 * DAY_MS;
/** The event loop stands still meanwhile; where there are more, the next time goes on. */
const FORGOTTEN_AT_ONCE = 20_000;

export type FoldSaverParts = FoldRules & {
  readonly store: Pick<EventStore, "saveFold" | "pruneVisits">;
  readonly clock: Clock;
  /** One line for whoever runs the server. */
  readonly log: (line: string) => void;
};

/** Puts the fold down, and with it the visits that have left it: both or neither (BF4). */
export type FoldSaver = {
  /** Saves what has changed; what the store refuses stays in memory for the next time. */
  readonly save: () => Promise<void>;
  /** Saves where so much has collected that it should not wait for its time. */
  readonly saveIfMuch: () => Promise<void>;
  /** Once a day, and again until none is left: forgets visits nobody may ask for any more, so many at a time. */
  readonly forgetOld: () => Promise<void>;
  /** Visits that arrived from here on stand in memory, all of them: what the store has of them is another fold's. */
  readonly keptUntilMs: () => number;
};

export function createFoldSaver(
  parts: FoldSaverParts,
  { fold, savedSeq: foundSeq, anewFromMs }: FoldedBack,
): FoldSaver {
  const { store, clock, log, sourceIds } = parts;
  let savedSeq = foundSeq;
  let savedHeard = "";
  let replacesFromMs = anewFromMs;
  let saving: Promise<void> | null = null;
  let refused = false;
  let forgotAtMs = Number.NEGATIVE_INFINITY;

  const saveOnce = async (): Promise<void> => {
    const { seq } = fold;
    const heard = heardOf(fold);
    const visits = [...fold.retired];
    if (seq === savedSeq && heard === savedHeard && visits.length === 0) return;
    const replaces = replacesFromMs === null ? null : { sourceIds, fromMs: replacesFromMs };
    try {
      await store.saveFold({ seq, version: versionOf(parts), text: foldToText(fold) }, { visits, replaces });
      fold.retired.splice(0, visits.length);
      savedSeq = seq;
      savedHeard = heard;
      replacesFromMs = null;
      refused = false;
    } catch (error) {
      refused = true;
      log(`The fold could not be saved: ${String(error)}`);
    }
  };
  const save = (): Promise<void> => {
    saving ??= saveOnce().finally(() => {
      saving = null;
    });
    return saving;
  };

  return {
    save,
    saveIfMuch: async () => {
      const isMuch = fold.seq - savedSeq > SAVE_EVERY_LINES || fold.retired.length > SAVE_EVERY_VISITS;
      // A store that refuses is not asked again with every line.
      if (isMuch && !refused) await save();
    },
    forgetOld: async () => {
      const nowMs = clock.nowMs();
      if (nowMs - forgotAtMs < DAY_MS) return;
      forgotAtMs = nowMs;
      try {
        const forgotten = await store.pruneVisits(nowMs - VISITS_KEPT_MS, FORGOTTEN_AT_ONCE);
        if (forgotten >= FORGOTTEN_AT_ONCE) forgotAtMs = Number.NEGATIVE_INFINITY;
      } catch (error) {
        log(`Old visits could not be forgotten: ${String(error)}`);
      }
    },
    keptUntilMs: () => replacesFromMs ?? Number.POSITIVE_INFINITY,
  };
}

const heardOf = (fold: Fold): string => [...fold.sources.values()].map(({ heardUntilMs }) => heardUntilMs).join();
