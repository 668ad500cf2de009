import { type JSX, useMemo } from "react";
import type { SiteClock } from "../../shared/time/site-clock";
import type { TilePlan } from "../layout/hero-plan";
import { numberPx } from "../layout/tile-width";
import { widestOf } from "../layout/letter-widths";
import type { TileContent } from "./content";
import { LevelSparkline, plotOf } from "../../shared/charts/level-sparkline";
import { type SparklineInput, sparklineOf } from "../../shared/charts/sparkline-geometry";

/** A day's quarter-hours, and what they are measured by. */
export type Day = Pick<SparklineInput, "quarters" | "gaps" | "goalRatio" | "nowMs" | "endsAtMs"> & {
  readonly clock: SiteClock;
};

type Props = {
  readonly day: Day;
  readonly content: TileContent;
  readonly tile: TilePlan;
  readonly labelPx: number;
};

/** Of a letter: the gap to the figure, the least size of a line worth drawing, and each hour's room. */
const GAP_EM = 0.9;
const LEAST_EM = { width: 5.5, height: 1.3 };
const HOUR_EM = 2;
/** Of the figure's letters. */
const HEIGHT = 0.92;

/** The day beside its figure, where there is room for it. */
export function LeadSparkline({ day, content, tile, labelPx }: Props): JSX.Element | null {
  const figurePx = numberPx(widestOf(content.text, content.reserve), tile.mainPx, labelPx);
  const widthPx = Math.floor(tile.widthPx - figurePx - GAP_EM * labelPx);
  const heightPx = Math.floor(tile.mainPx * HEIGHT);
  const sparkline = useMemo(() => {
    const { clock, ...rest } = day;
    const { width, height } = plotOf({ widthPx, heightPx, labelPx });
    const hoursAtMost = Math.max(2, Math.floor(width / (HOUR_EM * labelPx)));
    return sparklineOf({ ...rest, ...clock, width, height, hoursAtMost });
  }, [day, widthPx, heightPx, labelPx]);
  if (widthPx < LEAST_EM.width * labelPx || heightPx < LEAST_EM.height * labelPx) return null;
  return (
    <LevelSparkline
      sparkline={sparkline}
      judgement={content.judgement}
      clock={day.clock}
      widthPx={widthPx}
      heightPx={heightPx}
      labelPx={labelPx}
    />
  );
}
