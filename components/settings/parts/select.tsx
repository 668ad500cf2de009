import { type JSX, useId } from "react";

type Props<Value> = {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly says: string }[];
  readonly chosen: Value;
  /** What is chosen comes to, in a sentence; null: nothing more than it says. */
  readonly means: string | null;
  readonly onChoose: (value: Value) => void;
};

/** One of many. */
export function Select<Value extends string>({ label, options, chosen, means, onChoose }: Props<Value>): JSX.Element {
  const id = useId();
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      <div className="form-line">
        <select
          id={id}
          value={chosen}
          {...(means === null ? {} : { "aria-describedby": `${id}-means` })}
          onChange={({ target }) => {
            const option = options.find(({ value }) => value === target.value);
            if (option !== undefined) onChoose(option.value);
          }}
        >
          {options.map(({ value, says }) => (
            <option key={value} value={value}>
              {says}
            </option>
          ))}
        </select>
        <svg className="dp-turn" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
          <path d="M2 3.500l3 3 3-3" />
        </svg>
      </div>
      {means === null ? null : (
        <p className="form-hint sl-select-means" id={`${id}-means`}>
          {means}
        </p>
      )}
    </div>
  );
}
