import type { JSX } from "react";
import type { AgentCounts } from "../../lib/metrics/snapshot-types";
import { assertNever } from "../../lib/vocabulary";
import type { SharedWords } from "../../lib/words/en/shared";
import type { Words } from "../../lib/words/words";

export type AgentActivity = keyof SharedWords["activities"];

/** In the order in which they can help. */
export const ACTIVITIES: readonly AgentActivity[] = ["available", "ringing", "onContact", "wrapUp", "paused"];

/** How many people are there, whatever they do. */
export const peopleWorking = (agents: AgentCounts): number =>
  ACTIVITIES.reduce((sum, activity) => sum + agents[activity], 0);

/** `2 free, 3 talking, 1 paused` */
export const agentWords = (agents: AgentCounts, { shared, formats }: Pick<Words, "shared" | "formats">): string =>
  ACTIVITIES.map(
    (activity) => `${formats.count(agents[activity])} ${shared.activities[activity](agents[activity])}`,
  ).join(", ");

/** What one person does, as a shape. */
export function AgentGlyph({ activity }: { readonly activity: AgentActivity }): JSX.Element {
  return (
    <svg className="glyph" data-activity={activity} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <Shape activity={activity} />
    </svg>
  );
}

function Shape({ activity }: { readonly activity: AgentActivity }): JSX.Element {
  const ring = <circle cx="12" cy="12" r="9.300" fill="none" stroke="currentColor" strokeWidth="2.800" />;
  switch (activity) {
    case "available":
      return ring;
    case "ringing":
      return (
        <>
          {ring}
          <circle cx="12" cy="12" r="4" fill="currentColor" />
        </>
      );
    case "onContact":
      return <circle cx="12" cy="12" r="10.700" fill="currentColor" />;
    case "wrapUp":
      return (
        <>
          {ring}
          <path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor" />
        </>
      );
    case "paused":
      return <path d="M7.500 3v18M16.500 3v18" stroke="currentColor" strokeWidth="4.600" />;
    default:
      return assertNever(activity);
  }
}
