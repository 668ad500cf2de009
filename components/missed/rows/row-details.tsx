import type { JSX, ReactNode } from "react";
import type { MissedRow } from "../../../lib/recovery/missed-api";
import type { QueueId } from "../../../lib/vocabulary";
import type { SiteClock } from "../../shared/time/site-clock";
import { whyNoNumber } from "../acts/said-of";
import { recordingAddress } from "../number/addresses";
import { hideNumber, showNumber, useIsNumberShown } from "../number/open-number";
import { ShownNumber } from "../number/shown-number";
import { useMissedWords } from "../use-missed-words";
import { callerText, whyText } from "../../../lib/words/missed/say-row";

type Props = {
  readonly row: MissedRow;
  readonly names: ReadonlyMap<QueueId, string>;
  readonly clock: SiteClock;
  readonly minuteMs: number;
  /** Whether there is a number that may be shown, and whether the reader may see any. */
  readonly reveals: boolean;
  readonly seesNumbers: boolean;
  /** What may be done from here. */
  readonly children: ReactNode;
};

/** RE43: all that is known of a caller: each try, what was done about it, the recording, and the number. */
export function RowDetails({ row, names, clock, minuteMs, reveals, seesNumbers, children }: Props): JSX.Element {
  const { missed, formats } = useMissedWords();
  const { details, attempts, closes } = missed;
  const { end, caller } = row;
  const noNumber = caller.kind === "withheld" || reveals ? null : whyNoNumber(caller, seesNumbers, missed);
  const moment = (atMs: number): string => clock.toMoment(atMs, minuteMs);
  const recording = recordingAddress(row.recordingUrl);
  const between = row.tries - row.attempts.length;
  return (
    <div className="mi-details">
      <section>
        <h3>{details.tries}</h3>
        <ol className="mi-tries">
          {row.attempts.map((attempt, index) => (
            <li key={`${attempt.arrivedAtMs} ${attempt.queueId}`}>
              <time>{moment(attempt.arrivedAtMs)}</time>
              <span>
                <bdi>{names.get(attempt.queueId) ?? attempt.queueId}</bdi> · {whyText(attempt, missed)}
                {attempt.waitMs === null ? null : ` · ${missed.row.waited(formats.duration(attempt.waitMs))}`}
                {between > 0 && index === 0 ? (
                  <span className="mi-more"> · {details.more(between, formats.count(between))}</span>
                ) : null}
              </span>
            </li>
          ))}
        </ol>
        {recording === null ? null : (
          <p className="mi-recording">
            <a href={recording} target="_blank" rel="noopener noreferrer">
              {missed.act.recording}
            </a>
          </p>
        )}
      </section>
      <section>
        <h3>{details.tried}</h3>
        {row.tried.length === 0 && end?.kind !== "closed" ? <p className="mi-more">{details.nothingTried}</p> : null}
        <ol className="mi-tries">
          {row.tried.map(({ atMs, by, result }) => (
            <li key={`${atMs} ${by}`}>
              <time>{moment(atMs)}</time>
              <span>
                {attempts[result]} · <bdi>{by}</bdi>
              </span>
            </li>
          ))}
          {end?.kind === "closed" && end.result !== null ? (
            <li>
              <time>{moment(end.atMs)}</time>
              <span>
                {details.closed(closes[end.result])} · <bdi>{end.by}</bdi>
              </span>
            </li>
          ) : null}
        </ol>
      </section>
      {noNumber === null ? null : (
        <section>
          <h3>{details.number}</h3>
          <p className="mi-more">{noNumber}</p>
        </section>
      )}
      {reveals ? <NumberPart id={row.id} caller={callerText(row.caller, missed)} /> : null}
      {children}
    </div>
  );
}

function NumberPart({ id, caller }: { readonly id: string; readonly caller: string }): JSX.Element {
  const { details, act } = useMissedWords().missed;
  const isShown = useIsNumberShown(id);
  const says = isShown ? act.hideNumber : act.showNumber;
  return (
    <section>
      <h3>{details.number}</h3>
      <p className="mi-number-line">
        <button
          type="button"
          className="button mi-act"
          aria-label={act.of(says, caller)}
          onClick={() => (isShown ? hideNumber(id) : showNumber(id))}
        >
          {says}
        </button>
        {isShown ? <ShownNumber id={id} caller={caller} /> : null}
      </p>
    </section>
  );
}
