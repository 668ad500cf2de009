/** A question is asked at most this often. */
export const ASK_EVERY_MS = 1_000;

/** Asks again when told so, one question at a time, never more often than {@link ASK_EVERY_MS}. */
export type Follower = {
  /** Something has changed: what was answered may be old. */
  readonly changed: () => void;
  readonly stop: () => void;
};

/**
 * @param question resolves to false when it must be asked again; never rejects
 * @param everyMs from the start of a question to the start of the next
 */
export function follow(question: (signal: AbortSignal) => Promise<boolean>, everyMs = ASK_EVERY_MS): Follower {
  const end = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wanted = true;
  let asking = false;
  let resting = false;

  const next = (): void => {
    if (!wanted || asking || resting || end.signal.aborted) return;
    wanted = false;
    asking = true;
    resting = true;
    timer = setTimeout(() => {
      resting = false;
      next();
    }, everyMs);
    void question(end.signal).then((answered) => {
      asking = false;
      if (!answered) wanted = true;
      next();
    });
  };

  next();
  return {
    changed: () => {
      wanted = true;
      next();
    },
    stop: () => {
      end.abort();
      clearTimeout(timer);
    },
  };
}
