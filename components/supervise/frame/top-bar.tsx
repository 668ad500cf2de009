import type { JSX, ReactNode } from "react";
import type { AlertView } from "../../../lib/alerts/alert-types";
import type { BoardSnapshot } from "../../../lib/metrics/snapshot-types";
import { type BoardId, MAIN_BOARD } from "../../../lib/vocabulary";
import { AccountMenu } from "../../access/menu/account-menu";
import { AlertsLink } from "../../shared/alerts/alerts-link";
import { BoardLinks } from "../../shared/page/board-links";
import { MissedLink } from "../../shared/page/missed-link";
import { SiteName } from "../../shared/page/site-name";
import { FeedBadge } from "../../shared/feed-badge";
import { useWords } from "../../shared/use-words";
import type { FeedText } from "./feed-text";
import { ThemeSwitch } from "../../shared/page/theme-switch";

type Props = {
  readonly siteName: string;
  readonly boardName: string;
  readonly boardId: BoardId;
  readonly demo: boolean;
  readonly hours: string;
  readonly time: string;
  readonly feed: FeedText;
  /** Of this board. */
  readonly alerts: readonly AlertView[];
  readonly undelivered: boolean;
  readonly recoveries: BoardSnapshot["recoveries"];
  /** What else stands at the end. */
  readonly children: ReactNode;
};

/** Whose page this is, where else there is to go, and how live it all is. */
export function TopBar(props: Props): JSX.Element {
  const { siteName, boardName, boardId, demo, hours, time, feed, alerts, undelivered, recoveries, children } = props;
  const { nav } = useWords().shared;
  const wall = boardId === MAIN_BOARD ? "/wall" : `/wall?board=${encodeURIComponent(boardId)}`;
  return (
    <header className="sv-top">
      <SiteName name={siteName} demo={demo} className="sv-site" />
      <nav className="sv-pages" aria-label={nav.label}>
        <BoardLinks wall={wall} />
        <a className="sv-here" href="#sv-main" aria-current="page">
          {nav.supervise}
        </a>
        <AlertsLink alerts={alerts} undelivered={undelivered} />
        <MissedLink recoveries={recoveries} />
      </nav>
      <p className="sv-now">
        {boardId === MAIN_BOARD ? null : <bdi className="sv-board">{boardName}</bdi>}
        <span className="sv-hours">{hours}</span>
        <time className="sv-clock">{time}</time>
        <span className="sv-feed" role="status">
          <FeedBadge state={feed.live ? "live" : "stale"} says={feed.says} />
        </span>
      </p>
      <ThemeSwitch />
      {children}
      <AccountMenu />
    </header>
  );
}
