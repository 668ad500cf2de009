import { type JSX, useId } from "react";
import { useAlertsWords } from "../../../alerts/use-alerts-words";
import { useSettingsWords } from "../../frame/use-settings-words";
import { Check } from "../../parts/options";
import type { RuleFieldsProps } from "./rule-fields";

/** Whom the rule tells. A channel that is not there any more stays, by its id, so that it can be taken away. */
export function ChannelFields({ form, known, onChange }: RuleFieldsProps): JSX.Element {
  const { ruleForm } = useSettingsWords();
  const { alerts } = useAlertsWords();
  const id = useId();
  const { everyChannel, channelIds } = form;
  const there = new Set(known.channels.map((channel) => channel.id));
  const gone = channelIds.filter((each) => !there.has(each));
  const says = (channelId: string): string | null => {
    const channel = known.channels.find((each) => each.id === channelId);
    return channel === undefined ? null : alerts.channels.kinds[channel.kind];
  };
  return (
    <div className="ar-channels" role="group" aria-labelledby={id}>
      <p className="sl-legend" id={id}>
        {ruleForm.channels}
      </p>
      <Check
        says={ruleForm.everyChannel}
        means={ruleForm.everyChannelMeans}
        checked={everyChannel}
        onCheck={(every) => onChange({ everyChannel: every })}
      />
      {everyChannel ? null : (
        <div className="ar-some">
          {[...there, ...gone].map((each) => (
            <label key={each} className="sl-queue">
              <input
                type="checkbox"
                checked={channelIds.includes(each)}
                onChange={({ target }) =>
                  onChange({
                    channelIds: target.checked ? [...channelIds, each] : channelIds.filter((other) => other !== each),
                  })
                }
              />
              <span>
                <bdi>{each}</bdi> <span className="sl-soft">{says(each)}</span>
              </span>
            </label>
          ))}
          {channelIds.length === 0 ? <p className="form-hint">{ruleForm.noChannel}</p> : null}
        </div>
      )}
    </div>
  );
}
