import type { News } from "../channel";

/** What is to be told over one channel. Added in the transaction in which it was decided. */
export type NewOutboxRow = { readonly channelId: string; readonly news: News };

/** It waits until it is delivered or given up. */
export type OutboxRow = NewOutboxRow & {
  /** Rises in the order in which rows were added. */
  readonly id: number;
  readonly addedAtMs: number;
  /** How often it was tried in vain. */
  readonly attempts: number;
};

/** `none`: nothing to send before `nextAtMs`; null: nothing waits. */
export type Due =
  | { readonly kind: "rows"; readonly rows: readonly OutboxRow[] }
  | { readonly kind: "none"; readonly nextAtMs: number | null };

/** How a channel fares, for screens. */
export type OutboxStanding = {
  /** Rows that wait, and since when the oldest does. */
  readonly waiting: number;
  readonly oldestAddedAtMs: number | null;
  /** Why the oldest that waits was not taken at the last try; null: not tried yet. */
  readonly why: string | null;
  /** When it is tried next; null: nothing waits, or at once. */
  readonly nextAtMs: number | null;
  readonly lastDeliveredAtMs: number | null;
  /** Rows given up since the instant that was asked for, and the last of them. */
  readonly givenUp: number;
  readonly lastGivenUpAtMs: number | null;
  readonly lastGivenUpWhy: string | null;
};

/** NO15: no try is put off for longer; one that is further ahead was put down before the clock was set back. */
const LONGEST_WAIT_MS = 3_600_000;

export const isDueAt = (nextAtMs: number, nowMs: number): boolean =>
  nextAtMs <= nowMs || nextAtMs > nowMs + LONGEST_WAIT_MS;

/**
 * What was decided to be told and is not told yet. How rows are added is the implementation's own, for that is part of
 * the transaction of what they tell. Of rows with the same subject, channel and kind of news only the first is added (NO10); a
 * `resolved` is added only where the `fired` of that alert and channel waits or was delivered (NO11).
 */
export type Outbox = {
  /**
   * What waits for this channel, the oldest first, at most `limit`. A channel is one line: while its first row has to
   * wait for a later try, so do all behind it (NO12).
   */
  readonly due: (channelId: string, nowMs: number, limit: number) => Promise<Due>;
  readonly delivered: (ids: readonly number[], atMs: number) => Promise<void>;
  /** They were tried in vain and are tried again at `nextAtMs`. */
  readonly later: (ids: readonly number[], nextAtMs: number, why: string) => Promise<void>;
  /** Nobody will be told; nor that it is over, where that waits already (NO11). */
  readonly givenUp: (ids: readonly number[], atMs: number, why: string) => Promise<void>;
  /** Gives up what waits for channels that are no longer there. */
  readonly keepOnly: (channelIds: readonly string[], atMs: number, why: string) => Promise<void>;
  /** @param sinceMs what was given up before is not counted */
  readonly standing: (channelId: string, sinceMs: number) => Promise<OutboxStanding>;
};
