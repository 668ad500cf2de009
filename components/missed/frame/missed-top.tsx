import type { JSX } from "react";
import type { AlertView } from "../../../lib/alerts/alert-types";
import type { BoardSnapshot } from "../../../lib/metrics/snapshot-types";
import { AccountMenu } from "../../access/menu/account-menu";
import { useReader } from "../../access/use-reader";
import { AlertsLink } from "../../shared/alerts/alerts-link";
import { MissedCount, missedLabel } from "../../shared/page/missed-link";
import { BoardLinks } from "../../shared/page/board-links";
import { SiteName } from "../../shared/page/site-name";
import { ThemeSwitch } from "../../shared/page/theme-switch";
import { useWords } from "../../shared/use-words";

type Props = {
  readonly siteName: string;
  readonly demo: boolean;
  readonly alerts: readonly AlertView[];
  readonly undelivered: boolean;
  readonly recoveries: BoardSnapshot["recoveries"];
};

/** Whose page this is, and where else there is to go. */
export function MissedTop({ siteName, demo, alerts, undelivered, recoveries }: Props): JSX.Element {
  const words = useWords();
  const { nav } = words.shared;
  const supervises = useReader()?.rights.includes("desk.read") === true;
  return (
    <header className="st-top">
      <SiteName name={siteName} demo={demo} />
      <nav className="st-pages" aria-label={nav.label}>
        <BoardLinks />
        {supervises ? <a href="/supervise">{nav.supervise}</a> : null}
        <AlertsLink alerts={alerts} undelivered={undelivered} />
        <a href="#mi-main" className="st-here" aria-current="page" aria-label={missedLabel(recoveries, words)}>
          {nav.missed}
          <MissedCount recoveries={recoveries} />
        </a>
      </nav>
      <ThemeSwitch />
      <AccountMenu />
    </header>
  );
}
