import { randomBytes } from "node:crypto";
import type { KeptSilence, NewSilence } from "../../../lib/alerts/alert-api";
import type { Clock } from "../../clock";
import type { AlertStore } from "../store/open-alerts";
import type { Signed } from "./rule-book";

/** AL43: nobody is told of what fires in a silence. */
export type SilenceBook = {
  /** Those that have not ended, the first to end first. */
  readonly list: () => readonly KeptSilence[];
  readonly begin: (silence: NewSilence, signed: Signed) => KeptSilence;
  /** @returns what was ended; null: there is none of that id */
  readonly end: (id: string, signed: Signed) => KeptSilence | null;
};

export type SilenceBookParts = { readonly store: Pick<AlertStore, "atOnce" | "silences">; readonly clock: Clock };

export function createSilenceBook({ store, clock }: SilenceBookParts): SilenceBook {
  const { silences } = store;
  let kept = silences.all(clock.nowMs());
  const list = (): readonly KeptSilence[] => {
    const nowMs = clock.nowMs();
    // The same list as long as it says the same.
    if (kept.some(({ untilMs }) => untilMs <= nowMs)) kept = kept.filter(({ untilMs }) => untilMs > nowMs);
    return kept;
  };
  const write = (change: () => void, { audited }: Signed): void => {
    store.atOnce(() => {
      change();
      audited();
    });
    kept = silences.all(clock.nowMs());
  };

  return {
    list,
    begin: (silence, signed) => {
      const id = randomBytes(9).toString("base64url");
      const begun: KeptSilence = { ...silence, id, by: signed.by, createdAtMs: clock.nowMs() };
      write(() => silences.put(begun), signed);
      return begun;
    },
    end: (id, signed) => {
      const silence = list().find((each) => each.id === id) ?? null;
      if (silence !== null) write(() => silences.remove(id), signed);
      return silence;
    },
  };
}
