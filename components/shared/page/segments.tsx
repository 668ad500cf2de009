import { type JSX, useId } from "react";

type Props<Value> = {
  /** What is chosen. */
  readonly legend: string;
  readonly options: readonly (readonly [value: Value, says: string, note?: string])[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
};

/** One of a few, side by side; the arrow keys go from one to the next. */
export function Segments<Value extends string | number | null>(props: Props<Value>): JSX.Element {
  const { legend, options, chosen, onChoose } = props;
  const id = useId();
  return (
    <div className="segments" role="radiogroup" aria-labelledby={id}>
      <span id={id} className="sr-only">
        {legend}
      </span>
      {options.map(([value, says, note]) => (
        <label key={value ?? ""} data-chosen={value === chosen}>
          <input
            type="radio"
            className="sr-only"
            name={id}
            value={value ?? ""}
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          <span>{note === undefined ? says : `${says} ${note}`}</span>
        </label>
      ))}
    </div>
  );
}
