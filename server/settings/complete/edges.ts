import { NUMBERS_KEPT_DAYS } from "../../callers/rules/retention";
import type { WrittenConfig } from "../schema/config";

/** How the server is reached, and how long it knows who called. */
export type EdgeSettings = {
  /** Paths relative to the configuration until `readSettings` has made them whole; null: not encrypted here. */
  readonly tls: { readonly certPath: string; readonly keyPath: string; readonly hsts: boolean } | null;
  /** Addresses and networks whose word counts on where a request comes from. */
  readonly trustedProxies: readonly string[];
  /** Whose pages may show ours within theirs. */
  readonly frameAncestors: readonly string[];
  /** So many days whole numbers are kept. */
  readonly numbersKeptDays: number;
};

export const completeEdges = ({ tls, trustedProxies, frameAncestors, privacy }: WrittenConfig): EdgeSettings => ({
  tls: tls === undefined ? null : { certPath: tls.cert, keyPath: tls.key, hsts: tls.hsts ?? false },
  trustedProxies: trustedProxies ?? [],
  frameAncestors: frameAncestors ?? [],
  numbersKeptDays: privacy?.numbersKeptDays ?? NUMBERS_KEPT_DAYS,
});
