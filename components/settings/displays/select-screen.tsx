import { type JSX, useId } from "react";
import type { BoardId } from "../../../lib/vocabulary";
import { useSettingsWords } from "../frame/use-settings-words";
import { choosable, type NamedScreen, screenOf, type Screens } from "./screens";

type Props = {
  readonly screens: Screens | null;
  /** Chosen at first; null: the first there is. */
  readonly chosen: BoardId | null;
};

/** What a display is to show: a board, or a rotation of boards. */
export function SelectScreen({ screens, chosen }: Props): JSX.Element {
  const { screen: words } = useSettingsWords().displays;
  const id = useId();
  const { boards, rotations } = screens === null ? NONE : choosable(screens);
  const gone = chosen !== null && screens !== null && screenOf(chosen, screens).kind === "gone";
  return (
    <div className="form-field">
      <label htmlFor={id}>{words.label}</label>
      <div className="form-line">
        {/* Another list of what there is, another first choice. */}
        <select
          id={id}
          name="screenId"
          key={`${screens === null}`}
          defaultValue={chosen ?? undefined}
          disabled={screens === null}
        >
          {gone ? <option value={chosen}>{words.gone(chosen)}</option> : null}
          <Group label={words.boards} screens={boards} />
          {rotations.length === 0 ? null : <Group label={words.rotations} screens={rotations} />}
        </select>
        <svg className="dp-turn" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
          <path d="M2 3.500l3 3 3-3" />
        </svg>
      </div>
    </div>
  );
}

const NONE: Screens = { boards: [], rotations: [] };

const Group = ({ label, screens }: { readonly label: string; readonly screens: readonly NamedScreen[] }) => (
  <optgroup label={label}>
    {screens.map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ))}
  </optgroup>
);
