import { type JSX, useId } from "react";
import { useSettingsWords } from "../frame/use-settings-words";
import { ACT_GROUPS, type ActFilter } from "./act-groups";

type Props = { readonly chosen: ActFilter; readonly onChoose: (filter: ActFilter) => void };

/** Which lines are shown of those that are there. */
export function ActSelect({ chosen, onChoose }: Props): JSX.Element {
  const { trail } = useSettingsWords();
  const id = useId();
  return (
    <p className="sl-select">
      <label htmlFor={id}>{trail.filter}</label>
      <select id={id} value={chosen} onChange={({ target }) => onChoose(target.value as ActFilter)}>
        <option value="">{trail.everything}</option>
        {ACT_GROUPS.map(([group, acts]) => (
          <optgroup key={group} label={trail.groups[group]}>
            {acts.length > 1 ? (
              <option value={`group:${group}`}>{`${trail.groups[group]}: ${trail.everything}`}</option>
            ) : null}
            {acts.map((act) => (
              <option key={act} value={act}>
                {trail.acts[act]}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </p>
  );
}
