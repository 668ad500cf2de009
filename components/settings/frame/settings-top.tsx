import type { JSX } from "react";
import type { AlertView } from "../../../lib/alerts/alert-types";
import { AccountMenu } from "../../access/menu/account-menu";
import { useReader, useSiteName } from "../../access/use-reader";
import { useAccessWords } from "../../access/use-access-words";
import { AlertsLink } from "../../shared/alerts/alerts-link";
import { MissedLink } from "../../shared/page/missed-link";
import { BoardLinks } from "../../shared/page/board-links";
import { SiteName } from "../../shared/page/site-name";
import { ThemeSwitch } from "../../shared/page/theme-switch";
import { useWords } from "../../shared/use-words";

/** The settings follow no board. */
const NONE: readonly AlertView[] = [];

/** Where else there is to go, and who is signed in. */
export function SettingsTop(): JSX.Element {
  const { nav } = useWords().shared;
  const { frame } = useAccessWords();
  const reader = useReader();
  const siteName = useSiteName();
  const rights = reader?.rights ?? [];
  return (
    <header className="st-top">
      <SiteName name={siteName} demo={reader?.kind === "demo"} />
      <nav className="st-pages" aria-label={nav.label}>
        {rights.includes("boards.read") ? <BoardLinks /> : null}
        {rights.includes("desk.read") ? <a href="/supervise">{nav.supervise}</a> : null}
        <AlertsLink alerts={NONE} undelivered={false} />
        <MissedLink recoveries={null} />
        <a href="#st-main" className="st-here" aria-current="true">
          {frame.title}
        </a>
      </nav>
      <ThemeSwitch />
      <AccountMenu />
    </header>
  );
}
