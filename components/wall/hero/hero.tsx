import { type JSX, useMemo } from "react";
import type { BoardFigure } from "../../../lib/config";
import type { BoardSnapshot } from "../../../lib/metrics/snapshot-types";
import { isAlarmed } from "../../../lib/metrics/judgement";
import type { SiteClock } from "../../shared/time/site-clock";
import type { MarkState } from "../../shared/state-mark";
import { TileBoundary } from "../../shared/tile-boundary";
import { useWallWords } from "../../shared/speech/use-wall-words";
import type { TilePlan } from "../layout/hero-plan";
import type { WallPlan } from "../layout/wall-plan";
import { turnOf } from "../queues/paging";
import type { TileContent } from "./content";
import { FigureTile } from "./figure-tile";
import type { Day } from "./lead-sparkline";

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
  const { wall } = useWallWords();
  const { total, gaps, open, nextChangeAtMs } = snapshot;
  const minute = Math.floor(nowMs / MINUTE_MS);
  const day = useMemo(
    (): Day => ({
      clock,
      quarters: total.quarters,
      gaps,
      goalRatio: total.target.goalRatio,
      nowMs: (minute + 1) * MINUTE_MS,
      endsAtMs: open ? nextChangeAtMs : null,
    }),
    [clock, total.quarters, gaps, total.target.goalRatio, minute, open, nextChangeAtMs],
  );
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
            const isLead = figure === "serviceLevel" && figure === snapshot.look.figures[0];
            return (
              <TileBoundary key={tile.slot.join()}>
                <FigureTile
                  content={content}
                  tile={tile}
                  letters={plan}
                  state={stateOf(content, isLead, live)}
                  day={isLead ? day : null}
                />
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
