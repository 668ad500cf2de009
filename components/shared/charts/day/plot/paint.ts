import { type DaySeries, QUARTER_MS } from "../day-series";
import { type DayGoal, isShortOfGoal } from "../short-of-goal";
import { levelRuns } from "./level-runs";
import type { ChartColours } from "./colours";
import { hatch } from "./hatch";

/** Where things are on the canvas, in its own pixels. */
export type Picture = {
  readonly context: CanvasRenderingContext2D;
  readonly colours: ChartColours;
  /** Canvas pixels per CSS pixel. */
  readonly ratio: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly xOf: (atMs: number) => number;
  readonly countY: (count: number) => number;
  readonly levelY: (levelRatio: number) => number;
};

const BAR_SHARE = 0.7;
const WIDEST_BAR_PX = 30;

/** From the back to the front: what is not known, the calls, the goal, the service level. */
export function paintDay(picture: Picture, series: DaySeries, goal: DayGoal): void {
  picture.context.save();
  paintGaps(picture, series);
  paintBars(picture, series);
  paintGoal(picture, goal.goalRatio);
  paintLevel(picture, series, goal);
  picture.context.restore();
}

function paintGaps({ context, colours, ratio, top, height, xOf }: Picture, series: DaySeries): void {
  context.fillStyle = hatch(context, { colour: colours["ink-faint"], stepPx: 7 * ratio, linePx: ratio * 0.6 });
  context.globalAlpha = 0.55;
  for (const { fromMs, toMs } of series.gaps) {
    const x = xOf(fromMs);
    context.fillRect(x, top, Math.max(3 * ratio, xOf(toMs) - x), height);
  }
  context.globalAlpha = 1;
}

/** Answered stands solid on the ground; missed lies on it, outlined and hatched, so that it tells itself without colour. */
function paintBars({ context, colours, ratio, xOf, countY }: Picture, series: DaySeries): void {
  const slotPx = xOf(series.fromMs + QUARTER_MS) - xOf(series.fromMs);
  const widthPx = Math.max(ratio, Math.round(Math.min(slotPx * BAR_SHARE, WIDEST_BAR_PX * ratio)));
  const outlinePx = Math.max(1, Math.min(1.5 * ratio, widthPx / 5));
  const lines = hatch(context, { colour: colours.missed, stepPx: 5 * ratio, linePx: 1.3 * ratio });
  const ground = Math.round(countY(0));
  for (const { startMs, figures } of series.slots) {
    if (figures === null) continue;
    const x = Math.round(xOf(startMs) + (slotPx - widthPx) / 2);
    const answeredY = Math.round(countY(figures.answered));
    context.fillStyle = colours.bar;
    context.fillRect(x, answeredY, widthPx, ground - answeredY);
    if (figures.missed === 0) continue;
    const missedY = Math.round(countY(figures.answered + figures.missed));
    const heightPx = Math.max(2 * ratio, answeredY - missedY);
    context.fillStyle = colours.ground;
    context.fillRect(x, answeredY - heightPx, widthPx, heightPx);
    context.fillStyle = lines;
    context.fillRect(x, answeredY - heightPx, widthPx, heightPx);
    context.strokeStyle = colours.missed;
    context.lineWidth = outlinePx;
    context.strokeRect(
      x + outlinePx / 2,
      answeredY - heightPx + outlinePx / 2,
      widthPx - outlinePx,
      heightPx - outlinePx,
    );
  }
}

function paintGoal({ context, colours, ratio, left, width, levelY }: Picture, goalRatio: number): void {
  const y = Math.round(levelY(goalRatio)) + 0.5;
  context.strokeStyle = colours.goal;
  context.lineWidth = 1.3 * ratio;
  context.beginPath();
  context.moveTo(left, y);
  context.lineTo(left + width, y);
  context.stroke();
}

/** Quiet; heavier and in the colour of what needs someone where a quarter-hour falls short of the goal. */
function paintLevel(picture: Picture, series: DaySeries, goal: DayGoal): void {
  const { context, colours, ratio, left, top, width, height, xOf, levelY } = picture;
  const goalY = levelY(goal.goalRatio);
  const [from, to] = [top - 4 * ratio, top + height + 4 * ratio];
  const within = (addPlaces: () => void, draw: () => void): void => {
    context.save();
    context.beginPath();
    addPlaces();
    context.clip();
    draw();
    context.restore();
  };
  const everywhere = (): void => context.rect(left, from, width, to - from);
  const short = series.slots.filter((slot) => isShortOfGoal(slot, goal));
  const belowGoal = (): void => {
    for (const { startMs } of short) {
      const x = xOf(startMs);
      context.rect(x, goalY, xOf(startMs + QUARTER_MS) - x, to - goalY);
    }
  };
  // A halo in the colour of the ground keeps the line apart from the bars that it crosses.
  within(everywhere, () => strokeRuns(picture, series, colours.ground, 5.5));
  within(everywhere, () => strokeRuns(picture, series, colours["ink-soft"], 2));
  if (short.length > 0) within(belowGoal, () => strokeRuns(picture, series, colours.act, 2.8));
  paintLast(picture, series, goal);
}

function strokeRuns(
  { context, ratio, xOf, levelY }: Picture,
  series: DaySeries,
  colour: string,
  widthPx: number,
): void {
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineWidth = widthPx * ratio;
  context.lineJoin = "round";
  context.lineCap = "round";
  for (const run of levelRuns(series.slots)) {
    const points = run.map(({ index, ratio: level }) => [xOf(midOf(series, index)), levelY(level)] as const);
    context.beginPath();
    if (points.length === 1) {
      // Alone, it is a dot.
      for (const [x, y] of points) context.arc(x, y, widthPx * ratio, 0, 2 * Math.PI);
      context.fill();
      continue;
    }
    for (const [x, y] of points) context.lineTo(x, y);
    context.stroke();
  }
}

/** Where the day stands now. */
function paintLast({ context, colours, ratio, xOf, levelY }: Picture, series: DaySeries, goal: DayGoal): void {
  const last = levelRuns(series.slots).at(-1)?.at(-1);
  const slot = last === undefined ? undefined : series.slots[last.index];
  if (last === undefined || slot === undefined) return;
  context.beginPath();
  context.arc(xOf(midOf(series, last.index)), levelY(last.ratio), 4.5 * ratio, 0, 2 * Math.PI);
  context.fillStyle = isShortOfGoal(slot, goal) ? colours.act : colours["ink-soft"];
  context.strokeStyle = colours.ground;
  context.lineWidth = 2 * ratio;
  context.stroke();
  context.fill();
}

const midOf = (series: DaySeries, index: number): number => series.fromMs + (index + 0.5) * QUARTER_MS;
