import type { Clock } from "../../clock";
import { addressGroup } from "../throttle/address-group";
import { createWindows } from "../throttle/windows";

const WINDOW_MS = 15 * 60_000;
/** From one address, in any 15 minutes. */
const MOST_FAILURES = 30;
const ADDRESSES = 10_000;
/** More than a provider has of them. */
const REASONS = 100;

/** Who failed to come in the company's way, so that neither guesses nor the audit trail go on without end. */
export type Failures = {
  /** null: whoever has the address may go on. `why`: for the trail; null: it was told in this window. */
  readonly held: (address: string) => { readonly why: string | null } | null;
  /** A try begins: it counts until it is known not to have failed. */
  readonly begin: (address: string) => void;
  readonly end: (address: string, hasFailed: boolean) => void;
  /**
   * For the trail, why the provider did not answer; null: it was told in this window. That is nobody's failure: who met
   * it does not wait when it is over.
   */
  readonly silence: (why: string) => string | null;
};

export function createFailures(clock: Clock): Failures {
  const failures = createWindows(clock, { windowMs: WINDOW_MS, atMost: ADDRESSES });
  const silences = createWindows(clock, { windowMs: WINDOW_MS, atMost: REASONS });

  return {
    held: (address) => {
      const group = addressGroup(address);
      const { failedAtMs, underWay } = failures.standingOf(group);
      if (failedAtMs.length + underWay < MOST_FAILURES) return null;
      const isNews = failedAtMs.length >= MOST_FAILURES && failures.isNews(group);
      return { why: isNews ? "this address" : null };
    },
    begin: (address) => failures.begin(addressGroup(address)),
    end: (address, hasFailed) => failures.end(addressGroup(address), hasFailed),
    silence: (why) => (silences.isNews(why) ? why : null),
  };
}
