import type { JSX } from "react";
import type { AgentCounts } from "../../lib/metrics/snapshot-types";
import { ACTIVITIES, AgentGlyph } from "../shared/agent-glyph";
import { AgentGlyphRow } from "../shared/agent-glyph-row";
import { useWords } from "../shared/use-words";

const AGENTS: AgentCounts = {
  available: 2,
  ringing: 1,
  onContact: 4,
  wrapUp: 1,
  paused: 0,
  loggedOut: 3,
  notReported: 0,
};

/** What people do, as shapes: one by one, as a row of them, and counted. */
export function AgentsPart(): JSX.Element {
  const { shared, formats } = useWords();
  return (
    <>
      <ul className="guide-agents">
        {ACTIVITIES.map((activity, at) => (
          <li key={activity}>
            <AgentGlyph activity={activity} /> {formats.count(at * 100)} {shared.activities[activity](at * 100)}
          </li>
        ))}
      </ul>
      {(["each", "counted"] as const).map((form) => (
        <div key={form} className="guide-people people-shapes" aria-hidden="true">
          <AgentGlyphRow agents={AGENTS} form={form} />
        </div>
      ))}
    </>
  );
}
