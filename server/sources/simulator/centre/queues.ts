import { type QueueId, queueId } from "../../../../lib/vocabulary";

export const SALES = queueId("sales");
export const SUPPORT = queueId("support");
export const BILLING = queueId("billing");
export const PRIORITY = queueId("priority");

/** How callers of a queue behave and what its routing does with them. */
export type QueueProfile = {
  readonly id: QueueId;
  /** Its part of all new callers; the parts add up to 1. */
  readonly share: number;
  readonly talkMedianMs: number;
  readonly talkSigma: number;
  readonly wrapUpMedianMs: number;
  /** What most callers put up with beyond the first 25 seconds. */
  readonly patienceMeanMs: number;
  /** More callers than this are refused; null: no limit. */
  readonly maxWaiting: number | null;
  /** After this wait the caller goes on to another queue; null: waits on. */
  readonly overflow: { readonly afterMs: number; readonly to: QueueId } | null;
  /** The part of callers who, told so after `afterMs`, press a key and leave a message. */
  readonly exitKey: { readonly afterMs: number; readonly probability: number } | null;
  /** Higher is served first by somebody who is in several queues. */
  readonly weight: number;
};

const SECOND = 1_000;

export const QUEUE_PROFILES: readonly QueueProfile[] = [
  {
    id: SALES,
    share: 0.32,
    talkMedianMs: 165 * SECOND,
    talkSigma: 0.55,
    wrapUpMedianMs: 22 * SECOND,
    patienceMeanMs: 140 * SECOND,
    maxWaiting: null,
    overflow: null,
    exitKey: { afterMs: 50 * SECOND, probability: 0.1 },
    weight: 0,
  },
  {
    id: SUPPORT,
    share: 0.39,
    talkMedianMs: 205 * SECOND,
    talkSigma: 0.6,
    wrapUpMedianMs: 30 * SECOND,
    patienceMeanMs: 155 * SECOND,
    maxWaiting: 3,
    overflow: { afterMs: 120 * SECOND, to: SALES },
    exitKey: null,
    weight: 0,
  },
  {
    id: BILLING,
    share: 0.21,
    talkMedianMs: 150 * SECOND,
    talkSigma: 0.5,
    wrapUpMedianMs: 18 * SECOND,
    patienceMeanMs: 120 * SECOND,
    maxWaiting: null,
    overflow: null,
    exitKey: { afterMs: 45 * SECOND, probability: 0.16 },
    weight: 0,
  },
  {
    id: PRIORITY,
    share: 0.08,
    talkMedianMs: 260 * SECOND,
    talkSigma: 0.5,
    wrapUpMedianMs: 40 * SECOND,
    patienceMeanMs: 150 * SECOND,
    maxWaiting: null,
    overflow: null,
    exitKey: null,
    weight: 1,
  },
];
