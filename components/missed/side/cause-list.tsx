import { type JSX, useState } from "react";
import type { CauseQuarter } from "../../../lib/recovery/causes/cause-types";
import type { QueueId } from "../../../lib/vocabulary";
import { LOCALES } from "../../../lib/words/language";
import type { SiteClock } from "../../shared/time/site-clock";
import { useMissedWords } from "../use-missed-words";
import { evidenceText } from "./evidence-text";

type Props = {
  /** The newest first. */
  readonly causes: readonly CauseQuarter[];
  readonly names: ReadonlyMap<QueueId, string>;
  readonly clock: SiteClock;
  /** More are there on demand. */
  readonly most: number;
  /** false: all are of one queue. */
  readonly showQueue: boolean;
};

/** RE48: why calls were missed, quarter-hour by quarter-hour, and what that rests on. */
export function CauseList({ causes, names, clock, most, showQueue }: Props): JSX.Element {
  const { missed, formats, language } = useMissedWords();
  const { causes: words } = missed;
  const [all, setAll] = useState(false);
  const tenths = new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const numbers = { count: formats.count, tenths: (value: number) => tenths.format(value) };
  const shown = all ? causes : causes.slice(0, most);
  return (
    <>
      <ol className="mi-causes">
        {shown.map((quarter) => (
          <li key={`${quarter.startMs} ${quarter.queueId}`} data-cause={quarter.cause}>
            <time>{clock.toMinute(quarter.startMs)}</time>
            <p>
              <span className="mi-cause">
                <strong>{words.kinds[quarter.cause]}</strong>
                {showQueue ? <bdi className="mi-more">{names.get(quarter.queueId) ?? quarter.queueId}</bdi> : null}
              </span>
              <span className="mi-more">{evidenceText(quarter, missed, numbers)}</span>
            </p>
          </li>
        ))}
      </ol>
      {shown.length < causes.length ? (
        <p className="mi-all">
          <button type="button" className="mi-link" onClick={() => setAll(true)}>
            {words.all(causes.length, formats.count(causes.length))}
          </button>
        </p>
      ) : null}
    </>
  );
}
