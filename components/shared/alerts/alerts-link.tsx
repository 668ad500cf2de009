import type { JSX } from "react";
import type { AlertView } from "../../../lib/alerts/alert-types";
import { useReader } from "../../access/use-reader";
import { useWords } from "../use-words";
import { unansweredOf } from "./standing";

type Props = {
  /** Of the board that is looked at; empty where none is followed. */
  readonly alerts: readonly AlertView[];
};

/** The way to the alerts, for whoever may read them. */
export function AlertsLink({ alerts }: Props): JSX.Element | null {
  const { nav } = useWords().shared;
  if (useReader()?.rights.includes("alerts.read") !== true) return null;
  return (
    <a href="/alerts" className="alerts-link">
      {nav.alerts}
      <AlertCount alerts={alerts} />
    </a>
  );
}

/** AL64: how many wait for somebody; nothing where none does. */
export function AlertCount({ alerts }: Props): JSX.Element | null {
  const { shared, formats } = useWords();
  const unanswered = unansweredOf(alerts);
  if (unanswered.length === 0) return null;
  const text = formats.count(unanswered.length);
  const isCritical = unanswered.some(({ severity }) => severity === "critical");
  return (
    <span className="alert-count" data-urgent={isCritical}>
      <span aria-hidden="true">{text}</span>
      <span className="sr-only">, {shared.nav.unanswered(text)}</span>
    </span>
  );
}
