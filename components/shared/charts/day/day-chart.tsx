import { type JSX, type KeyboardEvent, memo, useId, useMemo, useState } from "react";
import type { QuarterFigures } from "../../../../lib/desk/desk-types";
import type { Gap } from "../../../../lib/metrics/snapshot-types";
import type { SiteClock } from "../../time/site-clock";
import { TileBoundary } from "../../tile-boundary";
import { useDeskWords } from "../../speech/use-desk-words";
import { DayReadout } from "./day-readout";
import { type DaySeries, daySeriesOf } from "./day-series";
import { DayTable } from "./day-table";
import type { DayView } from "./plot/axes";
import { PlotArea } from "./plot/plot-area";
import type { DayGoal } from "./short-of-goal";
import { movedCursor } from "./slot-cursor";
import { slotParts, slotSentence, slotTime } from "./slot-words";

type Props = DayGoal & {
  readonly quarters: readonly QuarterFigures[];
  /** false: nothing was ever told, so that no call was heard of is no count (UN1). */
  readonly heard: boolean;
  readonly clock: SiteClock;
  /** The axis; a quarter-hour with figures outside stretches it. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly gaps: readonly Gap[];
  readonly dark: boolean;
};

/** A day by quarter-hour: answered and missed as bars, the service level as a line against its goal. */
export const DayChart = memo(function DayChart(props: Props): JSX.Element {
  const { tables, formats } = useDeskWords();
  const { quarters, gaps, fromMs, toMs, goalRatio } = props;
  const titleId = useId();
  const series = useMemo(() => daySeriesOf(quarters, gaps, fromMs, toMs), [quarters, gaps, fromMs, toMs]);
  return (
    // Without a call it is a heading and a sentence, no place to go to.
    <section className="day-chart" aria-labelledby={series.lastIndex < 0 ? undefined : titleId}>
      <div className="day-chart-head">
        <h2 id={titleId}>{tables.chart.title}</h2>
        {series.lastIndex < 0 ? null : <Legend goal={formats.percent(goalRatio)} />}
      </div>
      {series.lastIndex < 0 ? (
        <p className="day-chart-empty">
          {props.heard ? tables.chart.empty(formats.percent(goalRatio)) : tables.notKnown}
        </p>
      ) : (
        <TileBoundary>
          <Day {...props} series={series} />
        </TileBoundary>
      )}
      {series.lastIndex < 0 ? null : <DayTable series={series} goalRatio={goalRatio} clock={props.clock} />}
    </section>
  );
});

function Legend({ goal }: { readonly goal: string }): JSX.Element {
  const { chart } = useDeskWords().tables;
  return (
    <ul className="day-chart-legend">
      <li data-key="answered">{chart.answered}</li>
      <li data-key="missed">{chart.missed}</li>
      <li data-key="level">{chart.level}</li>
      <li data-key="goal">{chart.goal(goal)}</li>
    </ul>
  );
}

function Day({ series, goalRatio, minimumContacts, clock, dark }: Props & { readonly series: DaySeries }): JSX.Element {
  const words = useDeskWords();
  const { formats, tables } = words;
  /** By instant, for the axis may grow at both ends. null: nobody points; the latest is read out. */
  const [atMs, setAtMs] = useState<number | null>(null);
  const view = useMemo<DayView>(
    () => ({
      series,
      goalRatio,
      minimumContacts,
      clock,
      dark,
      percent: (ratio) => formats.percent(ratio),
      count: formats.count,
    }),
    [series, goalRatio, minimumContacts, clock, dark, formats],
  );
  const pointed = series.slots.findIndex(({ startMs }) => startMs === atMs);
  const index = pointed < 0 || pointed > series.lastIndex ? series.lastIndex : pointed;
  const slot = series.slots[index];
  const point = (to: number | null): void => {
    setAtMs(to === null || to < 0 || to > series.lastIndex ? null : (series.slots[to]?.startMs ?? null));
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = movedCursor(event.key, index, series.lastIndex);
    // Escape takes the mark away first; without one it is left to what else it closes.
    if (to === null && (event.key !== "Escape" || atMs === null)) return;
    event.preventDefault();
    point(to);
  };
  if (slot === undefined) return <p className="day-chart-empty">{tables.chart.noCalls}</p>;
  const [time, parts] = [slotTime(slot, clock), slotParts(slot, clock, words)];
  return (
    <div
      className="day-chart-stop"
      role="slider"
      tabIndex={0}
      aria-label={tables.chart.keys}
      aria-valuemin={0}
      aria-valuemax={series.lastIndex}
      aria-valuenow={index}
      aria-valuetext={slotSentence(time, parts)}
      onKeyDown={onKey}
    >
      <PlotArea view={view} marked={atMs === null ? null : index} onPoint={point} loading={tables.chart.loading} />
      <DayReadout time={time} parts={parts} />
    </div>
  );
}
