import { type JSX, useMemo } from "react";
import { judgeServiceLevel } from "../../lib/metrics/judgement";
import type { BoardSnapshot } from "../../lib/metrics/snapshot-types";
import { isDemo } from "../shared/demo-mark";
import { siteClock } from "../shared/site-clock";
import { useWords } from "../shared/use-words";
import { TileBoundary } from "../shared/tile-boundary";
import { calmWords } from "./words/calm-words";
import { conditionsOf } from "./words/condition";
import { feedWords, staleWords } from "./words/feed-words";
import { Foot } from "./frame/foot";
import { type Freshness, lastProofAtMs } from "./frame/freshness";
import { isHeard, isRowHeard } from "./frame/heard";
import { gapWords } from "./words/gap-words";
import { hoursWords } from "./words/hours-words";
import { TopLine } from "./frame/top-line";
import { DayTiles } from "./hero/day-tiles";
import { PLOT } from "./hero/level-sparkline";
import { LevelTile } from "./hero/level-tile";
import { LongestTile, WaitingTile } from "./hero/now-tiles";
import { sparklineOf } from "./hero/sparkline-geometry";
import { QueueTable } from "./queues/queue-table";
import { rankRows } from "./queues/rank-rows";

const MINUTE_MS = 60_000;
/** Places the picture moves through, so that no edge burns into the screen. */
const SHIFTS = 8;
/** So few queues leave room for larger figures. */
const FEW_QUEUES = 2;

export type Theme = "dark" | "light";

type Props = {
  readonly theme: Theme;
  readonly snapshot: BoardSnapshot;
  readonly freshness: Freshness;
  /** Server's time, for the clock; it goes on when the figures stop. */
  readonly nowMs: number;
};

/** The wall: everything follows from the board, how fresh it is, and the time. */
export function WallBoard({ theme, snapshot, freshness, nowMs }: Props): JSX.Element {
  const { total, contacts, queues, sources, gaps, site } = snapshot;
  const live = freshness.kind === "live";
  const { formats } = useWords();
  const clock = useMemo(() => siteClock(site.timeZone, formats), [site.timeZone, formats]);
  const rows = rankRows(queues, freshness.nowMs, lastProofAtMs(sources), live);
  const unheard = new Set(queues.filter((row) => !isRowHeard(row, sources)).map(({ queueId }) => queueId));
  const heard = isHeard(snapshot);
  const totalIsLive = live && total.feed === "live";
  const level = totalIsLive && snapshot.open ? judgeServiceLevel(total.today, total.target) : "none";
  const longest = rows.find(({ row }) => row.oldestOfferedAtMs === total.oldestOfferedAtMs && row.waiting > 0);
  const feed = feedWords(freshness, sources, clock);
  const minute = Math.floor(freshness.nowMs / MINUTE_MS);
  const sparkline = useMemo(
    () =>
      sparklineOf({
        ...clock,
        quarters: total.quarters,
        gaps,
        goalRatio: total.target.goalRatio,
        nowMs: (minute + 1) * MINUTE_MS,
        endsAtMs: snapshot.open ? snapshot.nextChangeAtMs : null,
        width: PLOT.width,
        height: PLOT.height,
      }),
    [clock, total.quarters, gaps, total.target.goalRatio, minute, snapshot.open, snapshot.nextChangeAtMs],
  );
  return (
    <main
      className="wall"
      data-theme={theme}
      data-stale={!live}
      data-few={queues.length <= FEW_QUEUES ? queues.length : "no"}
      data-shift={Math.floor(nowMs / MINUTE_MS) % SHIFTS}
      data-revision={snapshot.revision.number}
    >
      <div className="wall-shift">
        <TopLine
          siteName={site.name}
          boardName={snapshot.boardName}
          demo={isDemo(sources)}
          hours={hoursWords(snapshot, nowMs, clock)}
          feed={feed}
          time={clock.toMinute(nowMs)}
          second={Math.floor(nowMs / 1_000) % 60}
        />
        <section className="glance" aria-labelledby="glance">
          <h2 id="glance" className="sr-only">
            At a glance
          </h2>
          <div className="hero">
            <TileBoundary>
              <LevelTile
                total={total}
                heard={heard}
                judgement={level}
                live={totalIsLive}
                sparkline={sparkline}
                clock={clock}
              />
            </TileBoundary>
            <TileBoundary>
              <WaitingTile
                waiting={heard ? total.waiting : null}
                overdue={heard ? total.overdue : null}
                thresholdMs={sameThreshold(snapshot)}
              />
            </TileBoundary>
            <TileBoundary>
              <LongestTile
                heard={heard}
                waitMs={longest?.waitMs ?? null}
                queueName={longest?.row.name ?? null}
                judgement={longest?.wait ?? "none"}
              />
            </TileBoundary>
          </div>
          <TileBoundary>
            <DayTiles total={total} contacts={contacts} heard={heard} />
          </TileBoundary>
        </section>
        <TileBoundary>
          <QueueTable rows={rows} unheard={unheard} atMs={nowMs} />
        </TileBoundary>
      </div>
      <Foot
        conditions={conditionsOf(rows, total, level, snapshot.boardName)}
        calm={calmWords(snapshot, clock)}
        stale={live ? null : staleWords(freshness, sources, heard, clock)}
        gaps={gapWords(gaps, clock)}
      />
    </main>
  );
}

/** The threshold of all queues; null: they differ. */
function sameThreshold({ queues, total }: BoardSnapshot): number | null {
  const { thresholdMs } = total.target;
  return queues.every(({ target }) => target.thresholdMs === thresholdMs) ? thresholdMs : null;
}
