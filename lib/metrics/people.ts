import type { BoardConfig } from "../config";
import { nameOfId } from "../names/names";
import type { AgentId, QueueId } from "../vocabulary";
import { factOver, isMore, type StateFact } from "./agents";
import type { Fold } from "./fold-state";
import type { PersonView } from "./snapshot-types";

type AgentNames = BoardConfig["agentNames"];
type People = Readonly<Record<AgentId, PersonView>>;

const NOBODY: People = {};

/**
 * BO1: who is logged in to these queues, by agent; nobody on a board that names nobody.
 * @param queueIds the board's queues
 */
export function peopleOf(fold: Fold, agentNames: AgentNames, queueIds: ReadonlySet<QueueId>): People {
  if (agentNames === "none") return NOBODY;
  const facts = new Map<AgentId, StateFact>();
  const people = new Map<AgentId, PersonView>();
  for (const source of fold.sources.values())
    for (const agent of source.agents.values()) {
      const fact = factOver(agent, queueIds);
      if (fact === null || fact.state === "logged-out") continue;
      // Of a person whom two sources know, the one that says more.
      const known = facts.get(agent.agentId);
      if (known !== undefined && !isMore(fact, known)) continue;
      facts.set(agent.agentId, fact);
      people.set(agent.agentId, personOf(nameOnBoard(agent.name ?? nameOfId(agent.agentId), agentNames), fact));
    }
  return Object.fromEntries(people);
}

const personOf = (name: string, { state, reason, sinceAtMs }: StateFact): PersonView => ({
  name,
  state,
  reason: state === "paused" ? reason : null,
  // A state that nobody told has no beginning.
  sinceAtMs: sinceAtMs === 0 ? null : sinceAtMs,
});

/** The first word of "Ana Ruiz"; of "Ruiz, Ana" what follows the comma. */
function nameOnBoard(name: string, agentNames: Exclude<AgentNames, "none">): string {
  if (agentNames === "full") return name;
  const [beforeComma = name, afterComma = ""] = name.split(",", 2);
  return (afterComma.trim() || beforeComma.trim()).split(/\s+/)[0] || name;
}
