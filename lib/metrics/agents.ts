import type { AgentState } from "../events";
import type { AgentId, QueueId } from "../vocabulary";
import type { AgentCounts } from "./snapshot-types";

type Stamped = { readonly atMs: number };
/**
 * Since when he is there, that is in the queue, or logged in; of one who is not: since when he had been. 0: not known.
 * A line that comes late changes nothing of it.
 */
type Came = { readonly cameAtMs: number };
type ToldState = Stamped & {
  readonly state: AgentState;
  readonly reason: string | null;
  readonly sinceAtMs: number;
};
type ToldMembership = Stamped & { readonly joined: boolean; readonly penalty: number | null };
export type StateFact = ToldState & Came;
export type Membership = ToldMembership & Came;

/** One person who answers: the queues he is in and his state, which may differ in a queue where he alone is paused. */
export type AgentFold = {
  readonly agentId: AgentId;
  name: string | null;
  readonly memberships: Map<QueueId, Membership>;
  /** By queue; `null` holds for all queues without a later word of their own. */
  readonly states: Map<QueueId | null, StateFact>;
};

export const createAgent = (agentId: AgentId): AgentFold => ({
  agentId,
  name: null,
  memberships: new Map(),
  states: new Map(),
});

/** @returns whether it was taken, and is not older than what is known */
export function takeMembership({ memberships }: AgentFold, queueId: QueueId, told: ToldMembership): boolean {
  const held = memberships.get(queueId);
  const cameAtMs = held !== undefined && (held.joined || !told.joined) ? held.cameAtMs : told.atMs;
  return takeLater(memberships, queueId, { ...told, cameAtMs });
}

/** @param queueId null: in all queues. @returns whether it was taken, and is not older than what is known */
export function takeState(agent: AgentFold, queueId: QueueId | null, told: ToldState): boolean {
  const held = queueId === null ? (agent.states.get(null) ?? NOT_REPORTED) : stateIn(agent, queueId);
  const isComing = held.state === "logged-out" && told.state !== "logged-out";
  return takeLater(agent.states, queueId, { ...told, cameAtMs: isComing ? told.sinceAtMs : held.cameAtMs });
}

/** The later fact holds, whatever the order in which they came (TI5). */
function takeLater<K, F extends Stamped>(facts: Map<K, F>, key: K, fact: F): boolean {
  const held = facts.get(key);
  if (held !== undefined && held.atMs > fact.atMs) return false;
  facts.set(key, fact);
  return true;
}

const NOT_REPORTED: StateFact = { atMs: 0, state: "not-reported", reason: null, sinceAtMs: 0, cameAtMs: 0 };

/** AG1: the agent's state in one queue. */
export function stateIn(agent: AgentFold, queueId: QueueId): StateFact {
  const own = agent.states.get(queueId);
  const everywhere = agent.states.get(null);
  if (own === undefined) return everywhere ?? NOT_REPORTED;
  if (everywhere === undefined) return own;
  return everywhere.atMs > own.atMs ? everywhere : own;
}

// Over several queues the person is what he is most: one call in any of them is a call.
const PRECEDENCE: readonly AgentState[] = [
  "on-contact",
  "ringing",
  "wrap-up",
  "available",
  "paused",
  "not-reported",
  "logged-out",
];

const COUNT_OF: Readonly<Record<AgentState, keyof AgentCounts>> = {
  available: "available",
  ringing: "ringing",
  "on-contact": "onContact",
  "wrap-up": "wrapUp",
  paused: "paused",
  "logged-out": "loggedOut",
  "not-reported": "notReported",
};

/**
 * AG1: agents by state over the given queues, each agent once.
 * @param queueIds the queues to look at; agents in none of them are left out
 */
export function countAgents(agents: Iterable<AgentFold>, queueIds: ReadonlySet<QueueId>): AgentCounts {
  const counts = { available: 0, ringing: 0, onContact: 0, wrapUp: 0, paused: 0, loggedOut: 0, notReported: 0 };
  for (const agent of agents) {
    const fact = factOver(agent, queueIds);
    if (fact !== null) counts[COUNT_OF[fact.state]] += 1;
  }
  return counts;
}

/** AG1: what a person is over the given queues, and since when (the earliest); null: in none of them. */
export function factOver(agent: AgentFold, queueIds: ReadonlySet<QueueId>): StateFact | null {
  let most: StateFact | null = null;
  for (const [queueId, membership] of agent.memberships) {
    if (!membership.joined || !queueIds.has(queueId)) continue;
    const fact = stateIn(agent, queueId);
    if (most === null || isMore(fact, most)) most = fact;
  }
  return most;
}

/** Whether one state of a person says more than another. */
export function isMore(fact: StateFact, than: StateFact): boolean {
  const rank = PRECEDENCE.indexOf(fact.state) - PRECEDENCE.indexOf(than.state);
  return rank === 0 ? fact.sinceAtMs < than.sinceAtMs : rank < 0;
}
