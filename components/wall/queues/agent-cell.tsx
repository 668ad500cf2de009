import type { JSX } from "react";
import { NONE_YET } from "../../../lib/format";
import type { AgentCounts } from "../../../lib/metrics/snapshot-types";
import { ACTIVITIES, AgentGlyph, agentWords, peopleWorking } from "../../shared/agent-glyph";
import { useWords } from "../../shared/use-words";
import { isReported } from "../words/condition";

/** So many people a queue are drawn one by one; where any queue has more, all are counted by what they do. */
const DRAWN_ONE_BY_ONE = 8;

export const canDrawEach = (queues: readonly AgentCounts[]): boolean =>
  queues.every((agents) => peopleWorking(agents) <= DRAWN_ONE_BY_ONE);

/** A queue's people: a shape each, or a shape and a number for each thing they may do. */
export function AgentCell({
  agents,
  each,
}: {
  /** null: nothing was ever told of this queue. */
  readonly agents: AgentCounts | null;
  readonly each: boolean;
}): JSX.Element {
  const words = useWords();
  if (agents === null) return <span className="quiet">{NONE_YET}</span>;
  if (!isReported(agents)) return <span className="quiet">{words.shared.notReported}</span>;
  return (
    <span className="people" title={agentWords(agents, words)}>
      <span className="sr-only">{agentWords(agents, words)}</span>
      {each ? <OneByOne agents={agents} /> : <Counted agents={agents} />}
    </span>
  );
}

function OneByOne({ agents }: { readonly agents: AgentCounts }): JSX.Element {
  return (
    <span aria-hidden="true">
      {ACTIVITIES.flatMap((activity) =>
        Array.from({ length: agents[activity] }, (_, index) => (
          <AgentGlyph key={`${activity}${index}`} activity={activity} />
        )),
      )}
      <span className="people-free">
        <b>{agents.available}</b> free
      </span>
    </span>
  );
}

function Counted({ agents }: { readonly agents: AgentCounts }): JSX.Element {
  return (
    <span className="people-counted" aria-hidden="true">
      {ACTIVITIES.map((activity) => (
        <span key={activity} className="people-slot" data-none={agents[activity] === 0}>
          <AgentGlyph activity={activity} />
          {agents[activity]}
        </span>
      ))}
    </span>
  );
}
