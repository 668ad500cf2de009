import { type AgentFold, factOver, isMore, type StateFact } from "../metrics/agents";
import { answersOf } from "../metrics/answers";
import { dayFoldOf, type Fold, type QueueFold } from "../metrics/fold-state";
import { nameOfId } from "../names/names";
import type { AgentId, QueueId } from "../vocabulary";
import type { AgentRow } from "./desk-types";

/** A person as one or several sources tell of him. */
type Person = {
  name: string | null;
  fact: StateFact;
  readonly queueIds: Set<QueueId>;
  answeredToday: number;
};

/**
 * DK4: who is in these queues, by name.
 * @param ofBoard all queues of the board: those a person is in are named, chosen or not
 */
export function agentRowsOf(
  fold: Fold,
  queues: readonly QueueFold[],
  ofBoard: readonly QueueFold[],
): readonly AgentRow[] {
  const chosen = idsOf(queues);
  const order = new Map(ofBoard.map(({ config }, place) => [config.id, place]));
  const answers = dayFoldOf(fold, fold.nowMs)?.answers ?? new Map();
  const people = new Map<AgentId, Person>();
  for (const [sourceId, source] of fold.sources)
    for (const agent of source.agents.values()) {
      const fact = factOver(agent, chosen);
      if (fact === null) continue;
      const person = personOf(people, agent, fact);
      for (const queueId of joinedOf(agent)) if (order.has(queueId)) person.queueIds.add(queueId);
      person.answeredToday += answersOf(answers, sourceId, agent.agentId);
    }
  return [...people]
    .map(([agentId, person]) => rowOf(agentId, person, order))
    .map((row) => ({ row, sortsAs: sortKeyOf(row.name) }))
    .sort((a, b) => compare(a.sortsAs, b.sortsAs) || compare(a.row.agentId, b.row.agentId))
    .map(({ row }) => row);
}

/** Of a person whom two sources know, the one that says more. */
function personOf(people: Map<AgentId, Person>, { agentId, name }: AgentFold, fact: StateFact): Person {
  const known = people.get(agentId);
  if (known === undefined) {
    const person = { name, fact, queueIds: new Set<QueueId>(), answeredToday: 0 };
    people.set(agentId, person);
    return person;
  }
  if (isMore(fact, known.fact)) {
    known.fact = fact;
    known.name = name ?? known.name;
  }
  known.name ??= name;
  return known;
}

function* joinedOf({ memberships }: AgentFold): Generator<QueueId, undefined> {
  for (const [queueId, { joined }] of memberships) if (joined) yield queueId;
}

const rowOf = (
  agentId: AgentId,
  { name, fact, queueIds, answeredToday }: Person,
  order: ReadonlyMap<QueueId, number>,
) => ({
  agentId,
  name: name ?? nameOfId(agentId),
  state: fact.state,
  reason: fact.state === "paused" ? fact.reason : null,
  // A state that nobody told has no beginning.
  sinceAtMs: fact.sinceAtMs === 0 ? null : fact.sinceAtMs,
  queueIds: [...queueIds].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
  answeredToday,
});

const idsOf = (queues: readonly QueueFold[]): ReadonlySet<QueueId> => new Set(queues.map(({ config }) => config.id));

/** Large and small letters, and letters with and without accents, stand together, in every place the same. */
const sortKeyOf = (name: string): string => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
