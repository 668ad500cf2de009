import type { JSX } from "react";
import { NONE_YET } from "../../../lib/format";
import type { AgentCounts } from "../../../lib/metrics/snapshot-types";
import { ACTIVITIES, AgentGlyph, agentWords } from "../../shared/agent-glyph";
import { useWords } from "../../shared/use-words";
import type { AgentForm } from "../layout/columns";
import { isReported } from "../words/condition";

type Props = {
  /** null: nothing was ever told of this queue. */
  readonly agents: AgentCounts | null;
  readonly form: AgentForm;
};

/** A queue's people: a shape each, a shape and a number for each thing they may do, or how many are free. */
export function AgentCell({ agents, form }: Props): JSX.Element {
  const words = useWords();
  if (agents === null) return <span className="quiet">{NONE_YET}</span>;
  if (!isReported(agents)) return <span className="quiet">{words.shared.notReported}</span>;
  return (
    <span className="people-cell" title={agentWords(agents, words)}>
      <span className="sr-only">{agentWords(agents, words)}</span>
      <span className="people-shapes" aria-hidden="true">
        {form === "counted" ? <Counted agents={agents} /> : null}
        {form === "each" ? <OneByOne agents={agents} /> : null}
        {form === "counted" ? null : (
          <span className="people-free" data-none={agents.available === 0}>
            {words.wall.free(words.formats.count(agents.available), agents.available)}
          </span>
        )}
      </span>
    </span>
  );
}

function OneByOne({ agents }: { readonly agents: AgentCounts }): JSX.Element {
  return (
    <>
      {ACTIVITIES.flatMap((activity) =>
        Array.from({ length: agents[activity] }, (_, index) => (
          <AgentGlyph key={`${activity}${index}`} activity={activity} />
        )),
      )}
    </>
  );
}

function Counted({ agents }: { readonly agents: AgentCounts }): JSX.Element {
  const { formats } = useWords();
  return (
    <span className="people-counted">
      {ACTIVITIES.map((activity) => (
        <span key={activity} className="people-slot" data-none={agents[activity] === 0}>
          <AgentGlyph activity={activity} />
          {formats.count(agents[activity])}
        </span>
      ))}
    </span>
  );
}
