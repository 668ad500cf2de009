import { type JSX, useCallback, useMemo, useState } from "react";
import type { Limit } from "../../lib/config";
import type { BoardSnapshot } from "../../lib/metrics/snapshot-types";
import type { QueueId } from "../../lib/vocabulary";
import { isDemo } from "../shared/demo-mark";
import { siteClock } from "../shared/site-clock";
import { TileBoundary } from "../shared/tile-boundary";
import { elapsedMs, type Mark } from "../shared/use-now";
import { useWords } from "../shared/use-words";
import { type Freshness, lastProofAtMs } from "../wall/frame/freshness";
import { isHeard, isRowHeard } from "../wall/frame/heard";
import { rankRows } from "../wall/queues/rank-rows";
import { hoursWords } from "../wall/words/hours-words";
import type { Choice } from "./choice/choice";
import { choose } from "./choice/use-choice";
import { ContactsPanel } from "./contacts/contacts-panel";
import { useFocusThereAndBack } from "./contacts/use-focus-there-and-back";
import { DeskMain } from "./desk/desk-main";
import { useDesk } from "./desk/use-desk";
import { shownFigures } from "./figures/shown";
import { feedTextOf } from "./frame/feed-text";
import { KeyHelp } from "./frame/key-help";
import { useSingleKeys } from "./frame/single-keys";
import { TopBar } from "./frame/top-bar";
import { useKeys } from "./frame/use-keys";
import { inOrder, judgeTotal } from "./queues/judge-rows";
import { queueLineOf } from "./queues/queue-lines";
import { QueueList } from "./queues/queue-list";
import type { AgentSort } from "./tables/agent-sort";
import { AgentTable } from "./tables/agent-table";

/** So long a desk may be old before one says so. */
const OLD_AFTER_MS = 10_000;

type Props = {
  readonly choice: Choice;
  readonly snapshot: BoardSnapshot;
  readonly freshness: Freshness;
  readonly now: Mark;
  /** Server's time, for the clock; it goes on when the figures stop. */
  readonly nowMs: number;
  /** Server's clock minus this device's. */
  readonly aheadMs: number;
};

const sortAgents = (sort: AgentSort): void => choose({ sort }, "replace");
const closeContacts = (): void => choose({ figure: null });

/** The page of a board that is there: everything follows from the board, the choice, the desk and the time. */
export function SupervisePage({ choice, snapshot, freshness, now, nowMs, aheadMs }: Props): JSX.Element {
  const words = useWords();
  const { queues, sources, site, revision, gaps } = snapshot;
  const clock = useMemo(() => siteClock(site.timeZone, words.formats), [site.timeZone, words.formats]);
  const [helps, setHelps] = useState(false);
  const [single] = useSingleKeys();
  const openHelp = useCallback(() => setHelps(true), []);
  const closeHelp = useCallback(() => setHelps(false), []);
  useKeys(single, openHelp, choice.figure === null ? null : closeContacts);
  useFocusThereAndBack(choice.figure);

  const boardIsLive = freshness.kind === "live";
  const provenAtMs = lastProofAtMs(sources);
  const rows = rankRows(queues, freshness.nowMs, provenAtMs, boardIsLive);
  const judgedTotal = judgeTotal(snapshot, rows, boardIsLive);
  const all = {
    queueId: null,
    name: words.supervise.queues.all,
    line: queueLineOf(judgedTotal, snapshot.open, isHeard(snapshot), words),
  };
  const listed = inOrder(rows, choice.order, words.language).map((judged) => ({
    queueId: judged.row.queueId,
    name: judged.row.name,
    line: queueLineOf(judged, judged.row.open, isRowHeard(judged.row, sources), words),
  }));
  const chosen = choice.queueId === null ? judgedTotal : rows.find(({ row }) => row.queueId === choice.queueId);
  const shownQueue = choice.queueId === null ? all : listed.find(({ queueId }) => queueId === choice.queueId);

  const state = useDesk(shownQueue === undefined ? null : choice, `${revision.epoch}.${revision.number}`);
  const { desk, heardAt, failing } = state;
  const deskKey = desk === null ? null : `${desk.revision.epoch}.${desk.revision.number}`;
  const row = chosen?.row ?? null;
  const shown = useMemo(() => shownFigures(desk, row, choice.minutes), [desk, row, choice.minutes]);
  const names = JSON.stringify(queues.map(({ queueId, name }) => [queueId, name]));
  const queueNames = useMemo(() => new Map(JSON.parse(names) as [QueueId, string][]), [names]);
  const limitOf = (queueId: QueueId): Limit | null =>
    queues.find((queue) => queue.queueId === queueId)?.target.thresholds.longestWait ?? null;

  const live = chosen?.live ?? false;
  /** What is stale ticks no further than it was proven. */
  const tickMs = live ? freshness.nowMs : Math.min(freshness.nowMs, provenAtMs ?? freshness.nowMs);
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
      >
        <button type="button" className="sv-plain sv-help" aria-haspopup="dialog" onClick={openHelp}>
          {words.supervise.keys.open} <kbd>?</kbd>
        </button>
      </TopBar>
      <div className="sv-columns">
        <QueueList choice={choice} all={all} queues={listed} />
        <main className="sv-main" id="sv-main">
          {shownQueue === undefined ? (
            <NoQueue choice={choice} />
          ) : (
            <DeskMain
              choice={choice}
              title={shownQueue.name}
              state={shownQueue.line.state}
              asOf={live ? null : clock.toSecond(tickMs)}
              behind={failing && (isOld || heardAt === null) ? whenHeard() : null}
              desk={desk}
              shown={shown}
              clock={clock}
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
                  queueNames={queueNames}
                  sort={choice.sort}
                  onSort={sortAgents}
                />
              </TileBoundary>
            </div>
          )}
          {choice.figure === null || shownQueue === undefined ? null : (
            <ContactsPanel
              choice={choice}
              figure={choice.figure}
              shown={shown}
              revision={deskKey}
              title={shownQueue.name}
              nowMs={tickMs}
              clock={clock}
              queueNames={queueNames}
              onClose={closeContacts}
            />
          )}
        </div>
      </div>
      {helps ? <KeyHelp onClose={closeHelp} /> : null}
    </div>
  );

  function whenHeard(): string {
    if (heardAt === null) return words.supervise.deskAway;
    return words.supervise.deskBehind(clock.toSecond(heardAt.wallMs + aheadMs));
  }
}

function NoQueue({ choice }: { readonly choice: Choice }): JSX.Element {
  const { supervise } = useWords();
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
