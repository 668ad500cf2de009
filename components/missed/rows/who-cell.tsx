import { type JSX, useContext } from "react";
import type { MissedRow } from "../../../lib/recovery/missed-api";
import type { SiteClock } from "../../shared/time/site-clock";
import { useMissedWords } from "../use-missed-words";
import { NowContext } from "./now-context";
import { callerText } from "../../../lib/words/missed/say-row";

type Props = {
  readonly row: MissedRow;
  readonly clock: SiteClock;
  readonly isActive: boolean;
  readonly isSending: boolean;
  /** null: it is not the reader's to give back. */
  readonly onGiveBack: (() => void) | null;
};

/** RE45: who has a caller, until when, and the way to give him back. */
export function WhoCell({ row, clock, isActive, isSending, onGiveBack }: Props): JSX.Element {
  const { missed } = useMissedWords();
  const { row: words, act } = missed;
  const { nowMs } = useContext(NowContext);
  const { claim, end, caller, tried } = row;
  const last = tried.at(-1);
  const isHeld = claim !== null && claim.untilMs > nowMs;
  return (
    <span role="gridcell" className="mi-cell-who">
      {end !== null ? (
        <bdi className="mi-cut">{end.by}</bdi>
      ) : caller.kind === "withheld" ? null : !isHeld ? (
        <>
          <span className="mi-more">{words.nobody}</span>
          {last === undefined ? null : (
            <span className="mi-more mi-cut">
              {missed.attempts[last.result]} {clock.toMoment(last.atMs, nowMs)}
            </span>
          )}
        </>
      ) : (
        <>
          <bdi className="mi-holder mi-cut" title={claim.by} data-mine={claim.mine}>
            {claim.mine ? words.yours : claim.by}
          </bdi>
          <span className="mi-more">
            <span className="mi-until">{words.until(clock.toMoment(claim.untilMs, nowMs))}</span>
            {onGiveBack === null ? null : (
              <button
                type="button"
                className="mi-link mi-back"
                tabIndex={isActive ? 0 : -1}
                aria-label={act.of(act.giveBack, callerText(caller, missed))}
                aria-disabled={isSending}
                onClick={onGiveBack}
              >
                {act.giveBack}
              </button>
            )}
          </span>
        </>
      )}
    </span>
  );
}
