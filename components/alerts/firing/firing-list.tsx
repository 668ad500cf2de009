import type { JSX } from "react";
import type { AlertView } from "../../../lib/alerts/alert-types";
import { useReader } from "../../access/use-reader";
import { orderAlerts } from "../../shared/alerts/standing";
import { unansweredOf } from "../../shared/alerts/unanswered";
import type { SiteClock } from "../../shared/time/site-clock";
import { Empty } from "../side/empty";
import { useAlertsWords } from "../use-alerts-words";
import { AlertRow } from "./alert-row";
import { useActs } from "./use-acts";

type Props = {
  readonly alerts: readonly AlertView[];
  readonly clock: SiteClock;
  /** The instant that durations are told at. */
  readonly nowMs: number;
  /** null: closed, or never closes. */
  readonly closesAtMs: number | null;
};

/** What fires, the loud ones first, with the one thing that people come for on each row. */
export function FiringList({ alerts, clock, nowMs, closesAtMs }: Props): JSX.Element {
  const { alerts: words, formats } = useAlertsWords();
  const rights = useReader()?.rights ?? [];
  const acts = useActs(clock, nowMs);
  const shown = orderAlerts(alerts.map(acts.asAnswered));
  const unanswered = unansweredOf(shown).length;
  return (
    <section className="al-part" aria-labelledby="al-firing">
      <header className="al-head">
        <h2 id="al-firing">{words.firing.heading}</h2>
        {unanswered === 0 ? null : (
          <p className="al-unanswered">{words.firing.unanswered(unanswered, formats.count(unanswered))}</p>
        )}
      </header>
      <p className="al-outcome" role="status" data-failed={acts.failed}>
        {acts.says}
      </p>
      {shown.length === 0 ? (
        <Empty title={words.firing.none} means={words.firing.noneMeans}>
          {rights.includes("alerts.manage") ? <a href="/settings/alerts">{words.firing.rules}</a> : null}
        </Empty>
      ) : (
        <ul className="al-list">
          {shown.map((alert) => (
            <AlertRow
              key={alert.id}
              alert={alert}
              acts={rights.includes("alerts.acknowledge") ? acts : null}
              supervises={rights.includes("desk.read")}
              clock={clock}
              nowMs={nowMs}
              closesAtMs={closesAtMs}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
