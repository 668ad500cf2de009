import type { SourceEvent } from "../../../lib/events";
import type { SourceId } from "../../../lib/vocabulary";
import type { KeptBatch } from "../../store/kept-batches";

/** What a source of kind http does with what is told of it. */
export type Teller = {
  /** Settles when the events are durable and on the boards. None at all are a sign of life. */
  readonly tell: (events: readonly SourceEvent[]) => Promise<KeptBatch>;
  /** So many events were wrong; `why` of the first, without anything that came. */
  readonly reject: (count: number, why: string) => void;
};

/** Where what is told over HTTP finds its source. */
export type EventIntake = {
  /** The configured sources of kind http. */
  readonly sourceIds: readonly SourceId[];
  /** null: it does not listen, yet or any more. */
  readonly tellerOf: (id: SourceId) => Teller | null;
  /** The source listens from now on. @returns how it stops */
  readonly open: (id: SourceId, teller: Teller) => () => void;
};

/** @param configured all sources, of any kind */
export function createEventIntake(
  configured: readonly { readonly id: SourceId; readonly kind: string }[],
): EventIntake {
  const tellers = new Map<SourceId, Teller>();
  return {
    sourceIds: configured.filter(({ kind }) => kind === "http").map(({ id }) => id),
    tellerOf: (id) => tellers.get(id) ?? null,
    open: (id, teller) => {
      tellers.set(id, teller);
      return () => {
        if (tellers.get(id) === teller) tellers.delete(id);
      };
    },
  };
}
