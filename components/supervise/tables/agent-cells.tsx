import { type JSX, memo } from "react";
import type { AgentRow } from "../../../lib/desk/desk-types";
import type { AgentState } from "../../../lib/events";
import { assertNever } from "../../../lib/vocabulary";
import type { SharedWords } from "../../../lib/words/en/shared";
import { type AgentActivity, AgentGlyph } from "../../shared/agent-glyph";
import { useDeskWords } from "../../shared/speech/use-desk-words";

type Props = Pick<AgentRow, "name" | "state" | "reason">;

/** Name and state: what does not tick. Drawn anew only when it reads differently. */
export const AgentCells = memo(function AgentCells({ name, state, reason }: Props): JSX.Element {
  const { shared } = useDeskWords();
  const activity = activityOf(state);
  const text = stateText({ state, reason }, shared);
  return (
    <>
      <span role="gridcell" className={state === "logged-out" ? "st-cut st-faint" : "st-cut"} title={name}>
        <bdi>{name}</bdi>
      </span>
      <span role="gridcell" className="st-state" data-agent-state={state} title={text}>
        {activity === null ? <span className="glyph" /> : <AgentGlyph activity={activity} />}
        <span className="st-cut">{text}</span>
      </span>
    </>
  );
});

/** `paused · lunch` */
export const stateText = (
  { state, reason }: Pick<AgentRow, "state" | "reason">,
  { agentStates }: SharedWords,
): string => (reason === null || reason === "" ? agentStates[state] : `${agentStates[state]} · ${reason}`);

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
