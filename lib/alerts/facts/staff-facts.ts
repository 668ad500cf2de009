import { type AgentFold, stateIn } from "../../metrics/agents";
import type { Fold, QueueFold } from "../../metrics/fold-state";
import type { AgentId, QueueId, SourceId } from "../../vocabulary";
import { type AgentFacts, agentsOf, idsOf } from "./agent-facts";

/** How many are there, paused or not, and how many went whom nobody relieved; each person once. */
export type Staff = { readonly there: number; readonly left: number };

/** When somebody came to the first of some queues, and went from the last of them; Infinity: he is there. */
type Stay = { readonly cameAtMs: number; readonly goneAtMs: number };

const HOUR_MS = 3_600_000;
/**
 * A source that comes back lists its agents, those logged out too, as of now: who is told to be in a queue and logged
 * out at once did not go.
 */
const SAME_LIST_MS = 10_000;
const NEVER: Stay = { cameAtMs: 0, goneAtMs: -Infinity };

/**
 * Whether it is known when the queue's people came and went: not in the first hour of a source, and not where it was away
 * for longer than the window and only now lists who is there.
 */
export function knowsComings(
  { sources, gaps }: Fold,
  { sourceIds }: QueueFold,
  nowMs: number,
  windowMs: number,
): boolean {
  const isKnown = (id: SourceId): boolean => (sources.get(id)?.heardSinceMs ?? Infinity) <= nowMs - HOUR_MS;
  const wasAway = gaps.some(
    ({ sourceId, fromMs, toMs }) => sourceIds.has(sourceId) && toMs - fromMs > windowMs && toMs > nowMs - windowMs,
  );
  return !wasAway && [...sourceIds].every(isKnown);
}

/** AL38. @param windowMs who left so long ago or earlier was not there at all */
export function staffOf(facts: AgentFacts, queues: readonly QueueFold[], nowMs: number, windowMs: number): Staff {
  const stays = staysOver(facts, queues);
  const there = stays.filter(({ goneAtMs }) => goneAtMs === Infinity);
  const gone = stays.filter(({ goneAtMs }) => goneAtMs < Infinity && goneAtMs > nowMs - windowMs);
  // A shift comes before the other goes, by less than an hour; and one half as strong is a shift still.
  const firstGoneAtMs = Math.min(...gone.map(({ goneAtMs }) => goneAtMs));
  const came = there.filter(({ cameAtMs }) => cameAtMs > firstGoneAtMs - HOUR_MS).length;
  const fresh = gone.filter(({ cameAtMs, goneAtMs }) => cameAtMs > goneAtMs - HOUR_MS).length;
  const isRelieved = came * 2 >= gone.length - fresh;
  return { there: there.length, left: isRelieved ? fresh : gone.length };
}

/** Of everybody who was ever in these queues; one whom two sources know is there as long as one of them says so. */
function staysOver(facts: AgentFacts, queues: readonly QueueFold[]): readonly Stay[] {
  const ids = idsOf(queues);
  const stays = new Map<AgentId, Stay>();
  for (const agent of agentsOf(facts, queues))
    stays.set(agent.agentId, longer(stays.get(agent.agentId) ?? NEVER, stayOf(agent, ids)));
  return [...stays.values()];
}

function stayOf(agent: AgentFold, queueIds: ReadonlySet<QueueId>): Stay {
  let stay = NEVER;
  for (const [queueId, { joined, atMs, cameAtMs }] of agent.memberships) {
    if (!queueIds.has(queueId)) continue;
    const own = stateIn(agent, queueId);
    const isOut = own.state === "logged-out";
    if (joined && isOut && own.sinceAtMs < atMs + SAME_LIST_MS) continue;
    const goneAtMs = Math.min(isOut ? own.sinceAtMs : Infinity, joined ? Infinity : atMs);
    stay = longer(stay, { cameAtMs: Math.max(cameAtMs, own.cameAtMs), goneAtMs });
  }
  return stay;
}

function longer(one: Stay, other: Stay): Stay {
  if (one.goneAtMs !== other.goneAtMs) return one.goneAtMs > other.goneAtMs ? one : other;
  return one.cameAtMs < other.cameAtMs ? one : other;
}
