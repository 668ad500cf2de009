import { type JSX, memo } from "react";
import { formatCount, formatDuration, formatPercent } from "../../../lib/format";
import { isAlarmed } from "../../../lib/metrics/judgement";
import { Figure } from "../../shared/figure";
import { StateMark } from "../../shared/state-mark";
import { AgentCell } from "./agent-cell";
import { LevelGauge } from "./level-gauge";
import type { RankedRow } from "./rank-rows";

/** Longer names are set smaller, on two lines where there is room. */
const LONG_NAME = 16;
const HOUR_MS = 60 * 60_000;

type Props = {
  readonly ranked: RankedRow;
  /** false: nothing was ever told of this queue, no count is known. */
  readonly heard: boolean;
  readonly eachAgent: boolean;
};

/** A queue in a line. Roles are spelled out: lines are laid out as grids, which some browsers no longer take for rows. */
export const QueueLine = memo(function QueueLine({ ranked, heard, eachAgent }: Props): JSX.Element {
  const { row, live, waitMs, wait, level, worst } = ranked;
  const { today, target } = row;
  const state = live ? worst : "no-data";
  const count = (number: number): string => formatCount(heard ? number : null);
  return (
    <tr role="row" className="line" data-stale={!live} data-queue={row.queueId}>
      <th role="rowheader" scope="row" className="cell-name">
        <StateMark state={state} word={false} />
        <span className="name" dir="auto" data-long={row.name.length > LONG_NAME}>
          {row.name}
        </span>
        <LineWord state={state} open={row.open} alarmed={isAlarmed(worst)} />
      </th>
      <td
        role="cell"
        className="cell-waiting"
        data-label="Waiting"
        data-judgement={wait}
        data-quiet={row.waiting === 0}
      >
        <Figure text={count(row.waiting)} name="waiting" />
      </td>
      <td
        role="cell"
        className="cell-longest"
        data-label="Longest"
        data-judgement={wait}
        data-long={(waitMs ?? 0) >= HOUR_MS}
        data-quiet={waitMs === null}
        data-figure="longestWait"
      >
        {formatDuration(waitMs)}
      </td>
      <td
        role="cell"
        className="cell-level"
        data-label="Level"
        data-judgement={level}
        data-quiet={today.serviceLevelRatio === null}
      >
        <LevelGauge ratio={today.serviceLevelRatio} goalRatio={target.goalRatio} />
        <span className="level-number">
          <Figure text={formatPercent(today.serviceLevelRatio)} name="serviceLevel" />
        </span>
      </td>
      <td
        role="cell"
        className="cell-answered"
        data-label="Answered"
        data-long={today.offered >= 1_000}
        data-quiet={!heard}
      >
        <Figure text={count(today.answered)} name="answered" />
        <span className="of"> of </span>
        <span className="of" data-figure="offered">
          {count(today.offered)}
        </span>
      </td>
      <td role="cell" className="cell-missed" data-label="Missed" data-quiet={today.missed === 0}>
        <Figure text={count(today.missed)} name="missed" />
      </td>
      <td role="cell" className="cell-agents">
        <AgentCell agents={heard ? row.agents : null} each={eachAgent} />
      </td>
    </tr>
  );
});

type WordProps = { readonly state: RankedRow["worst"] | "no-data"; readonly open: boolean; readonly alarmed: boolean };

/** The mark's word where it asks for something, or that the queue is closed. Listeners have heard the mark already. */
function LineWord({ state, open, alarmed }: WordProps): JSX.Element | null {
  if (alarmed)
    return (
      <span className="line-word" data-judgement={state} aria-hidden="true">
        {state === "act" ? "ACT" : "WATCH"}
      </span>
    );
  if (state === "no-data")
    return (
      <span className="line-word" aria-hidden="true">
        NO DATA
      </span>
    );
  return open ? null : <span className="line-word">closed</span>;
}
