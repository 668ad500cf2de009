import type { JSX } from "react";
import type { SilenceView } from "../../../lib/alerts/alert-api";
import type { QueueId } from "../../../lib/vocabulary";
import { nameOfRule } from "../../../lib/words/alerts/rule-name";
import { useReader } from "../../access/use-reader";
import type { SiteClock } from "../../shared/time/site-clock";
import { useAlertsWords } from "../use-alerts-words";
import { Empty } from "./empty";

type Props = {
  readonly silences: readonly SilenceView[];
  readonly names: ReadonlyMap<QueueId, string>;
  readonly clock: SiteClock;
  readonly nowMs: number;
};

/** What nobody is told of now, why, and until when. */
export function Silences({ silences, names, clock, nowMs }: Props): JSX.Element {
  const { alerts } = useAlertsWords();
  const words = alerts.silences;
  const manages = useReader()?.rights.includes("alerts.manage") === true;
  const standing = silences.filter(({ untilMs }) => untilMs > nowMs);
  const queuesOf = (ids: readonly QueueId[] | null): string =>
    ids === null ? words.allQueues : ids.map((id) => names.get(id) ?? id).join(", ");
  const ruleOf = (id: string | null, name: string | null): string =>
    id === null ? words.allRules : name === null ? id : nameOfRule({ id, name }, alerts);
  return (
    <section className="al-part" aria-labelledby="al-silences">
      <h2 id="al-silences">{words.heading}</h2>
      {standing.length === 0 ? <Empty title={words.none} means={words.noneMeans} /> : null}
      <ul className="al-silences">
        {standing.map(({ id, ruleId, ruleName, queueIds, untilMs, reason, by }) => (
          <li key={id} data-silence={id}>
            <p>
              <bdi className="al-strong">{ruleOf(ruleId, ruleName)}</bdi> · <bdi>{queuesOf(queueIds)}</bdi>
            </p>
            <p dir="auto">{reason}</p>
            <p className="al-channel-last">
              {words.until(clock.toMoment(untilMs, nowMs))} · {words.by(by)}
            </p>
          </li>
        ))}
      </ul>
      {manages ? (
        <p className="al-to-settings">
          <a href="/settings/alerts">{alerts.firing.rules}</a>
        </p>
      ) : null}
    </section>
  );
}
