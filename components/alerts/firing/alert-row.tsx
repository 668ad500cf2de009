import type { JSX } from "react";
import type { AlertView } from "../../../lib/alerts/alert-types";
import { nameOfRule } from "../../../lib/words/alerts/rule-name";
import { sayFiring } from "../../../lib/words/alerts/say-alert";
import { colourOf, standingOf } from "../../shared/alerts/standing";
import type { SiteClock } from "../../shared/time/site-clock";
import { useAlertsWords } from "../use-alerts-words";
import { AlertActs } from "./alert-acts";
import { AlertMark } from "./alert-mark";
import { behindAlert } from "./behind-alert";
import type { Acts } from "./use-acts";

type Props = {
  readonly alert: AlertView;
  /** null: the reader may not. */
  readonly acts: Acts | null;
  readonly supervises: boolean;
  readonly clock: SiteClock;
  readonly nowMs: number;
  readonly closesAtMs: number | null;
};

/** An alert that fires: what is wrong, since when, who has it, and what can be done. */
export function AlertRow({ alert, acts, supervises, clock, nowMs, closesAtMs }: Props): JSX.Element {
  const { alerts: words, say, formats } = useAlertsWords();
  const { title, says } = sayFiring(alert, say, formats, nowMs, (atMs) => clock.toMoment(atMs, nowMs));
  const behind = supervises ? behindAlert(alert) : null;
  const since = `${say.since(clock.toMoment(alert.firedAtMs, nowMs))}`;
  return (
    <li className="al-row" data-alert={alert.id} data-standing={standingOf(alert)} data-colour={colourOf(alert)}>
      <AlertMark severity={alert.severity} colour={colourOf(alert)} />
      <div className="al-what">
        <h3 dir="auto">{title}</h3>
        <p className="al-says">{says}</p>
        <p className="al-since">
          <span>{since}</span>
          <span className="al-lasting">{words.firing.lasting(formats.duration(nowMs - alert.firedAtMs))}</span>
          <span className="al-owner">
            <Owner alert={alert} clock={clock} nowMs={nowMs} />
          </span>
        </p>
        {alert.muted === null ? null : <p className="al-note">{say.muted[alert.muted]}</p>}
        {alert.frozen ? <p className="al-note">{words.firing.frozen}</p> : null}
        <p className="al-more">
          {behind === null ? null : (
            <a href={behind.address} aria-label={words.act.of(words.links[behind.kind], title)}>
              {words.links[behind.kind]}
            </a>
          )}
          <span>{words.firing.rule(nameOfRule({ id: alert.ruleId, name: alert.ruleName }, words))}</span>
        </p>
      </div>
      {acts === null ? null : (
        <AlertActs alert={alert} title={title} acts={acts} clock={clock} nowMs={nowMs} closesAtMs={closesAtMs} />
      )}
    </li>
  );
}

/** Who has an alert, and until when. */
export function Owner({ alert, clock, nowMs }: Pick<Props, "alert" | "clock" | "nowMs">): JSX.Element {
  const { say } = useAlertsWords();
  const { acknowledgement } = alert;
  if (alert.state === "firing" || acknowledgement === null) return <>{say.nobodyHasIt}</>;
  return <>{say.hasItUntil(acknowledgement.by, clock.toMoment(acknowledgement.untilMs, nowMs))}</>;
}
