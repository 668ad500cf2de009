import type { JSX } from "react";
import type { AlarmRate } from "../../../lib/alerts/alert-api";
import { nameOfRule } from "../../../lib/words/alerts/rule-name";
import { StateMark } from "../../shared/state-mark";
import { useAlertsWords } from "../use-alerts-words";
import { rateLines } from "./rate-lines";

type Props = { readonly rate: AlarmRate; readonly queues: number };

/** Whether there are more alarms than people can take in, and which rule could be calmer. */
export function AlarmRateTable({ rate, queues }: Props): JSX.Element {
  const { alerts, formats } = useAlertsWords();
  const words = alerts.rate;
  return (
    <section className="al-part" aria-labelledby="al-rate">
      <h2 id="al-rate">{words.heading}</h2>
      <p className="al-lead">{words.lead}</p>
      <table className="al-rate">
        <thead>
          <tr>
            <th scope="col">{words.figure}</th>
            <th scope="col">{words.now}</th>
            <th scope="col">{words.aim}</th>
            <th scope="col">{words.most}</th>
          </tr>
        </thead>
        <tbody>
          {rateLines(rate, queues).map(({ figure, now, aim, most, judgement }) => (
            <tr key={figure} data-judged={judgement}>
              <th scope="row">{words[figure]}</th>
              <td className="al-rate-now">
                {judgement === "ok" ? null : <StateMark state={judgement} word={false} />} {formats.count(now)}
              </td>
              <td>{formats.count(aim)}</td>
              <td>{formats.count(most)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="al-source">{words.source}</p>
      <NoisyRules rate={rate} />
    </section>
  );
}

function NoisyRules({ rate }: { readonly rate: AlarmRate }): JSX.Element {
  const { alerts, formats } = useAlertsWords();
  const words = alerts.rate;
  const noisy = rate.rules.flatMap(({ hint, ...rule }) => (hint === null ? [] : [{ ...rule, hint }]));
  return (
    <>
      <h3>{words.noisy}</h3>
      {noisy.length === 0 ? <p className="al-lead">{words.noneNoisy}</p> : null}
      <ul className="al-noisy">
        {noisy.map(({ ruleId, ruleName, firings, hint }) => (
          <li key={ruleId}>
            <p>
              <bdi className="al-strong">{nameOfRule({ id: ruleId, name: ruleName }, alerts)}</bdi>{" "}
              <span>{words.fired(firings, formats.count(firings))}</span>
            </p>
            <p>{words.hints[hint]}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
