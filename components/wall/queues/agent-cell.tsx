import type { JSX } from "react";
import { NONE_YET } from "../../../lib/format";
import type { AgentCounts } from "../../../lib/metrics/snapshot-types";
import { agentWords } from "../../shared/agent-glyph";
import { AgentGlyphRow } from "../../shared/agent-glyph-row";
import { useWallWords } from "../../shared/speech/use-wall-words";
import type { AgentForm } from "../layout/columns";
import { isReported } from "../words/condition";

type Props = {
  /** null: nothing was ever told of this queue. */
  readonly agents: AgentCounts | null;
  readonly form: AgentForm;
};

/** A queue's people: a shape each, a shape and a number for each thing they may do, or how many are free. */
export function AgentCell({ agents, form }: Props): JSX.Element {
  const words = useWallWords();
  if (agents === null) return <span className="quiet">{NONE_YET}</span>;
  if (!isReported(agents)) return <span className="quiet">{words.shared.notReported}</span>;
  return (
    <span className="people-cell" title={agentWords(agents, words)}>
      <span className="sr-only">{agentWords(agents, words)}</span>
      <span className="people-shapes" aria-hidden="true">
        {form === "free" ? null : <AgentGlyphRow agents={agents} form={form} />}
        {form === "counted" ? null : (
          <span className="people-free" data-none={agents.available === 0}>
            {words.wall.free(words.formats.count(agents.available), agents.available)}
          </span>
        )}
      </span>
    </span>
  );
}
