import { type JSX, useCallback, useMemo, useState } from "react";
import type { Limit } from "../../lib/config";
import type { BoardSnapshot, TotalRow } from "../../lib/metrics/snapshot-types";
import type { QueueId } from "../../lib/vocabulary";
import { TellHere } from "../alerts/tell/tell-here";
import type { BoardThere } from "../board/use-page-board";
import { isDemo } from "../shared/demo-mark";
import { useSingleKeys } from "../shared/keys/single-keys";
import { siteClock } from "../shared/time/site-clock";
import { TileBoundary } from "../shared/tile-boundary";
import { elapsedMs } from "../shared/time/use-now";
import { useDeskWords } from "../shared/speech/use-desk-words";
import { hoursWords } from "../shared/board/hours-words";
import type { Choice } from "./choice/choice";
import { choose } from "./choice/use-choice";
import { LikelyCauses } from "./causes/likely-causes";
import { ContactsPanel } from "./contacts/contacts-panel";
import { useFocusThereAndBack } from "./contacts/use-focus-there-and-back";
import { DeskMain } from "./desk/desk-main";
import { FiringLines } from "./firing/firing-lines";
import { useDesk } from "./desk/use-desk";
import { shownFigures } from "./figures/shown";
import { feedTextOf } from "./frame/feed-text";
import { SuperviseKeys } from "./frame/supervise-keys";
import { TopBar } from "./frame/top-bar";
import { useKeys } from "./frame/use-keys";
import { QueueList } from "./queues/queue-list";
import { viewOfBoard } from "./queues/view-of-board";
import { AgentTable, type AgentView } from "./tables/agent-table";

/** So long a desk may be old before one says so. */
const OLD_AFTER_MS = 10_000;

type Props = BoardThere & { readonly choice: Choice };

const viewAgents = ({ filter, ...rest }: Partial<AgentView>): void =>
  choose(filter === undefined ? rest : { ...rest, agents: filter }, "replace");
const closeContacts = (): void => choose({ figure: null });

const rowOf = ({ queues, total }: BoardSnapshot, { queueId }: Choice): TotalRow | null =>
  queueId === null ? total : (queues.find((row) => row.queueId === queueId) ?? null);

