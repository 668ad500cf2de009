import type { JSX } from "react";
import type { AlertView } from "../../../lib/alerts/alert-types";
import type { BoardSnapshot } from "../../../lib/metrics/snapshot-types";
import { AccountMenu } from "../../access/menu/account-menu";
import { useReader } from "../../access/use-reader";
import { AlertMarks, alertsNaming } from "../../shared/alerts/alerts-link";
import { MissedLink } from "../../shared/page/missed-link";
import type { Freshness } from "../../shared/board/freshness";
import { BoardLinks } from "../../shared/page/board-links";
import { SiteName } from "../../shared/page/site-name";
import { ThemeSwitch } from "../../shared/page/theme-switch";
import type { Mark } from "../../shared/time/use-now";
import { TellHere } from "../tell/tell-here";
import { useAlertsWords } from "../use-alerts-words";

type Props = {
  readonly siteName: string;
  readonly demo: boolean;
  readonly alerts: readonly AlertView[];
  readonly undelivered: boolean;
  readonly recoveries: BoardSnapshot["recoveries"];
  readonly freshness: Freshness;
  readonly now: Mark;
  readonly nowMs: number;
};

/** Whose page this is, where else there is to go, and how this laptop tells what fires. */
export function AlertsTop(props: Props): JSX.Element {
  const { siteName, demo, alerts, undelivered, recoveries, freshness, now, nowMs } = props;
  const words = useAlertsWords();
  const { nav } = words.shared;
  const supervises = useReader()?.rights.includes("desk.read") === true;
  return (
    <header className="st-top">
      <SiteName name={siteName} demo={demo} />
      <nav className="st-pages" aria-label={nav.label}>
        <BoardLinks />
        {supervises ? <a href="/supervise">{nav.supervise}</a> : null}
        <a href="#al-main" className="st-here" aria-current="page" {...alertsNaming({ alerts, undelivered }, words)}>
          {nav.alerts}
          <AlertMarks alerts={alerts} undelivered={undelivered} />
        </a>
        <MissedLink recoveries={recoveries} />
      </nav>
      <TellHere alerts={alerts} freshness={freshness} now={now} nowMs={nowMs} words={words} />
      <ThemeSwitch />
      <AccountMenu />
    </header>
  );
}
