import type { JSX } from "react";

type Props<Value> = {
  readonly legend: string;
  /** Of the group, different from any other's on the page. */
  readonly name: string;
  readonly options: readonly (readonly [value: Value, says: string, note?: string])[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
};

/** One of a few, side by side; the arrow keys go from one to the next. */
export function Segments<Value extends string | number | null>(props: Props<Value>): JSX.Element {
  const { legend, name, options, chosen, onChoose } = props;
  return (
    <fieldset className="sv-segments">
      <legend className="sr-only">{legend}</legend>
      {options.map(([value, says, note]) => (
        <label key={value ?? ""} data-chosen={value === chosen}>
          <input
            type="radio"
            className="sr-only"
            name={name}
            value={value ?? ""}
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          <span>{note === undefined ? says : `${says} ${note}`}</span>
        </label>
      ))}
    </fieldset>
  );
}
