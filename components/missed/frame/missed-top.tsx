import type { JSX } from "react";
import type { AlertView } from "../../../lib/alerts/alert-types";
import { AccountMenu } from "../../access/menu/account-menu";
import { useReader } from "../../access/use-reader";
import { AlertsLink } from "../../shared/alerts/alerts-link";
import { DemoMark } from "../../shared/demo-mark";
import { ThemeSwitch } from "../../shared/page/theme-switch";
import { useWords } from "../../shared/use-words";

type Props = {
  readonly siteName: string;
  readonly demo: boolean;
  readonly alerts: readonly AlertView[];
  readonly undelivered: boolean;
};

/** Whose page this is, and where else there is to go. */
export function MissedTop({ siteName, demo, alerts, undelivered }: Props): JSX.Element {
  const { nav } = useWords().shared;
  const supervises = useReader()?.rights.includes("desk.read") === true;
  return (
    <header className="st-top">
      <p className="st-name al-site">
        <bdi>{siteName}</bdi>
        {demo ? <DemoMark /> : null}
      </p>
      <nav className="st-pages" aria-label={nav.label}>
        <a href="/">{nav.boards}</a>
        <a href="/wall" className="al-wall">
          {nav.wall}
        </a>
        {supervises ? <a href="/supervise">{nav.supervise}</a> : null}
        <AlertsLink alerts={alerts} undelivered={undelivered} />
        <a href="#mi-main" className="st-here" aria-current="page">
          {nav.missed}
        </a>
      </nav>
      <ThemeSwitch />
      <AccountMenu />
    </header>
  );
}
