import type { SourceEvent } from "../../../lib/events";
import type { SourceId } from "../../../lib/vocabulary";
import type { KeptBatch } from "../../store/kept-batches";
import type { HeardEvent } from "../source";

/** A source of kind http, as far as it learns what became of what is told of it. */
export type ToldSource = {
  /** What was told of it is durable and on the boards; or nothing happened, and who tells it lives. */
  readonly heard: () => void;
  /** So many events were wrong; `why` of the first, without anything that came. */
  readonly reject: (count: number, why: string) => void;
};

/** Where what is told over HTTP finds its sources. */
export type EventIntake = {
  /** The configured sources of kind http. */
  readonly sourceIds: readonly SourceId[];
  /**
   * Settles when all of it is durable and on the boards; otherwise, and where one of the sources does not listen, yet or
   * any more, nothing of it is kept. Of a source no events at all are a sign of life.
   */
  readonly tell: (told: ReadonlyMap<SourceId, readonly SourceEvent[]>) => Promise<KeptBatch>;
  readonly reject: (id: SourceId, count: number, why: string) => void;
  /** The source listens from now on. @returns how it stops */
  readonly open: (id: SourceId, source: ToldSource) => () => void;
};

/** Whoever tells something before a source listens tries again so soon. */
const LISTENS_SOON_MS = 1_000;

/**
 * @param configured all sources, of any kind
 * @param keep takes events of several sources whole or not at all
 */
export function createEventIntake(
  configured: readonly { readonly id: SourceId; readonly kind: string }[],
  keep: (events: readonly HeardEvent[]) => Promise<KeptBatch>,
): EventIntake {
  const listening = new Map<SourceId, ToldSource>();
  return {
    sourceIds: configured.filter(({ kind }) => kind === "http").map(({ id }) => id),
    tell: async (told) => {
      const sources = [...told.keys()].flatMap((id) => listening.get(id) ?? []);
      if (sources.length < told.size) return { kind: "refused", retryInMs: LISTENS_SOON_MS };
      const kept = await keep(
        [...told].flatMap(([sourceId, events]) => events.map((event) => ({ ...event, sourceId }))),
      );
      if (kept.kind === "kept") for (const { heard } of sources) heard();
      return kept;
    },
    reject: (id, count, why) => listening.get(id)?.reject(count, why),
    open: (id, source) => {
      listening.set(id, source);
      return () => {
        if (listening.get(id) === source) listening.delete(id);
      };
    },
  };
}

/** For where no source is told of. */
export const NOTHING_TOLD: EventIntake = createEventIntake([], async () => ({ kind: "refused", retryInMs: 0 }));
