import type { JSX } from "react";
import type { AgentCounts } from "../../lib/metrics/snapshot-types";
import { ACTIVITIES, AgentGlyph } from "./agent-glyph";
import { useWords } from "./use-words";

type Props = {
  readonly agents: AgentCounts;
  /** A shape for each person, or a shape and a number for each thing they may do. */
  readonly form: "each" | "counted";
};

/** What a queue's people do, as shapes. They say nothing to those who listen: `agentWords` does. */
export function AgentGlyphRow({ agents, form }: Props): JSX.Element {
  const { formats } = useWords();
  if (form === "each") {
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
