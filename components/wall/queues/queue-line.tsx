import { type CSSProperties, type JSX, memo } from "react";
import { isAlarmed, type Judgement } from "../../../lib/metrics/judgement";
import { assertNever } from "../../../lib/vocabulary";
import { Figure } from "../../shared/figure";
import { StateMark } from "../../shared/state-mark";
import { useWallWords } from "../../shared/speech/use-wall-words";
import type { ColumnKey, Columns } from "../layout/columns";
import { AgentCell } from "./agent-cell";
import { LevelGauge } from "./level-gauge";
import type { RankedRow } from "../../shared/board/rank-rows";

type Props = {
  readonly ranked: RankedRow;
  /** The longest wait, as text: it changes each second only where somebody waits. */
  readonly wait: string;
  /** false: nothing was ever told of this queue, no count is known. */
  readonly heard: boolean;
  readonly columns: Columns;
  readonly style: CSSProperties;
};

/** A queue in a line. Roles are spelled out: lines are laid out as grids, which some browsers no longer take for rows. */
export const QueueLine = memo(function QueueLine({ ranked, wait, heard, columns, style }: Props): JSX.Element {
  const { row, live, worst } = ranked;
  const state = live ? worst : "no-data";
  return (
    <tr role="row" className="line" data-stale={!live} data-queue={row.queueId} style={style}>
      <th role="rowheader" scope="row" className="cell-name">
        <StateMark state={state} word={false} />
        <span className="name" dir="auto">
          {row.name}
        </span>
        {columns.stateWord ? <LineWord state={state} open={row.open} alarmed={isAlarmed(worst)} /> : null}
      </th>
      {columns.columns.map(({ key }) => (
        <Cell key={key} column={key} ranked={ranked} wait={wait} heard={heard} columns={columns} />
      ))}
    </tr>
  );
}, isSame);

/** Rows are judged anew each second; drawn anew is only what looks otherwise. */
function isSame(one: Props, other: Props): boolean {
  const [a, b] = [one.ranked, other.ranked];
  return (
    a.row === b.row &&
    a.live === b.live &&
    a.wait === b.wait &&
    a.worst === b.worst &&
    a.level === b.level &&
    one.wait === other.wait &&
    one.heard === other.heard &&
    one.columns === other.columns &&
    one.style === other.style
  );
}

type CellProps = Omit<Props, "style"> & { readonly column: ColumnKey };

function Cell({ column, ranked, wait, heard, columns }: CellProps): JSX.Element {
  const { formats, wall } = useWallWords();
  const { row, waitMs, figures, level, day } = ranked;
  const count = (number: number): string => formats.count(heard ? number : null);
  const about = (judgement: Judgement, quiet: boolean): object => ({
    role: "cell",
    className: `cell-${column}`,
    "data-judgement": isAlarmed(judgement) ? judgement : undefined,
    "data-quiet": quiet,
  });
  switch (column) {
    case "waiting":
      return (
        <td {...about(ranked.wait, row.waiting === 0)}>
          <Figure text={count(row.waiting)} name="waiting" fades={false} />
        </td>
      );
    case "longestWait":
      return (
        <td {...about(ranked.wait, waitMs === null)} data-figure="longestWait">
          {wait}
        </td>
      );
    case "serviceLevel":
      return (
        <td {...about(level, figures.serviceLevelRatio === null)}>
          {columns.gaugePx === 0 ? null : (
            <LevelGauge ratio={figures.serviceLevelRatio} goalRatio={row.target.goalRatio} widthPx={columns.gaugePx} />
          )}
          <span className="level-number">
            <Figure text={formats.percent(figures.serviceLevelRatio)} name="serviceLevel" fades={false} />
          </span>
        </td>
      );
    case "answered":
      return (
        <td {...about(day.answerRate, !heard)}>
          <Figure text={count(figures.answered)} name="answered" fades={false} />
          <span className="of">
            {" "}
            <Told says={wall.ofAll("{offered}")} value={count(figures.offered)} />
          </span>
        </td>
      );
    case "missed":
      return (
        <td {...about(day.missedRate, figures.missed === 0)}>
          <Figure text={count(figures.missed)} name="missed" fades={false} />
        </td>
      );
    case "agents":
      return (
        <td {...about("none", false)}>
          <AgentCell agents={heard ? row.agents : null} form={columns.agents} />
        </td>
      );
    default:
      return assertNever(column);
  }
}

/** `of {offered}` with the figure in its place. */
function Told({ says, value }: { readonly says: string; readonly value: string }): JSX.Element {
  const [before, after] = says.split("{offered}");
  return (
    <>
      {before}
      <span data-figure="offered">{value}</span>
      {after}
    </>
  );
}

type WordProps = { readonly state: Judgement | "no-data"; readonly open: boolean; readonly alarmed: boolean };

/** The mark's word where it asks for something, or that the queue is closed. Listeners have heard the mark already. */
function LineWord({ state, open, alarmed }: WordProps): JSX.Element | null {
  const { shared } = useWallWords();
  if (alarmed || state === "no-data")
    return (
      <span className="line-word" data-judgement={state} aria-hidden="true">
        {shared.states[state]}
      </span>
    );
  return open ? null : <span className="line-word">{shared.closed}</span>;
}
