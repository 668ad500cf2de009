import type { Clock } from "../../clock";
import { addressGroup } from "./address-group";
import { createWindows, type Standing, type Windows } from "./windows";

export const THROTTLE_WINDOW_MS = 15 * 60_000;
const WRONG_TRIES = 10;
/** What an address that has not failed has at an account that others are guessing at. */
const FIRST_TRIES = 2;
/** Tries whose outcome is not known yet are soon over. */
const UNDER_WAY_MS = 2_000;
const AT_MOST = 10_000;

export type Admission =
  | { readonly kind: "admitted"; readonly end: (outcome: "right" | "wrong" | "not tried") => void }
  | {
      readonly kind: "throttled";
      readonly retryAfterMs: number;
      /** Who is to be told of in the audit trail; null: nobody, or it was told in this window. */
      readonly tell: "address" | "account" | null;
    };

/**
 * Keeps guesses few: ten wrong ones in any 15 minutes from an address, ten at an account from all strangers. Nobody
 * waits longer than 15 minutes, nor for what others did where he has signed in before. Forgotten with the process.
 */
export type SignInThrottle = {
  /** `account`: the name as it is compared, of an account or not. `device`: known to have signed in to it before. */
  readonly admit: (attempt: {
    readonly address: string;
    readonly account: string;
    readonly device: string | null;
  }) => Admission;
  /** A try at the present password of somebody who is signed in. */
  readonly admitOwner: (accountId: string) => Admission;
};

export function createSignInThrottle(clock: Clock): SignInThrottle {
  const windows = () => createWindows(clock, { windowMs: THROTTLE_WINDOW_MS, atMost: AT_MOST });
  const addresses = windows();
  const accounts = windows();
  const devices = windows();
  const owners = windows();

  /** How long until somebody has less than so many wrong tries. */
  const waitMs = ({ failedAtMs }: Standing, tries: number): number => {
    const atMs = failedAtMs.at(-tries);
    return atMs === undefined ? UNDER_WAY_MS : atMs + THROTTLE_WINDOW_MS - clock.nowMs();
  };

  const alone = (of: Windows, key: string): Admission => {
    const standing = of.standingOf(key);
    if (triesOf(standing) < WRONG_TRIES) return admitted([[of, key]]);
    const tell = standing.failedAtMs.length >= WRONG_TRIES && of.isNews(key) ? "account" : null;
    return { kind: "throttled", retryAfterMs: waitMs(standing, WRONG_TRIES), tell };
  };

  return {
    admit: ({ address, account, device }) => {
      if (device !== null) return alone(devices, device);
      const group = addressGroup(address);
      const byAddress = addresses.standingOf(group);
      const byAccount = accounts.standingOf(account);
      if (triesOf(byAddress) >= WRONG_TRIES) {
        const tell = byAddress.failedAtMs.length >= WRONG_TRIES && addresses.isNews(group) ? "address" : null;
        return { kind: "throttled", retryAfterMs: waitMs(byAddress, WRONG_TRIES), tell };
      }
      if (triesOf(byAccount) < WRONG_TRIES) {
        return admitted([
          [addresses, group],
          [accounts, account],
        ]);
      }
      // Not counted for the account: what comes while it is throttled does not prolong that.
      if (triesOf(byAddress) < FIRST_TRIES) return admitted([[addresses, group]]);
      const tell = byAccount.failedAtMs.length >= WRONG_TRIES && accounts.isNews(account) ? "account" : null;
      const retryAfterMs = Math.min(waitMs(byAccount, WRONG_TRIES), waitMs(byAddress, FIRST_TRIES));
      return { kind: "throttled", retryAfterMs, tell };
    },
    admitOwner: (accountId) => alone(owners, accountId),
  };
}

const triesOf = ({ failedAtMs, underWay }: Standing): number => failedAtMs.length + underWay;

/** A try that counts in some windows until it is known to have been right. */
const admitted = (counted: readonly (readonly [Windows, string])[]): Admission => {
  for (const [of, key] of counted) of.begin(key);
  let isOver = false;
  return {
    kind: "admitted",
    end: (outcome) => {
      if (isOver) return;
      isOver = true;
      for (const [of, key] of counted) of.end(key, outcome === "wrong");
    },
  };
};