/** The page of a board that is there: everything follows from the board, the choice, the desk and the time. */
export function SupervisePage({ choice, snapshot, connected, freshness, now, nowMs, aheadMs }: Props): JSX.Element {
  const words = useDeskWords();
  const { sources, site, revision, gaps } = snapshot;
  const clock = useMemo(() => siteClock(site.timeZone, words.formats), [site.timeZone, words.formats]);
  const [helps, setHelps] = useState(false);
  const [single] = useSingleKeys();
  const openHelp = useCallback(() => setHelps(true), []);
  const closeHelp = useCallback(() => setHelps(false), []);
  useKeys(single, openHelp, choice.figure === null ? null : closeContacts);
  useFocusThereAndBack(choice.figure);

  const { all, queues, chosen, tickMs } = viewOfBoard(snapshot, freshness, choice, words);
  const state = useDesk(chosen === null ? null : choice, `${revision.epoch}.${revision.number}`, connected);
  const { desk, heardAt, failing } = state;
  const deskKey = desk === null ? null : `${desk.revision.epoch}.${desk.revision.number}`;
  const row = rowOf(snapshot, choice);
  const shown = useMemo(() => shownFigures(desk, row, choice.minutes), [desk, row, choice.minutes]);
  const names = JSON.stringify(snapshot.queues.map(({ queueId, name }) => [queueId, name]));
  const queueNames = useMemo(() => new Map(JSON.parse(names) as [QueueId, string][]), [names]);
  const limitOf = (queueId: QueueId): Limit | null =>
    snapshot.queues.find((queue) => queue.queueId === queueId)?.target.thresholds.longestWait ?? null;

  const { sort, agents: filter, loggedOut } = choice;
  const agentView = useMemo<AgentView>(() => ({ sort, filter, loggedOut }), [sort, filter, loggedOut]);
  const live = chosen?.live ?? false;
  const isOld = heardAt !== null && elapsedMs(heardAt, now) > OLD_AFTER_MS;
  return (
    <div className="sv" data-contacts={choice.figure === null ? "closed" : "open"} data-live={live}>
      <TopBar
        siteName={site.name}
        boardName={snapshot.boardName}
        boardId={choice.boardId}
        demo={isDemo(sources)}
        hours={hoursWords(snapshot, nowMs, clock, words)}
        time={clock.toSecond(nowMs)}
        feed={feedTextOf(freshness, sources, clock, words)}
        alerts={snapshot.alerts}
        undelivered={snapshot.alertsUndelivered}
        recoveries={snapshot.recoveries}
      >
        <TellHere alerts={snapshot.alerts} freshness={freshness} now={now} nowMs={nowMs} words={words} />
        <button type="button" className="sv-plain sv-help" aria-haspopup="dialog" onClick={openHelp}>
          <span className="sv-help-word">{words.supervise.keys.open}</span> <kbd>?</kbd>
        </button>
      </TopBar>
      <div className="sv-columns">
        <QueueList choice={choice} all={all} queues={queues} />
        <main className="sv-main" id="sv-main">
          <FiringLines
            alerts={snapshot.alerts}
            clock={clock}
            // What the server does not tell any more gets no older.
            nowMs={freshness.kind === "stale" && freshness.cause === "board" ? freshness.nowMs : nowMs}
            closesAtMs={snapshot.open ? snapshot.nextChangeAtMs : null}
          />
          {chosen === null ? (
            <NoQueue choice={choice} />
          ) : (
            <DeskMain
              choice={choice}
              title={chosen.name}
              state={chosen.line.state}
              open={chosen.open}
              live={live}
              asOf={live || !chosen.heard ? null : clock.toSecond(tickMs)}
              behind={failing && (isOld || heardAt === null) ? whenHeard() : null}
              desk={desk}
              shown={shown}
              heard={chosen.heard}
              clock={clock}
              timeZone={site.timeZone}
              gaps={gaps}
              closesAtMs={snapshot.open ? snapshot.nextChangeAtMs : null}
              tickMs={tickMs}
              queueNames={queueNames}
              limitOf={limitOf}
            />
          )}
        </main>
        <div className="sv-side">
          {desk === null ? null : (
            <div className="sv-agents">
              <TileBoundary>
                <AgentTable
                  agents={desk.agents}
                  nowMs={tickMs}
                  live={live}
                  heard={chosen?.heard ?? false}
                  queueNames={queueNames}
                  view={agentView}
                  onView={viewAgents}
                />
              </TileBoundary>
            </div>
          )}
          {choice.figure !== null || chosen === null ? null : (
            <TileBoundary>
              <LikelyCauses queueId={choice.queueId} names={queueNames} clock={clock} />
            </TileBoundary>
          )}
          {choice.figure === null || chosen === null ? null : (
            <ContactsPanel
              choice={choice}
              figure={choice.figure}
              shown={shown}
              revision={deskKey}
              connected={connected}
              title={chosen.name}
              nowMs={tickMs}
              clock={clock}
              queueNames={queueNames}
              onClose={closeContacts}
            />
          )}
        </div>
      </div>
      {helps ? <SuperviseKeys onClose={closeHelp} /> : null}
    </div>
  );

  function whenHeard(): string {
    if (heardAt === null) return words.supervise.deskAway;
    return words.supervise.deskBehind(clock.toSecond(heardAt.wallMs + aheadMs));
  }
}

function NoQueue({ choice }: { readonly choice: Choice }): JSX.Element {
  const { supervise } = useDeskWords();
  return (
    <div className="sv-no-queue">
      <h1>{supervise.noQueue(`${choice.queueId}`)}</h1>
      <p>
        <button type="button" className="sv-link" onClick={() => choose({ queueId: null })}>
          {supervise.seeAllQueues}
        </button>
      </p>
    </div>
  );
}
