"use client";

import type { JSX } from "react";
import type { AlertView } from "../../lib/alerts/alert-types";
import { MAIN_BOARD } from "../../lib/vocabulary";
import { AccessGate } from "../access/access-gate";
import { AccountMenu } from "../access/menu/account-menu";
import { AlertsLink } from "../shared/alerts/alerts-link";
import { MissedLink } from "../shared/page/missed-link";
import { DemoMark, isDemo } from "../shared/demo-mark";
import { useWayInWords, WAY_IN_SPEECH } from "../shared/speech/use-way-in-words";
import { ThemeSwitch } from "../shared/page/theme-switch";
import { useBoard } from "../board/use-board";
import { useReloadWhenQuiet } from "../board/use-reload-when-quiet";
import { Speaks } from "../shared/speech/speaks";
import { useScreenWords } from "../shared/speech/use-screen-words";
import { BoardCard } from "./board-card";
import { BoardLinks } from "./board-links";
import { FirstSteps } from "./first-steps";
import type { ListedBoard } from "./read-site";
import { RotationList } from "./rotation-list";
import { SourceList } from "./source-list";
import { useSite } from "./use-site";

const NONE: readonly AlertView[] = [];

/** More boards than this are named, not followed. */
const LIVE_AT_MOST = 12;

/** The way in: the boards there are as they stand now, and how their sources do. */
export function WayIn(): JSX.Element {
  const words = useScreenWords(WAY_IN_SPEECH, null);
  useReloadWhenQuiet();
  return (
    <Speaks speech={WAY_IN_SPEECH} words={words}>
      <AccessGate page="boards" waiting={waiting}>
        <WayInPage />
      </AccessGate>
    </Speaks>
  );
}

const waiting = (says: string): JSX.Element => <WayInWaiting says={says} />;

/** The page while it is not known who asks. */
function WayInWaiting({ says }: { readonly says: string }): JSX.Element {
  const { wayIn } = useWayInWords();
  return (
    <main className="way-in" aria-busy="true">
      <header className="way-in-top">
        <h1>Pickup</h1>
        <ThemeSwitch />
        <p className="way-in-lead">{wayIn.lead}</p>
      </header>
      <p className="way-in-status" role="status">
        {says}
      </p>
    </main>
  );
}

function WayInPage(): JSX.Element {
  const { wayIn } = useWayInWords();
  const { site, answers } = useSite();
  return (
    <main className="way-in">
      <header className="way-in-top">
        <h1>
          Pickup
          {site !== null && isDemo(site.sources) ? <DemoMark /> : null}
        </h1>
        <WayToAlerts />
        <ThemeSwitch />
        <AccountMenu />
        <p className="way-in-lead">{wayIn.lead}</p>
      </header>
      <p className="way-in-status" role="status">
        {answers === null ? wayIn.asking : answers ? "" : wayIn.noAnswer}
      </p>
      {site === null ? null : (
        <div className="way-in-parts">
          <div>
            <BoardList boards={site.boards} />
            <RotationList rotations={site.rotations} boards={site.boards} />
          </div>
          <div>
            {site.sources.length > 0 && site.sources.every(({ kind }) => kind === "simulator") ? <FirstSteps /> : null}
            <SourceList sources={site.sources} />
          </div>
        </div>
      )}
    </main>
  );
}

/** The board of all is followed here anyway. */
function WayToAlerts(): JSX.Element {
  const { snapshot } = useBoard(MAIN_BOARD, "tv");
  return (
    <p className="way-in-alerts">
      <AlertsLink alerts={snapshot?.alerts ?? NONE} undelivered={snapshot?.alertsUndelivered === true} />
      <MissedLink recoveries={snapshot?.recoveries ?? null} />
    </p>
  );
}

function BoardList({ boards }: { readonly boards: readonly ListedBoard[] }): JSX.Element {
  const { wayIn } = useWayInWords();
  const others = boards.slice(LIVE_AT_MOST);
  return (
    <section aria-labelledby="boards">
      <h2 id="boards">{wayIn.boards}</h2>
      {boards.length === 0 ? <p className="way-in-quiet">{wayIn.noBoards}</p> : null}
      <div className="cards" data-count={boards.length === 1 ? "one" : "several"}>
        {boards.slice(0, LIVE_AT_MOST).map(({ id, name }) => (
          <BoardCard key={id} boardId={id} name={name} />
        ))}
      </div>
      {others.length === 0 ? null : (
        <>
          <h3 className="way-in-more">{wayIn.moreBoards}</h3>
          <ul className="way-in-list">
            {others.map(({ id, name }) => (
              <li key={id} className="way-in-row">
                <bdi className="way-in-name">{name}</bdi>
                <BoardLinks boardId={id} name={name} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
