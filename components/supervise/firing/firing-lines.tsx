import type { JSX } from "react";
import type { AlertView } from "../../../lib/alerts/alert-types";
import { sayFiring } from "../../../lib/words/alerts/say-alert";
import { useReader } from "../../access/use-reader";
import { AlertActs } from "../../alerts/firing/alert-acts";
import { AlertMark } from "../../alerts/firing/alert-mark";
import { Owner } from "../../alerts/firing/alert-row";
import { type Acts, useActs } from "../../alerts/firing/use-acts";
import { ALERTS_SPEECH, useAlertsWords } from "../../alerts/use-alerts-words";
import { colourOf } from "../../shared/alerts/standing";
import { useLoaded } from "../../shared/speech/speech";
import type { SiteClock } from "../../shared/time/site-clock";
import { useWords } from "../../shared/use-words";
import { linesOf } from "./lines-of";

type Props = {
  /** Of the board. */
  readonly alerts: readonly AlertView[];
  readonly clock: SiteClock;
  /** The instant that durations are told at. */
  readonly nowMs: number;
  /** null: closed, or never closes. */
  readonly closesAtMs: number | null;
};

/** AL78: what fires on the board, a line each, to be taken without leaving the page; for whoever may. */
export function FiringLines(props: Props): JSX.Element | null {
  const words = useLoaded(ALERTS_SPEECH, useWords().language);
  if (useReader()?.rights.includes("alerts.acknowledge") !== true || words === null) return null;
  return (
    <ALERTS_SPEECH.Context.Provider value={words}>
      <Lines {...props} />
    </ALERTS_SPEECH.Context.Provider>
  );
}

function Lines({ alerts, clock, nowMs, closesAtMs }: Props): JSX.Element {
  const { alerts: words } = useAlertsWords();
  const acts = useActs(clock, nowMs);
  const lines = linesOf(alerts).map(acts.asAnswered);
  return (
    <div className="sv-firing">
      {/* Who has it stands in the line; only what went wrong has to be read. */}
      <p className={acts.failed ? "sv-firing-failed" : "sr-only"} role="status">
        {acts.says}
      </p>
      {lines.length === 0 ? null : (
        <ul className="sv-firing-lines" aria-label={words.firing.heading}>
          {lines.map((alert) => (
            <Line key={alert.id} alert={alert} acts={acts} clock={clock} nowMs={nowMs} closesAtMs={closesAtMs} />
          ))}
        </ul>
      )}
    </div>
  );
}

type LineProps = Omit<Props, "alerts"> & { readonly alert: AlertView; readonly acts: Acts };

function Line({ alert, acts, clock, nowMs, closesAtMs }: LineProps): JSX.Element {
  const { say, formats } = useAlertsWords();
  const { title, says } = sayFiring(alert, say, formats, nowMs, (atMs) => clock.toMoment(atMs, nowMs));
  return (
    <li className="sv-firing-line" data-alert={alert.id}>
      <AlertMark severity={alert.severity} colour={colourOf(alert)} />
      <p className="sv-firing-what">
        <bdi className="sv-firing-title">{title}</bdi>
        <span>{says}</span>
        <span>{say.since(clock.toMoment(alert.firedAtMs, nowMs))}</span>
        <span>
          <Owner alert={alert} clock={clock} nowMs={nowMs} />
        </span>
      </p>
      <AlertActs alert={alert} title={title} acts={acts} clock={clock} nowMs={nowMs} closesAtMs={closesAtMs} />
    </li>
  );
}
