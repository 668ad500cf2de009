import { type JSX, memo } from "react";
import type { MissedRow } from "../../../lib/recovery/missed-api";
import type { SiteClock } from "../../shared/time/site-clock";
import { useMissedWords } from "../use-missed-words";
import { DueCell } from "./due-cell";
import { callerText, whyText } from "../../../lib/words/missed/say-row";

type Props = {
  readonly row: MissedRow;
  readonly queueName: string;
  readonly clock: SiteClock;
  /** Tells today from another day; changes once a minute. */
  readonly minuteMs: number;
  readonly isOpen: boolean;
  /** Whether Tab leads here. */
  readonly isActive: boolean;
  /** Of the row's details. */
  readonly detailsId: string;
  readonly onDetails: () => void;
};

/** What a row says, drawn anew only when it says something else. */
export const RowCells = memo(function RowCells(props: Props): JSX.Element {
  const { row, queueName, clock, minuteMs, isOpen, isActive, detailsId, onDetails } = props;
  const { missed, formats } = useMissedWords();
  const { row: words } = missed;
  const caller = callerText(row.caller, missed);
  const moment = (atMs: number): string => clock.toMoment(atMs, minuteMs);
  const lastTryAtMs = row.attempts.at(-1)?.arrivedAtMs ?? row.lastMissedAtMs;
  const missedHow = [whyText(row, missed)];
  // Whoever was sent away at once did not wait.
  if (row.longestWaitMs !== null && row.longestWaitMs >= 1_000)
    missedHow.push(words.waited(formats.duration(row.longestWaitMs)));
  if (row.callback) missedHow.push(words.asked);
  return (
    <>
      <span role="gridcell" className="mi-cell-due">
        <DueCell row={row} clock={clock} />
      </span>
      <span role="gridcell" className="mi-cell-caller">
        <button
          type="button"
          className="mi-caller"
          tabIndex={isActive ? 0 : -1}
          aria-expanded={isOpen}
          {...(isOpen ? { "aria-controls": detailsId } : {})}
          aria-label={missed.details.open(caller)}
          onClick={onDetails}
        >
          <svg viewBox="0 0 10 10" aria-hidden="true" focusable="false">
            <path d="M3.500 2l3 3-3 3" />
          </svg>
          {caller}
        </button>
        <bdi className="mi-more mi-cut" title={queueName}>
          {queueName}
        </bdi>
      </span>
      <span role="gridcell" className="mi-cell-tried">
        <span>{words.tries(row.tries, formats.count(row.tries), moment(lastTryAtMs))}</span>
        <span className="mi-more">{missedHow.join(" · ")}</span>
      </span>
    </>
  );
});
