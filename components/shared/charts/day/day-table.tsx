import { type JSX, memo } from "react";
import type { SiteClock } from "../../time/site-clock";
import { useDeskWords } from "../../speech/use-desk-words";
import type { DaySeries } from "./day-series";
import { slotTime } from "./slot-words";

type Props = { readonly series: DaySeries; readonly goalRatio: number; readonly clock: SiteClock };

/** The picture's figures for those who listen: quarter-hours without calls are left out. */
export const DayTable = memo(function DayTable({ series, goalRatio, clock }: Props): JSX.Element {
  const { tables, formats } = useDeskWords();
  const { chart } = tables;
  return (
    <div className="sr-only">
      <table>
        <caption>
          {[
            `${chart.title}, ${chart.goal(formats.percent(goalRatio))}`,
            ...series.gaps.map(({ fromMs, toMs }) => chart.noData(clock.toMinute(fromMs), clock.toMinute(toMs))),
          ].join(", ")}
        </caption>
        <thead>
          <tr>
            {[chart.time, chart.offered, chart.answered, chart.missed, chart.level].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {series.slots.map((slot) =>
            slot.figures === null ? null : (
              <tr key={slot.startMs} data-quarter={slot.startMs}>
                <th scope="row">{slotTime(slot, clock)}</th>
                <td>{formats.count(slot.figures.offered)}</td>
                <td>{formats.count(slot.figures.answered)}</td>
                <td>{formats.count(slot.figures.missed)}</td>
                <td>{formats.percent(slot.levelRatio)}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
});
