import { type CSSProperties, type JSX, useMemo } from "react";
import type { Theme, Viewing } from "../../lib/config";
import type { Picture } from "../../lib/legibility";
import type { BoardSnapshot } from "../../lib/metrics/snapshot-types";
import { MAIN_BOARD } from "../../lib/vocabulary";
import { useLazily } from "../shared/page/use-lazily";
import { isDemo } from "../shared/demo-mark";
import { siteClock } from "../shared/time/site-clock";
import { TileBoundary } from "../shared/tile-boundary";
import { useWallWords } from "../shared/speech/use-wall-words";
import { Foot } from "./frame/foot";
import { type Freshness, lastProofAtMs } from "../shared/board/freshness";
import { isHeard, isRowHeard } from "../shared/board/heard";
import { TopLine } from "./frame/top-line";
import { contentsOf } from "./hero/contents";
import { Hero } from "./hero/hero";
import { cssSizes } from "./layout/css-sizes";
import { useWallPlan } from "./layout/use-wall-plan";
import type { WallPlan } from "./layout/wall-plan";
import { QueueTable } from "./queues/queue-table";
import { judgeBoard } from "../shared/board/judge-board";
import { rankRows } from "../shared/board/rank-rows";
import { calmWords } from "./words/calm-words";
import { feedWords, staleWords } from "./words/feed-words";
import { footItemsOf } from "./words/foot-items";
import { gapWords } from "./words/gap-words";
import { hoursWordings } from "../shared/board/hours-words";

const MINUTE_MS = 60_000;
/** Places the picture moves through, so that no edge burns into the screen. */
const SHIFTS = 8;

/** Most boards name nobody. */
const loadStrip = (): Promise<typeof import("./people/people-strip")> => import("./people/people-strip");

type Props = {
  readonly theme: Theme;
  /** What the wall is drawn on, in CSS pixels; it is exactly so large. */
  readonly picture: Picture;
  /** Where the screen hangs; null: not said. */
  readonly viewing: Viewing | null;
  readonly snapshot: BoardSnapshot;
  readonly freshness: Freshness;
  /** Server's time, for the clock; it goes on when the figures stop. */
  readonly nowMs: number;
};

/** The wall: everything follows from the board, how fresh it is, the time, and how far away it is read. */
export function WallBoard({ theme, picture, viewing, snapshot, freshness, nowMs }: Props): JSX.Element {
  const { total, queues, sources, gaps, site } = snapshot;
  const words = useWallWords();
  const live = freshness.kind === "live";
  const clock = useMemo(() => siteClock(site.timeZone, words.formats), [site.timeZone, words.formats]);
  const rows = rankRows(queues, freshness.nowMs, lastProofAtMs(sources), live, snapshot.look.period);
  const unheard = useMemo(
    () => new Set(queues.filter((row) => !isRowHeard(row, sources)).map(({ queueId }) => queueId)),
    [queues, sources],
  );
  const heard = isHeard(snapshot);
  const totalIsLive = live && total.feed === "live";
  const judged = judgeBoard(snapshot, rows, live);
  const contents = contentsOf({ snapshot, rows, judged, heard }, words);
  const calm = useMemo(() => calmWords(snapshot, clock, words), [snapshot, clock, words]);
  const plan = useWallPlan({ picture, viewing, snapshot, contents, rows, words });
  const strip = useLazily(plan.people !== null, loadStrip);
  return (
    <main
      className="wall"
      data-theme={theme}
      data-plan={plan.plan}
      data-shape={plan.shape}
      data-stale={!live}
      data-shift={Math.floor(nowMs / MINUTE_MS) % SHIFTS}
      data-revision={snapshot.revision.number}
      style={styleOf(plan, picture)}
    >
      <div className="wall-shift" style={{ padding: `${plan.edgePx}px ${plan.sidePx}px 0` }}>
        <TopLine
          plan={plan}
          siteName={site.name}
          boardName={snapshot.boardName}
          whole={snapshot.boardId === MAIN_BOARD}
          demo={isDemo(sources)}
          hours={hoursWordings(snapshot, nowMs, clock, words)}
          feed={feedWords(freshness, sources, clock, words)}
          time={clock.toMinute(nowMs)}
          second={Math.floor(nowMs / 1_000) % 60}
        />
        <Hero
          plan={plan}
          contents={contents}
          snapshot={snapshot}
          clock={clock}
          nowMs={freshness.nowMs}
          turnAtMs={nowMs}
          live={totalIsLive}
        />
        <TileBoundary>
          <QueueTable rows={rows} unheard={unheard} atMs={nowMs} table={plan.table} labelPx={plan.labelPx} />
        </TileBoundary>
        {plan.people === null ? null : (
          <TileBoundary>
            {strip === null ? (
              <div style={{ height: plan.people.heightPx }} />
            ) : (
              <strip.PeopleStrip people={snapshot.people} plan={plan.people} nowMs={freshness.nowMs} turnAtMs={nowMs} />
            )}
          </TileBoundary>
        )}
      </div>
      <Foot
        plan={plan}
        items={footItemsOf(snapshot, rows, judged, clock, freshness.nowMs, words)}
        calm={calm}
        stale={live ? null : staleWords(freshness, sources, heard, clock, words)}
        gaps={gapWords(gaps, clock, words)}
        atMs={nowMs}
      />
    </main>
  );
}

function styleOf(plan: WallPlan, { widthPx, heightPx }: Picture): CSSProperties {
  const { labelPx, figurePx, mainPx } = plan;
  const unitPx = Math.min(widthPx, heightPx) / 270;
  const sizes = cssSizes({ "--u": unitPx, "--label": labelPx, "--figure": figurePx, "--main": mainPx });
  return { ...sizes, ...(plan.shape === "hand" ? { minHeight: heightPx } : { width: widthPx, height: heightPx }) };
}
