import type { Clock } from "../clock";
import { newSecret, sameSecret } from "./secrets";

const WRONG_TRIES = 10;
/** New links do not come faster: whoever reads one must have the time to follow it. */
const RENEWED_EVERY_MS = 60_000;
const LONGEST = 200;

/** The link that makes the first administrator: once, in memory only, and only while there is none. */
export type SetupLink = {
  /** Tells it, where there is somebody to be made administrator. */
  readonly announce: () => void;
  /**
   * Uses the token up. `giveBack`: when nobody was made administrator after all.
   * @returns null: it is not the one, or there is an administrator
   */
  readonly take: (token: string) => { readonly giveBack: () => void } | null;
};

/** @param tell shows the token to whoever started the server */
export function createSetupLink(parts: {
  readonly isSetUp: () => boolean;
  readonly clock: Clock;
  readonly tell: (token: string) => void;
}): SetupLink {
  const { isSetUp, clock, tell } = parts;
  let token: string | null = newSecret();
  let wrong = 0;
  let renewedAtMs: number | null = null;

  const renewAfterTooMany = (): void => {
    wrong += 1;
    const isTooSoon = renewedAtMs !== null && Math.abs(clock.nowMs() - renewedAtMs) < RENEWED_EVERY_MS;
    if (wrong < WRONG_TRIES || isTooSoon) return;
    wrong = 0;
    renewedAtMs = clock.nowMs();
    token = newSecret();
    tell(token);
  };

  return {
    announce: () => {
      if (token !== null && !isSetUp()) tell(token);
    },
    take: (shown) => {
      if (token === null || isSetUp()) return null;
      if (shown.length > LONGEST || !sameSecret(shown, token)) {
        renewAfterTooMany();
        return null;
      }
      const taken = token;
      token = null;
      wrong = 0;
      return {
        giveBack: () => {
          token = taken;
        },
      };
    },
  };
}
