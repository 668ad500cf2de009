/** A question is asked at most this often. */
export const ASK_EVERY_MS = 1_000;
/** Nobody waits longer than this for a server that is back. */
const LONGEST_WAIT_MS = 15_000;
/** So much of a wait is left to chance, so that many pages do not ask in the same instant. */
const CHANCE_SHARE = 0.3;

/** Asks again when told so, one question at a time, never more often than {@link ASK_EVERY_MS}. */
export type Follower = {
  /** Something has changed: what was answered may be old. */
  readonly changed: () => void;
  /** The server seems to be back: what failed is asked now. */
  readonly again: () => void;
  /** true: nothing is asked until it is false again. */
  readonly rest: (rests: boolean) => void;
  readonly stop: () => void;
};

/**
 * How long to wait after a question that was not answered.
 * @param failures in a row, from 1
 * @param random 0 to 1
 */
export const askAgainDelayMs = (failures: number, random: number, everyMs = ASK_EVERY_MS): number =>
  Math.min(LONGEST_WAIT_MS, everyMs * 2 ** Math.min(failures - 1, 10)) * (1 - CHANCE_SHARE * random);

/**
 * @param question resolves to false when it must be asked again; never rejects
 * @param everyMs from the start of a question to the start of the next
 */
export function follow(question: (signal: AbortSignal) => Promise<boolean>, everyMs = ASK_EVERY_MS): Follower {
  const end = new AbortController();
  let pause: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let wanted = true;
  let asking = false;
  let pausing = false;
  let resting = false;
  let failures = 0;

  const next = (): void => {
    if (!wanted || asking || pausing || resting || retry !== undefined || end.signal.aborted) return;
    wanted = false;
    asking = true;
    pausing = true;
    pause = setTimeout(() => {
      pausing = false;
      next();
    }, everyMs);
    void question(end.signal).then((answered) => {
      asking = false;
      failures = answered ? 0 : failures + 1;
      if (!answered) askLater();
      next();
    });
  };
  const askLater = (): void => {
    wanted = true;
    if (end.signal.aborted) return;
    retry = setTimeout(askNow, askAgainDelayMs(failures, Math.random(), everyMs));
  };
  const askNow = (): void => {
    clearTimeout(retry);
    retry = undefined;
    next();
  };

  next();
  return {
    changed: () => {
      wanted = true;
      next();
    },
    again: () => {
      failures = 0;
      askNow();
    },
    rest: (rests) => {
      resting = rests;
      if (!rests) askNow();
    },
    stop: () => {
      end.abort();
      clearTimeout(pause);
      clearTimeout(retry);
    },
  };
}
