import type { Caller } from "../../lib/events";
import type { CallerAlias } from "../../lib/vocabulary";

/** Somebody whom somebody here called: his number as it was dialled. */
export type Dialled = { readonly dialled: Caller };

/**
 * The only place that knows callers: which alias stands for which number, the number itself for as long as it may be
 * kept, its end for as long as the records of its calls are. All else knows aliases, which say nothing.
 */
export type CallerVault = {
  /**
   * Names callers, in order; the same number, however it is spelt, always gives the same alias until it is
   * erased. Durable when it returns. null for one without a number. @throws Error when the disk refuses
   */
  readonly entrust: (callers: readonly (Caller | Dialled | null)[], atMs: number) => readonly (CallerAlias | null)[];
  /** The last four characters of a number, of less than seven two; null: erased, or too old. */
  readonly endOf: (alias: CallerAlias) => string | null;
  /** The whole; null: erased, or older than numbers are kept. */
  readonly reveal: (alias: CallerAlias) => { readonly number: string; readonly name: string | null } | null;
  /** All that is kept of a caller; null: erased, or nothing is left. */
  readonly keptOf: (alias: CallerAlias) => KeptCaller | null;
  /** The alias that the next call from a number gets, however it is spelt; null: a new one. */
  readonly find: (number: string) => CallerAlias | null;
  /** Every alias that a number has: several where its spellings were taken for several numbers once. */
  readonly findAll: (number: string) => readonly CallerAlias[];
  /** Forgets who an alias was. What he did stays, under a name that leads nowhere; his next call gets another. */
  readonly erase: (alias: CallerAlias) => boolean;
  /** Deletes numbers and ends that are too old, from the disk too. @throws Error when nothing could be deleted */
  readonly expire: (nowMs: number) => Expired;
  readonly close: () => void;
};

export type Expired = {
  /** How many numbers went. */
  readonly count: number;
  /** Why what went, now or before, still lies on the disk, for people; null: it does not. Asked again, it is tried again. */
  readonly stillOnDisk: string | null;
};

/** What the vault holds of one caller. */
export type KeptCaller = {
  /** null: too old. */
  readonly number: string | null;
  readonly name: string | null;
  readonly end: string;
  /** ISO dates in UTC; the vault knows no nearer instants. */
  readonly firstDay: string;
  readonly lastDay: string;
};
