import type { CallerAlias } from "../../../lib/vocabulary";

export type KnownCaller = { readonly alias: CallerAlias; readonly lastDay: string; readonly named: boolean };

/** The callers heard last, by digest: most calls come from few. */
export type KnownCallers = {
  readonly get: (digest: string) => KnownCaller | null;
  readonly set: (digest: string, caller: KnownCaller) => void;
  readonly clear: () => void;
};

/** @param limit the one not heard for longest gives way */
export function createKnownCallers(limit: number): KnownCallers {
  const known = new Map<string, KnownCaller>();
  return {
    get: (digest) => {
      const caller = known.get(digest);
      if (caller === undefined) return null;
      known.delete(digest);
      known.set(digest, caller);
      return caller;
    },
    set: (digest, caller) => {
      known.delete(digest);
      known.set(digest, caller);
      if (known.size <= limit) return;
      const [oldest] = known.keys();
      if (oldest !== undefined) known.delete(oldest);
    },
    clear: () => known.clear(),
  };
}
