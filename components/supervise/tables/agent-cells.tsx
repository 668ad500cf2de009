import { type JSX, memo } from "react";
import type { AgentRow } from "../../../lib/desk/desk-types";
import type { AgentState } from "../../../lib/events";
import { assertNever } from "../../../lib/vocabulary";
import type { SharedWords } from "../../../lib/words/en/shared";
import { type AgentActivity, AgentGlyph } from "../../shared/agent-glyph";
import { useWords } from "../../shared/use-words";

type Props = {
  readonly agent: AgentRow;
  /** How long it has been so, as text. */
  readonly since: string;
  readonly answered: string;
};

/** Drawn anew only when something in it reads differently. */
export const AgentCells = memo(function AgentCells({ agent, since, answered }: Props): JSX.Element {
  const { shared } = useWords();
  const activity = activityOf(agent.state);
  const state = stateText(agent, shared);
  return (
    <>
      <span role="gridcell" className="st-cut" title={agent.name}>
        <bdi>{agent.name}</bdi>
      </span>
      <span role="gridcell" className="st-state" data-agent-state={agent.state} title={state}>
        {activity === null ? <span className="glyph" /> : <AgentGlyph activity={activity} />}
        <span className="st-cut">{state}</span>
      </span>
      <span role="gridcell" className="st-right">
        {since}
      </span>
      <span role="gridcell" className="st-right st-soft">
        {answered}
      </span>
    </>
  );
});

/** `paused · lunch` */
export const stateText = ({ state, reason }: AgentRow, { agentStates }: SharedWords): string =>
  reason === null || reason === "" ? agentStates[state] : `${agentStates[state]} · ${reason}`;

/** What has a shape; null: nothing to show. */
function activityOf(state: AgentState): AgentActivity | null {
  switch (state) {
    case "available":
    case "ringing":
    case "paused":
      return state;
    case "on-contact":
      return "onContact";
    case "wrap-up":
      return "wrapUp";
    case "logged-out":
    case "not-reported":
      return null;
    default:
      return assertNever(state);
  }
}
