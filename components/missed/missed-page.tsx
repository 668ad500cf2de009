import { type JSX, useCallback, useMemo, useState } from "react";
import type { BoardSnapshot, TotalRow } from "../../lib/metrics/snapshot-types";
import type { QueueId } from "../../lib/vocabulary";
import { useReader } from "../access/use-reader";
import type { BoardThere } from "../board/use-page-board";
import { isHeard } from "../shared/board/heard";
import { isDemo } from "../shared/demo-mark";
import { siteClock } from "../shared/time/site-clock";
import { TileBoundary } from "../shared/tile-boundary";
import { useSingleKeys } from "../shared/keys/single-keys";
import { useMissedActs } from "./acts/use-missed-acts";
import type { MissedChoice } from "./choice/missed-choice";
import { CalmLine } from "./figures/calm-line";
import { MissedFigures } from "./figures/missed-figures";
import { ListBar } from "./frame/list-bar";
import { MissedKeys } from "./frame/missed-keys";
import { MissedTop } from "./frame/missed-top";
import { OutcomeLine } from "./frame/outcome-line";
import { useHelpKey } from "./frame/use-help-key";
import { ListPart } from "./list/list-part";
import { useMissedList } from "./list/use-missed-list";
import { NowContext, type RowsNow } from "./rows/now-context";
import { MissedSide } from "./side/missed-side";
import { useMissedWords } from "./use-missed-words";

const MINUTE_MS = 60_000;

type Props = BoardThere & { readonly choice: MissedChoice };

const rowOf = ({ queues, total }: BoardSnapshot, { queueId }: MissedChoice): TotalRow =>
  queues.find((row) => row.queueId === queueId) ?? total;

/** The page once there is a board: the list is asked for whenever that changes, and ticks by itself between. */
export function MissedPage({ choice, snapshot, connected, freshness, nowMs }: Props): JSX.Element {
  const words = useMissedWords();
  const { missed } = words;
  const { site, revision, sources, alerts } = snapshot;
  const clock = useMemo(() => siteClock(site.timeZone, words.formats), [site.timeZone, words.formats]);
  const away = freshness.kind === "stale" && freshness.cause === "board";
  const tickMs = away ? freshness.nowMs : nowMs;
  const list = useMissedList(choice, `${revision.epoch}.${revision.number}`, connected);
  const { meta, latest, failing } = list;
  const rights = useReader()?.rights ?? [];
  const handles = rights.includes("missed.handle");
  const reveals = rights.includes("numbers.reveal");
  const { acts, outcome, sendingIds } = useMissedActs(clock, nowMs, list.put, list.again);
  const reader = useMemo(() => ({ handles, reveals }), [handles, reveals]);
  const shown = meta ?? latest;
  // Of those that rows name, some may be on no board any more.
  const named = JSON.stringify(
    [...(shown?.queues ?? []), ...snapshot.queues].map(({ queueId, name }) => [queueId, name]),
  );
  const names = useMemo(() => new Map(JSON.parse(named) as [QueueId, string][]), [named]);
  const queues = useMemo(() => new Map((shown?.queues ?? []).map((queue) => [queue.queueId, queue])), [shown]);
  const now = useMemo<RowsNow>(() => ({ nowMs: tickMs, live: !away, queues }), [tickMs, away, queues]);
  const [helps, setHelps] = useState(false);
  const [single] = useSingleKeys();
  const openHelp = useCallback(() => setHelps(true), []);
  useHelpKey(single, openHelp);
  const notice = away ? missed.asOf(clock.toSecond(freshness.nowMs)) : failing ? missed.notRead : "";
  return (
    <div className="mi" data-live={!away}>
      <MissedTop
        siteName={site.name}
        demo={isDemo(sources)}
        alerts={alerts}
        undelivered={snapshot.alertsUndelivered}
        recoveries={snapshot.recoveries}
      />
      <main className="mi-main" id="mi-main">
        <h1 className="sr-only">{words.shared.nav.missed}</h1>
        <p className="al-away" role="status">
          {notice}
        </p>
        {shown === null ? null : (
          <TileBoundary>
            <MissedFigures meta={shown} clock={clock} nowMs={tickMs} live={!away} heard={isHeard(snapshot)} />
          </TileBoundary>
        )}
        <CalmLine row={freshness.kind === "live" ? rowOf(snapshot, choice) : null} />
        <div className="mi-columns">
          <div className="mi-first">
            <h2 className="sr-only">{missed.lists[choice.list]}</h2>
            <ListBar choice={choice} counts={shown?.counts ?? null} names={names} handles={handles} onHelp={openHelp} />
            <NowContext.Provider value={now}>
              <TileBoundary>
                <ListPart
                  // Another list begins at its beginning.
                  key={JSON.stringify([choice.list, choice.queueId, choice.why])}
                  choice={choice}
                  list={list}
                  names={names}
                  clock={clock}
                  minuteMs={Math.floor(tickMs / MINUTE_MS) * MINUTE_MS}
                  reader={reader}
                  acts={acts}
                  sendingIds={sendingIds}
                />
              </TileBoundary>
            </NowContext.Provider>
          </div>
          {shown === null ? null : (
            <MissedSide meta={shown} names={names} clock={clock} showQueue={choice.queueId === null} />
          )}
        </div>
      </main>
      <OutcomeLine outcome={outcome} onReopen={acts.reopen} />
      {helps ? <MissedKeys handles={handles} onClose={() => setHelps(false)} /> : null}
    </div>
  );
}
