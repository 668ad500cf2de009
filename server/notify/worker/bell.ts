import { withEither } from "../outgoing/with-either";
import type { Pause } from "./pause";

/** Sleeps until it is rung; what rings while nobody sleeps ends the next sleep at once. */
export type Bell = {
  readonly ring: () => void;
  /** From here on, what rings counts. */
  readonly listen: () => void;
  readonly sleep: (ms: number, stopping: AbortSignal) => Promise<void>;
};

export function createBell(pause: Pause): Bell {
  let rung = new AbortController();
  return {
    ring: () => rung.abort(),
    listen: () => {
      rung = new AbortController();
    },
    sleep: (ms, stopping) => withEither([stopping, rung.signal], (either) => pause(ms, either)),
  };
}
