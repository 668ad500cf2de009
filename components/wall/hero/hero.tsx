import { type JSX, memo, useMemo } from "react";
import type { BoardFigure } from "../../../lib/config";
import type { BoardSnapshot } from "../../../lib/metrics/snapshot-types";
import { isAlarmed, type Judgement } from "../../../lib/metrics/judgement";
import type { SiteClock } from "../../shared/site-clock";
import type { MarkState } from "../../shared/state-mark";
import { TileBoundary } from "../../shared/tile-boundary";
import { useWords } from "../../shared/use-words";
import type { TilePlan } from "../layout/hero-plan";
import { widestOf } from "../layout/letter-widths";
import { numberPx } from "../layout/tile-width";
import type { WallPlan } from "../layout/wall-plan";
import { turnOf } from "../queues/paging";
import type { TileContent } from "./content";
import { FigureTile } from "./figure-tile";
import { LevelSparkline, plotOf } from "./level-sparkline";
import { sparklineOf } from "./sparkline-geometry";

const MINUTE_MS = 60_000;

type Props = {
  readonly plan: WallPlan;
  readonly contents: ReadonlyMap<BoardFigure, TileContent>;
  readonly snapshot: BoardSnapshot;
  readonly clock: SiteClock;
  /** The instant the figures tick by. */
  readonly nowMs: number;
  /** The instant by which tiles take turns. */
  readonly turnAtMs: number;
  readonly live: boolean;
};

/** The head of the wall: the board's figures, the first of them the largest. */
export function Hero({ plan, contents, snapshot, clock, nowMs, turnAtMs, live }: Props): JSX.Element {
  const { wall } = useWords();
  return (
    <section className="glance" aria-labelledby="glance">
      <h2 id="glance" className="sr-only">
        {wall.glance}
      </h2>
      {plan.bands.map((band) => (
        <div
          key={band.tiles.map(({ slot }) => slot.join()).join()}
          className="band"
          style={{ height: band.heightPx, gridColumnGap: band.gapPx, gridTemplateColumns: columnsOf(band.tiles) }}
        >
          {band.tiles.map((tile) => {
            const figure = turnOf(tile.slot, turnAtMs);
            const content = figure === undefined ? undefined : contents.get(figure);
            if (content === undefined) return null;
            const isLead = tile.slot[0] === snapshot.look.figures[0];
            return (
              <TileBoundary key={tile.slot.join()}>
                <FigureTile
                  content={content}
                  tile={tile}
                  letters={plan}
                  state={stateOf(content, isLead && figure === "serviceLevel", live)}
                >
                  {isLead && figure === "serviceLevel" ? (
                    <LeadSparkline
                      plan={plan}
                      tile={tile}
                      content={content}
                      snapshot={snapshot}
                      clock={clock}
                      minute={Math.floor(nowMs / MINUTE_MS)}
                      judgement={content.judgement}
                    />
                  ) : null}
                </FigureTile>
              </TileBoundary>
            );
          })}
        </div>
      ))}
    </section>
  );
}

const columnsOf = (tiles: readonly TilePlan[]): string => tiles.map(({ widthPx }) => `${widthPx}px`).join(" ");

/** The first says how it stands in any case; the others speak up when they ask for somebody. */
function stateOf({ judgement }: TileContent, isLead: boolean, live: boolean): MarkState | null {
  if (isLead && !live) return "no-data";
  if (isAlarmed(judgement)) return judgement;
  return isLead && judgement === "ok" ? "ok" : null;
}

type SparkProps = {
  readonly plan: WallPlan;
  readonly tile: TilePlan;
  readonly content: TileContent;
  readonly snapshot: BoardSnapshot;
  readonly clock: SiteClock;
  readonly minute: number;
  readonly judgement: Judgement;
};

/** Of a letter: the gap to the figure, the least width of a line worth drawing, and each hour's room. */
const GAP_EM = 0.9;
const LEAST_EM = 5.5;
const LEAST_HEIGHT_EM = 1.3;
const HOUR_EM = 2;

/** The day beside its figure, where there is room for it. */
const LeadSparkline = memo(function LeadSparkline(props: SparkProps): JSX.Element | null {
  const { plan, tile, content, snapshot, clock, minute, judgement } = props;
  const { labelPx } = plan;
  const { total, gaps, open, nextChangeAtMs } = snapshot;
  const numberWidth = numberPx(widestOf(content.text, content.reserve), tile.mainPx, labelPx);
  const widthPx = Math.floor(tile.widthPx - numberWidth - GAP_EM * labelPx);
  const heightPx = Math.floor(tile.mainPx * 0.92);
  const sparkline = useMemo(() => {
    const { width, height } = plotOf({ widthPx, heightPx, labelPx });
    return sparklineOf({
      ...clock,
      quarters: total.quarters,
      gaps,
      goalRatio: total.target.goalRatio,
      nowMs: (minute + 1) * MINUTE_MS,
      endsAtMs: open ? nextChangeAtMs : null,
      width,
      height,
      hoursAtMost: Math.max(2, Math.floor(width / (HOUR_EM * labelPx))),
    });
  }, [clock, total.quarters, gaps, total.target.goalRatio, minute, open, nextChangeAtMs, widthPx, heightPx, labelPx]);
  if (widthPx < LEAST_EM * labelPx || heightPx < LEAST_HEIGHT_EM * labelPx) return null;
  return (
    <LevelSparkline
      sparkline={sparkline}
      judgement={judgement}
      clock={clock}
      widthPx={widthPx}
      heightPx={heightPx}
      labelPx={labelPx}
    />
  );
});
