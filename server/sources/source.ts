import type { RecoveryAct, SourceEvent, VisitName } from "../../lib/events";
import type { KnownMembership, OpenVisit } from "../../lib/metrics/open-visits";
import type { FeedState } from "../../lib/metrics/snapshot-types";
import type { SourceDetail } from "../../lib/metrics/source-detail";
import type { SourceId } from "../../lib/vocabulary";

export type { OpenVisit } from "../../lib/metrics/open-visits";

/** What is known of the source from before this start: where to resume. */
export type SourceResume = {
  readonly openVisits: readonly OpenVisit[];
  /** Every visit still in memory, ended ones too: where the counting of stays goes on. */
  readonly stays: readonly VisitName[];
  readonly memberships: readonly KnownMembership[];
  /** The last instant at which the source was heard, by its log; null: never. */
  readonly heardUntilMs: number | null;
};

/** The first start ever. */
export const NOTHING_KNOWN: SourceResume = { openVisits: [], stays: [], memberships: [], heardUntilMs: null };

/** What a source told, and which. */
export type HeardEvent = SourceEvent & { readonly sourceId: SourceId };
/** The same, or what people did on our own screens. */
export type HeardLine = HeardEvent | (Omit<HeardEvent, "event"> & { readonly event: RecoveryAct });

/** Where a source reports to. None of these throws; all return at once. */
export type SourceSink = {
  /** Facts, in the order in which they were heard. */
  readonly events: (batch: readonly SourceEvent[]) => void;
  /** The connection's state as the source sees it, and why. */
  readonly state: (state: Exclude<FeedState, "stale">, detail: SourceDetail) => void;
  /** The source answered a question of ours at this instant (UN2). */
  readonly proof: (atMs: number) => void;
  /** Something the source said that does not fit: counted, logged and shown, never thrown away silently. */
  readonly problem: (what: string, sample: string) => void;
};

/** Anything that tells of contacts: a telephone system, the simulator, a web hook. */
export type Source = {
  readonly id: SourceId;
  readonly kind: string;
  /**
   * Runs until `signal` aborts; reconnects by itself and says so through the sink.
   * @returns a promise that settles when everything it opened is closed.
   */
  readonly start: (sink: SourceSink, resume: SourceResume, signal: AbortSignal) => Promise<void>;
  /** Tries once to connect and log in, for `pickup check`; null: it worked, otherwise what went wrong. */
  readonly probe: () => Promise<string | null>;
};
