import type { JSX } from "react";
import { ACTIVITIES, AgentGlyph } from "../shared/agent-glyph";
import { useWords } from "../shared/use-words";

/** What people do, as shapes. */
export function AgentsPart(): JSX.Element {
  const { shared, formats } = useWords();
  return (
    <ul className="guide-agents">
      {ACTIVITIES.map((activity, at) => (
        <li key={activity}>
          <AgentGlyph activity={activity} /> {formats.count(at * 100)} {shared.activities[activity](at * 100)}
        </li>
      ))}
    </ul>
  );
}
