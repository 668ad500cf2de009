import type UPlot from "uplot";
import { barOf, type DaySeries, QUARTER_MS } from "../day-series";
import { type DayView, dayAxes, FONT_PX } from "./axes";
import { type ChartColours, chartColours } from "./colours";
import { paintDay } from "./paint";

export type DayPlot = {
  readonly show: (view: DayView) => void;
  readonly resize: (widthPx: number) => void;
  /** Marks a quarter-hour; null: none. */
  readonly mark: (index: number | null) => void;
  /** @param clientX as pointer events say it */
  readonly indexAt: (clientX: number) => number;
  readonly destroy: () => void;
};

const HEIGHT_PX = 208;

/**
 * uPlot keeps the scales, the axes and the resolution; what stands between them is drawn by us.
 * @param fail told what went wrong in a drawing: that happens later, where nobody could catch it
 * @throws Error where there is nothing to draw on
 */
export function createDayPlot(
  Plot: typeof UPlot,
  parent: HTMLElement,
  first: DayView,
  fail: (thrown: unknown) => void,
): DayPlot {
  if (document.createElement("canvas").getContext("2d") === null) throw new Error("This browser draws no canvas");
  let view = first;
  let colours = chartColours(parent);
  let marked: number | null = null;
  const column = document.createElement("div");
  column.className = "day-chart-column";
  column.hidden = true;

  const none = { show: false };
  const options: UPlot.Options = {
    width: Math.max(1, parent.clientWidth),
    height: HEIGHT_PX,
    padding: [10, 0, 0, 0],
    legend: none,
    cursor: none,
    series: [
      {},
      { scale: "count", paths: () => null, points: none },
      { scale: "level", paths: () => null, points: none },
    ],
    scales: {
      x: { time: false, range: () => [view.series.fromMs, view.series.toMs] },
      count: { range: () => [0, view.series.countMax] },
      level: { range: () => [0, 1] },
    },
    axes: dayAxes(chartColours(parent).fontFamily, () => ({ view, colours })),
    hooks: {
      drawClear: [() => void (colours = chartColours(parent))],
      draw: [
        (plot) => {
          try {
            drawAll(Plot, plot, view, colours);
          } catch (thrown) {
            fail(thrown);
          }
        },
      ],
      ready: [(plot) => void plot.over.append(column)],
      setSize: [() => placeColumn()],
    },
  };
  const plot = new Plot(options, dataOf(view.series), parent);

  function placeColumn(): void {
    const slot = marked === null ? undefined : view.series.slots[marked];
    column.hidden = slot === undefined;
    if (slot === undefined) return;
    const left = plot.valToPos(slot.startMs, "x");
    column.style.transform = `translateX(${left}px)`;
    column.style.width = `${plot.valToPos(slot.startMs + QUARTER_MS, "x") - left}px`;
  }

  return {
    show: (next) => {
      view = next;
      plot.setData(dataOf(view.series));
      placeColumn();
    },
    resize: (width) => {
      if (width > 0 && Math.round(width) !== plot.width) plot.setSize({ width: Math.round(width), height: HEIGHT_PX });
    },
    mark: (index) => {
      marked = index;
      placeColumn();
    },
    indexAt: (clientX) => {
      const { left } = plot.over.getBoundingClientRect();
      return Math.floor((plot.posToVal(clientX - left, "x") - view.series.fromMs) / QUARTER_MS);
    },
    destroy: () => plot.destroy(),
  };
}

const dataOf = ({ slots }: DaySeries): UPlot.AlignedData => [
  slots.map(({ startMs }) => startMs + QUARTER_MS / 2),
  slots.map(({ figures }) => barOf(figures)),
  slots.map(({ levelRatio }) => levelRatio),
];

function drawAll(Plot: typeof UPlot, plot: UPlot, view: DayView, colours: ChartColours): void {
  const ratio = Plot.pxRatio;
  const { ctx: context } = plot;
  const picture = {
    context,
    colours,
    ratio,
    ...plot.bbox,
    xOf: (atMs: number) => plot.valToPos(atMs, "x", true),
    countY: (count: number) => plot.valToPos(count, "count", true),
    levelY: (level: number) => plot.valToPos(level, "level", true),
  };
  paintDay(picture, view.series, view);
  // The goal's own label, in its colour, where the axis has left room for it.
  context.save();
  context.font = `600 ${FONT_PX * ratio}px ${colours.fontFamily}`;
  context.fillStyle = colours.goal;
  context.textAlign = "right";
  context.textBaseline = "middle";
  context.fillText(view.percent(view.goalRatio), picture.left - 6 * ratio, picture.levelY(view.goalRatio));
  context.restore();
}
