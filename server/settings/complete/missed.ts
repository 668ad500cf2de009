import { DEFAULT_RECOVERY, type RecoveryConfig } from "../../../lib/config";
import type { CostInputs, Range } from "../../../lib/recovery/cost-types";
import type { WrittenMissed } from "../schema/missed";

/** What of missed callers only the server needs. */
export type MissedSettings = {
  /** An address with `{number}`; null: nothing dials. */
  readonly callLink: string | null;
  /** An address with `{contactId}`; null: there are no recordings. */
  readonly recordingLink: string | null;
  /** null: nobody is told. */
  readonly inbox: InboxSettings | null;
};

/** Who is told of missed callers, and when. */
export type InboxSettings = {
  readonly channelIds: readonly string[];
  /** Without a slash at the end; null: messages have no link. */
  readonly address: string | null;
  /** A reminder comes so long, in open hours, before the limit. */
  readonly remindBeforeMs: number;
};

const REMIND_BEFORE_MINUTES = 30;

export const completeMissed = ({ callLink, recordingLink, inbox }: WrittenMissed = {}): MissedSettings => ({
  callLink: callLink ?? null,
  recordingLink: recordingLink ?? null,
  inbox:
    inbox === undefined
      ? null
      : {
          channelIds: inbox.channels,
          address: inbox.address?.replace(/\/$/, "") ?? null,
          remindBeforeMs: (inbox.remindBeforeMinutes ?? REMIND_BEFORE_MINUTES) * 60_000,
        },
});

export function completeRecovery(written: WrittenMissed = {}): RecoveryConfig {
  const { returnWithinMinutes, claimMinutes, exitByKey, cost } = written;
  return {
    limitMs: returnWithinMinutes === undefined ? DEFAULT_RECOVERY.limitMs : returnWithinMinutes * 60_000,
    claimMs: claimMinutes === undefined ? DEFAULT_RECOVERY.claimMs : claimMinutes * 60_000,
    keyExit: exitByKey ?? DEFAULT_RECOVERY.keyExit,
    cost: cost === undefined ? null : completeCost(cost),
  };
}

const completeCost = (written: NonNullable<WrittenMissed["cost"]>): CostInputs => ({
  currency: written.currency,
  orderValue: written.orderValue,
  conversionRatio: rangeOf(written.conversionPercent),
  lifetimeValue: written.lifetimeValue ?? 0,
  churnRatio: rangeOf(written.churnPercent ?? 0),
});

function rangeOf(percent: number | readonly [number, number]): Range {
  const [low, high] = typeof percent === "number" ? [percent, percent] : percent;
  return { low: low / 100, high: high / 100 };
}
