import { type AgentFold, countAgents, factOver, stateIn } from "../../metrics/agents";
import type { Fold, QueueFold } from "../../metrics/fold-state";
import type { AgentCounts } from "../../metrics/snapshot-types";
import type { QueueId, SourceId } from "../../vocabulary";

export type AgentFacts = {
  /** Who was ever heard of in a queue, whether he is in it now or not. */
  readonly byQueue: ReadonlyMap<QueueId, readonly AgentFold[]>;
  /** Sources that tell of agents at all. */
  readonly sourceIds: ReadonlySet<SourceId>;
};

/** One pass over the agents, so that no queue looks at those of all others. */
export function readAgents(fold: Fold): AgentFacts {
  const byQueue = new Map<QueueId, AgentFold[]>();
  const sourceIds = new Set<SourceId>();
  for (const [sourceId, source] of fold.sources) {
    if (source.agents.size > 0) sourceIds.add(sourceId);
    for (const agent of source.agents.values())
      for (const queueId of agent.memberships.keys()) {
        const agents = byQueue.get(queueId);
        if (agents === undefined) byQueue.set(queueId, [agent]);
        else agents.push(agent);
      }
  }
  return { byQueue, sourceIds };
}

/** Whether somebody tells who answers in these queues: else nobody can say that there is no one. */
export const tellsOfAgents = ({ sourceIds }: AgentFacts, queues: readonly QueueFold[]): boolean =>
  queues.some((queue) => [...queue.sourceIds].some((id) => sourceIds.has(id)));

/** AG1: agents by state over these queues, each once. */
export const agentCountsOf = (facts: AgentFacts, queues: readonly QueueFold[]): AgentCounts =>
  countAgents(agentsOf(facts, queues), idsOf(queues));

/** Whether anybody is in one of these queues who has not logged out (AG1); paused or not. */
export function isAnybodyLoggedIn({ byQueue }: AgentFacts, queues: readonly QueueFold[]): boolean {
  return queues.some(({ config: { id } }) =>
    (byQueue.get(id) ?? []).some(
      (agent) => agent.memberships.get(id)?.joined === true && stateIn(agent, id).state !== "logged-out",
    ),
  );
}

/** Since when each agent is paused who is paused over these queues (AG1). */
export function pausedSince(facts: AgentFacts, queues: readonly QueueFold[]): readonly number[] {
  const ids = idsOf(queues);
  return [...agentsOf(facts, queues)].flatMap((agent) => {
    const fact = factOver(agent, ids);
    return fact === null || fact.state !== "paused" ? [] : [fact.sinceAtMs];
  });
}

export const agentsOf = ({ byQueue }: AgentFacts, queues: readonly QueueFold[]): ReadonlySet<AgentFold> =>
  new Set(queues.flatMap(({ config }) => byQueue.get(config.id) ?? []));

export const idsOf = (queues: readonly QueueFold[]): ReadonlySet<QueueId> =>
  new Set(queues.map(({ config }) => config.id));
