import { type JSX, useContext } from "react";
import type { MissedEnd, MissedRow } from "../../../lib/recovery/missed-api";
import type { SiteClock } from "../../shared/time/site-clock";
import { StateShape } from "../../shared/state-mark";
import { useMissedWords } from "../use-missed-words";
import { type Due, dueOf, judgeDue } from "./due";
import { NowContext } from "./now-context";
import { endText } from "../../../lib/words/missed/say-row";

type Props = { readonly row: MissedRow; readonly clock: SiteClock };

/** How long there is still time, by colour, shape and word; of what is over, how it ended. */
export function DueCell({ row, clock }: Props): JSX.Element {
  return row.end === null ? <Countdown row={row} clock={clock} /> : <Ended end={row.end} clock={clock} />;
}

function Countdown({ row, clock }: Props): JSX.Element {
  const { missed, formats } = useMissedWords();
  const { nowMs, live, queues } = useContext(NowContext);
  const due = dueOf(row, queues.get(row.queueId), nowMs);
  const judgement = judgeDue(due, live);
  return (
    <span className="mi-due" data-judgement={judgement} data-due={due.kind}>
      <span className="mi-due-mark">{judgement === "none" ? null : <StateShape state={judgement} />}</span>
      <span className="mi-due-main">{mainOf()}</span>
      <span className="mi-due-more">{moreOf(due)}</span>
    </span>
  );

  function mainOf(): string {
    if (due.kind === "none") return row.caller.kind === "withheld" ? clock.toMoment(row.lastMissedAtMs, nowMs) : "–";
    return due.kind === "overdue" ? missed.row.overdue : formats.duration(due.leftMs);
  }
  function moreOf(of: Due): string {
    const { row: words } = missed;
    if (of.kind === "none") return row.caller.kind === "withheld" ? "" : words.never;
    if (of.kind === "overdue") return words.since(clock.toMoment(of.sinceMs, nowMs));
    if (of.runs) return words.due(clock.toMoment(of.dueAtMs, nowMs));
    return of.runsAtMs === null ? words.closed : words.stands(clock.toMoment(of.runsAtMs, nowMs));
  }
}

function Ended({ end, clock }: { readonly end: MissedEnd; readonly clock: SiteClock }): JSX.Element {
  const { missed } = useMissedWords();
  const { nowMs } = useContext(NowContext);
  const wonBack = end.kind === "came-back" || end.kind === "reached" || end.result === "reached";
  const inTime = end.inTime === null || !wonBack ? null : end.inTime ? missed.ended.inTime : missed.ended.late;
  const more = [clock.toMoment(end.atMs, nowMs), inTime];
  return (
    <span className="mi-due" data-due="ended">
      <span className="mi-due-mark">{wonBack ? <StateShape state="ok" /> : null}</span>
      <span className="mi-due-main">{endText(end, missed)}</span>
      <span className="mi-due-more">{more.filter((each) => each !== null).join(" · ")}</span>
    </span>
  );
}
