import type UPlot from "uplot";
import type { SiteClock } from "../../../time/site-clock";
import { countSplits, type DaySeries } from "../day-series";
import type { DayGoal } from "../short-of-goal";
import { hourTicks } from "../../hour-ticks";
import type { ChartColours } from "./colours";

/** All that the picture depends on, but its size. Colours are read where it stands, anew at each drawing. */
export type DayView = DayGoal & {
  readonly dark: boolean;
  readonly series: DaySeries;
  readonly clock: SiteClock;
  readonly percent: (ratio: number) => string;
  readonly count: (count: number) => string;
};

export const FONT_PX = 12;
const HOUR_LABEL_PX = 64;
/** What the labels at both sides take of the width. */
const SIDES_PX = 78;
/** Labels nearer to the goal than this are left to the goal's own. */
const GOAL_ROOM_RATIO = 0.12;

/** The site's hours below, the service level on the left, the counts of the bars on the right. */
export function dayAxes(
  fontFamily: string,
  read: () => { readonly view: DayView; readonly colours: ChartColours },
): UPlot.Axis[] {
  const none = { show: false };
  const faint = (): string => read().colours["ink-faint"];
  const line = (): string => read().colours.line;
  return [
    {
      stroke: faint,
      font: `${FONT_PX}px ${fontFamily}`,
      size: 26,
      gap: 6,
      grid: none,
      ticks: { stroke: line, width: 1, size: 4 },
      border: { show: true, stroke: line, width: 1 },
      splits: (plot) => hoursOf(plot, read().view),
      values: (_, splits) => splits.map((atMs) => read().view.clock.toMinute(atMs)),
    },
    {
      scale: "level",
      stroke: faint,
      font: `${FONT_PX}px ${fontFamily}`,
      size: 44,
      gap: 6,
      grid: none,
      ticks: none,
      splits: () => [0, 0.5, 1].filter((each) => Math.abs(each - read().view.goalRatio) >= GOAL_ROOM_RATIO),
      values: (_, splits) => splits.map((each) => read().view.percent(each)),
    },
    {
      scale: "count",
      side: 1,
      stroke: faint,
      font: `${FONT_PX}px ${fontFamily}`,
      size: 34,
      gap: 6,
      grid: none,
      ticks: none,
      splits: () => [...countSplits(read().view.series.mostCount)],
      values: (_, splits) => splits.map((each) => read().view.count(each)),
    },
  ];
}

const hoursOf = (plot: UPlot, { series, clock }: DayView): number[] => {
  const room = Math.max(1, Math.floor((plot.width - SIDES_PX) / HOUR_LABEL_PX));
  return [...hourTicks(series.fromMs, series.toMs, room, clock)];
};
