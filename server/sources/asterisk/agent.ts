import type { AgentId, QueueId } from "../../../lib/vocabulary";
import type { ShownState } from "./agent-state";

/** What a QueueMember row or a QueueMember… event says of one member of one queue. */
export type MemberNews = {
  readonly queueId: QueueId;
  readonly agentId: AgentId;
  readonly name: string | null;
  readonly penalty: number | null;
  readonly device: number;
  readonly inCall: boolean;
  readonly paused: boolean;
  /** A reason that stands beside an unpause is that of the unpause. */
  readonly pausedReason: string | null;
  /** Epoch milliseconds in whole seconds; null: never. */
  readonly lastCallAtMs: number | null;
  readonly lastPauseAtMs: number | null;
};

export type Membership = {
  news: MemberNews;
  /** As it was told last; null: not yet. */
  shown: (ShownState & { readonly sinceAtMs: number }) | null;
  /** What is to be told instead; null: nothing new. */
  next: ShownState | null;
};

/** One person who answers, in all his queues. */
export type Agent = {
  readonly agentId: AgentId;
  readonly queues: Map<QueueId, Membership>;
  /** The telephone is one, whichever queue tells of it. */
  device: number;
  inUseSinceMs: number | null;
  wrapUpUntilMs: number;
  wrapUpSinceMs: number;
  lastToldAtMs: number;
  toldInThatMs: number;
  toldOneQueueLast: boolean;
  /** When its state changes by itself. */
  dueMs: number;
};

export const newAgent = (agentId: AgentId): Agent => ({
  agentId,
  queues: new Map(),
  device: 0,
  inUseSinceMs: null,
  wrapUpUntilMs: 0,
  wrapUpSinceMs: 0,
  lastToldAtMs: 0,
  toldInThatMs: 0,
  toldOneQueueLast: false,
  dueMs: Infinity,
});
