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
  return (
    <a href="/alerts" className="alerts-link" {...alertsNaming({ alerts, undelivered }, words)}>
      {words.shared.nav.alerts}
      <AlertMarks alerts={alerts} undelivered={undelivered} />
    </a>
  );
}

/** What is drawn beside the way to the alerts, in words: for whoever listens, and the letter for whoever points at it. */
export function alertsNaming(
  { alerts, undelivered }: LinkProps,
  { language, shared: { nav }, formats }: Words,
): { readonly "aria-label": string; readonly title: string | undefined } {
  const count = unansweredOf(alerts).length;
  const label = count === 0 ? nav.alerts : `${nav.alerts}, ${nav.unanswered(formats.count(count))}`;
  if (!undelivered) return { "aria-label": label, title: undefined };
  const sentence = UNDELIVERED_WORDS[language];
  return { "aria-label": `${label}, ${sentence}`, title: sentence };
}

/** How many wait for somebody, and a letter that stays. */
export function AlertMarks({ alerts, undelivered }: LinkProps): JSX.Element {
  return (
    <>
      <AlertCount alerts={alerts} />
      {undelivered ? (
        <svg className="alerts-undelivered" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
          <path d="M1.500 3.500h13v9h-13zM1.500 4l6.500 5 6.500-5M2 14.500l12-13" />
        </svg>
      ) : null}
    </>
  );
}

/** AL64: how many wait for somebody; nothing where none does. */
function AlertCount({ alerts }: Props): JSX.Element | null {
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
