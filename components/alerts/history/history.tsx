import type { JSX } from "react";
import type { PastAlert } from "../../../lib/alerts/alert-types";
import { sayAlert } from "../../../lib/words/alerts/say-alert";
import type { SiteClock } from "../../shared/time/site-clock";
import { AlertMark } from "../firing/alert-mark";
import { Empty } from "../side/empty";
import { useAlertsWords } from "../use-alerts-words";
import { byDay } from "./past-pages";
import type { Past } from "./use-past";

type Props = { readonly told: Past; readonly clock: SiteClock; readonly timeZone: string };

/** What is over, by day. */
export function History({ told, clock, timeZone }: Props): JSX.Element {
  const { alerts: words, formats } = useAlertsWords();
  const { page, past, hasOlder, asking, readOlder } = told;
  return (
    <section className="al-part" aria-labelledby="al-history" aria-busy={page === null || asking}>
      <header className="al-head">
        <h2 id="al-history">{words.history.heading}</h2>
      </header>
      {page === null ? (
        <div aria-hidden="true">
          <span className="st-bone" />
          <span className="st-bone" />
        </div>
      ) : past.length === 0 ? (
        <Empty title={words.history.none} means={words.history.noneMeans} />
      ) : (
        byDay(past, timeZone).map(({ day, alerts }) => (
          <section key={day} className="al-day">
            <h3>{day === null ? "" : formats.day(day)}</h3>
            <ul>
              {alerts.map((alert) => (
                <PastRow key={alert.id} alert={alert} clock={clock} />
              ))}
            </ul>
          </section>
        ))
      )}
      {hasOlder ? (
        <p className="al-older">
          <button type="button" className="button" aria-disabled={asking} onClick={() => void readOlder()}>
            {asking ? words.history.loading : words.history.more}
          </button>
        </p>
      ) : null}
    </section>
  );
}

function PastRow({ alert, clock }: { readonly alert: PastAlert; readonly clock: SiteClock }): JSX.Element {
  const { alerts: words, say, formats } = useAlertsWords();
  const { firedAtMs, resolvedAtMs, acknowledgement, muted } = alert;
  const { title, says } = sayAlert(alert, say, formats, resolvedAtMs);
  const { history } = words;
  const facts = [
    history.lasted(formats.duration(resolvedAtMs - firedAtMs)),
    say.because[alert.because],
    muted !== null
      ? say.muted[muted]
      : acknowledgement === null
        ? history.nobodyHadIt
        : history.hadIt(acknowledgement.by),
  ];
  return (
    <li className="al-past" data-alert={alert.id}>
      <time className="al-past-at">{clock.toMinute(firedAtMs)}</time>
      <AlertMark severity={alert.severity} colour="none" />
      <div className="al-past-what">
        <p className="al-past-title">
          <bdi>{title}</bdi> <span>{says}</span>
        </p>
        <p className="al-past-facts">{facts.join(" · ")}</p>
      </div>
    </li>
  );
}
