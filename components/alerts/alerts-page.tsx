import { type JSX, useMemo } from "react";
import type { BoardThere } from "../board/use-page-board";
import { isDemo } from "../shared/demo-mark";
import { siteClock } from "../shared/time/site-clock";
import { TileBoundary } from "../shared/tile-boundary";
import { FiringList } from "./firing/firing-list";
import { AlertsTop } from "./frame/alerts-top";
import { History } from "./history/history";
import { usePast } from "./history/use-past";
import { AlarmRateTable } from "./rate/alarm-rate-table";
import { Channels } from "./side/channels";
import { Silences } from "./side/silences";
import { useAlertsWords } from "./use-alerts-words";

/** The page once there is a board: what fires is the board's, live; all else is asked for when that changes. */
export function AlertsPage({ snapshot, freshness, now, nowMs }: BoardThere): JSX.Element {
  const words = useAlertsWords();
  const { site, sources, alerts, queues } = snapshot;
  const clock = useMemo(() => siteClock(site.timeZone, words.formats), [site.timeZone, words.formats]);
  const told = usePast(alerts.map(({ id, state }) => `${id} ${state}`).join(" "));
  const { page } = told;
  const away = freshness.kind === "stale" && freshness.cause === "board";
  const closing = snapshot.open ? snapshot.nextChangeAtMs : null;
  const names = new Map(queues.map(({ queueId, name }) => [queueId, name]));
  return (
    <div className="al">
      <AlertsTop
        siteName={site.name}
        demo={isDemo(sources)}
        alerts={alerts}
        undelivered={snapshot.alertsUndelivered}
        recoveries={snapshot.recoveries}
        freshness={freshness}
        now={now}
        nowMs={nowMs}
      />
      <main className="al-main" id="al-main">
        <h1 className="sr-only">{words.shared.nav.alerts}</h1>
        <p className="al-away" role="status">
          {away ? words.alerts.asOf(clock.toSecond(freshness.nowMs)) : told.failed ? words.alerts.notRead : ""}
        </p>
        <div className="al-columns">
          <div className="al-first">
            <TileBoundary>
              <FiringList alerts={alerts} clock={clock} nowMs={away ? freshness.nowMs : nowMs} closesAtMs={closing} />
            </TileBoundary>
            <TileBoundary>
              <History told={told} clock={clock} timeZone={site.timeZone} />
            </TileBoundary>
          </div>
          {page === null ? null : (
            <div className="al-side">
              <TileBoundary>
                <Channels channels={page.channels} clock={clock} nowMs={nowMs} />
              </TileBoundary>
              <TileBoundary>
                <Silences silences={page.silences} names={names} clock={clock} nowMs={nowMs} />
              </TileBoundary>
              <TileBoundary>
                <AlarmRateTable rate={page.rate} queues={queues.length} />
              </TileBoundary>
            </div>
          )}
        </div>
      </main>
    </div>
  );
}
