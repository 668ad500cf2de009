import { type JSX, useState } from "react";
import type { AlertsPage, ChannelKind } from "../../../../lib/alerts/alert-api";
import { inOrder } from "../../../alerts/side/channel-trouble";
import { useAlertsWords } from "../../../alerts/use-alerts-words";
import { serverNowMs } from "../../../shared/time/server-clock";
import { CopyText } from "../../../way-in/copy-text";
import { useSettingsWords } from "../../frame/use-settings-words";
import { ListState } from "../../parts/list-state";
import { OpenAbove } from "../../parts/open-above";
import { Select } from "../../parts/select";
import { useListed } from "../../parts/use-listed";
import { ChannelRow } from "./channel-row";
import { CHANNEL_KINDS, SNIPPETS } from "./snippets";

/** Only its channels are wanted. */
const ADDRESS = "/api/v1/alerts?limit=1";
const EVERY_MS = 20_000;

/** Where alerts are told, how that fares, and trying it. */
export function Channels(): JSX.Element {
  const { ways } = useSettingsWords();
  const { alerts } = useAlertsWords();
  const listed = useListed<AlertsPage>(ADDRESS, EVERY_MS);
  return (
    <section className="st-part ar-part" aria-labelledby="ar-channels">
      <h2 id="ar-channels">{ways.heading}</h2>
      <div className="sl-head">
        <p>{ways.lead}</p>
        <OpenAbove says={ways.add}>{() => <HowToAdd />}</OpenAbove>
      </div>
      <ListState listed={listed}>
        {({ channels }) =>
          channels.length === 0 ? (
            <p className="sl-empty">{alerts.channels.none}.</p>
          ) : (
            <ul className="sl ar-ways">
              {inOrder(channels, serverNowMs()).map((channel) => (
                <ChannelRow key={channel.id} channel={channel} onTested={() => void listed.read()} />
              ))}
            </ul>
          )
        }
      </ListState>
    </section>
  );
}

/** AL85 */
function HowToAdd(): JSX.Element {
  const { ways, parts } = useSettingsWords();
  const { alerts } = useAlertsWords();
  const [kind, setKind] = useState<ChannelKind>("slack");
  return (
    <div className="ar-how">
      <Select
        label={ways.kind}
        options={CHANNEL_KINDS.map((value) => ({ value, says: alerts.channels.kinds[value] }))}
        chosen={kind}
        means={null}
        onChoose={setKind}
      />
      <p>{ways.write}</p>
      <CopyText text={SNIPPETS[kind]} says={parts} />
      <p className="form-hint">{ways.secret}</p>
    </div>
  );
}
