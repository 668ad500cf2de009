import type { JSX } from "react";
import type { AlertView } from "../../../lib/alerts/alert-types";
import type { Words } from "../../../lib/words/words";
import { UNDELIVERED_WORDS } from "../../../lib/words/alerts/undelivered-words";
import { useReader } from "../../access/use-reader";
import { useWords } from "../use-words";
import { unansweredOf } from "./unanswered";

type Props = {
  /** Of the board that is looked at; empty where none is followed. */
  readonly alerts: readonly AlertView[];
};
type LinkProps = Props & {
  /** Messages about alerts do not reach people (AL79). */
  readonly undelivered: boolean;
};

/** The way to the alerts, for whoever may read them. */
export function AlertsLink({ alerts, undelivered }: LinkProps): JSX.Element | null {
  const words = useWords();
  if (useReader()?.rights.includes("alerts.read") !== true) return null;
  const sentence = UNDELIVERED_WORDS[words.language];
  const label = alertsLabel(alerts, words);
  return (
    <a
      href="/alerts"
      className="alerts-link"
      title={undelivered ? sentence : undefined}
      aria-label={undelivered ? `${label}, ${sentence}` : label}
    >
      {words.shared.nav.alerts}
      <AlertCount alerts={alerts} />
      {undelivered ? (
        <svg className="alerts-undelivered" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
          <path d="M1.500 3.500h13v9h-13zM1.500 4l6.500 5 6.500-5M2 14.500l12-13" />
        </svg>
      ) : null}
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
