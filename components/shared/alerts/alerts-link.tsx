import type { JSX } from "react";
import type { AlertView } from "../../../lib/alerts/alert-types";
import type { Words } from "../../../lib/words/words";
import { useReader } from "../../access/use-reader";
import { useWords } from "../use-words";
import { unansweredOf } from "./standing";

type Props = {
  /** Of the board that is looked at; empty where none is followed. */
  readonly alerts: readonly AlertView[];
};

/** The way to the alerts, for whoever may read them. */
export function AlertsLink({ alerts }: Props): JSX.Element | null {
  const words = useWords();
  if (useReader()?.rights.includes("alerts.read") !== true) return null;
  return (
    <a href="/alerts" className="alerts-link" aria-label={alertsLabel(alerts, words)}>
      {words.shared.nav.alerts}
      <AlertCount alerts={alerts} />
    </a>
  );
}

/** The same for those who listen. */
export function alertsLabel(alerts: readonly AlertView[], { shared: { nav }, formats }: Words): string {
  const count = unansweredOf(alerts).length;
  return count === 0 ? nav.alerts : `${nav.alerts}, ${nav.unanswered(formats.count(count))}`;
}

/** AL64: how many wait for somebody; nothing where none does. */
export function AlertCount({ alerts }: Props): JSX.Element | null {
  const { formats } = useWords();
  const unanswered = unansweredOf(alerts);
  if (unanswered.length === 0) return null;
  const isCritical = unanswered.some(({ severity }) => severity === "critical");
  return (
    <span className="alert-count" data-urgent={isCritical}>
      {formats.count(unanswered.length)}
    </span>
  );
}
