import type { JSX } from "react";
import type { ChannelState } from "../../../lib/alerts/alert-api";
import { StateShape } from "../../shared/state-mark";
import type { SiteClock } from "../../shared/time/site-clock";
import { useAlertsWords } from "../use-alerts-words";
import { Empty } from "./empty";
import { inOrder, troubleOf } from "./channel-trouble";

type Props = { readonly channels: readonly ChannelState[]; readonly clock: SiteClock; readonly nowMs: number };

/** Where people are told, and plainly where they are not: those in trouble first. */
export function Channels({ channels, clock, nowMs }: Props): JSX.Element {
  const { alerts } = useAlertsWords();
  const words = alerts.channels;
  return (
    <section className="al-part" aria-labelledby="al-channels">
      <h2 id="al-channels">{words.heading}</h2>
      {channels.length === 0 ? <Empty title={words.none} means={words.noneMeans} /> : null}
      <ul className="al-channels">
        {inOrder(channels, nowMs).map((channel) => (
          <Channel key={channel.id} channel={channel} clock={clock} nowMs={nowMs} />
        ))}
      </ul>
    </section>
  );
}

type ChannelProps = { readonly channel: ChannelState; readonly clock: SiteClock; readonly nowMs: number };

function Channel({ channel, clock, nowMs }: ChannelProps): JSX.Element {
  const { alerts, formats } = useAlertsWords();
  const words = alerts.channels;
  const { id, kind, host, waiting, waitingSinceMs, givenUp, lastDeliveredAtMs, problem } = channel;
  const trouble = troubleOf(channel, nowMs);
  const momentOf = (atMs: number): string => clock.toMoment(atMs, nowMs);
  return (
    <li className="al-channel" data-channel={id} data-trouble={trouble}>
      <p className="al-channel-name">
        <bdi className="al-strong">{id}</bdi>
        <span>{words.kinds[kind]}</span>
        {host === null ? null : <bdi>{host}</bdi>}
      </p>
      {givenUp === 0 ? null : (
        <p className="al-trouble" data-state="act">
          <StateShape state="act" />
          <span>{words.givenUp(givenUp, formats.count(givenUp))}</span>
        </p>
      )}
      {waiting === 0 || waitingSinceMs === null ? null : (
        <p className="al-trouble" data-state={trouble === "none" ? "none" : "watch"}>
          <StateShape state={trouble === "none" ? "none" : "watch"} />
          <span>{words.waiting(waiting, formats.count(waiting), momentOf(waitingSinceMs))}</span>
        </p>
      )}
      {problem === null ? null : <p className="al-why">{words.why(problem)}</p>}
      <p className="al-channel-last">
        {lastDeliveredAtMs === null ? words.nothingYet : words.delivered(momentOf(lastDeliveredAtMs))}
      </p>
    </li>
  );
}
