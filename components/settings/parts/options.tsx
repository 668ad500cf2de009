import { type JSX, type ReactNode, useId } from "react";

type Option<Value> = {
  readonly value: Value;
  readonly says: string;
  /** What choosing it comes to, in a sentence. */
  readonly means: string;
};

type Props<Value> = {
  readonly legend: string;
  readonly options: readonly Option<Value>[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
};

/** One of a few, each with a sentence. */
export function Options<Value extends string>({ legend, options, chosen, onChoose }: Props<Value>): JSX.Element {
  const id = useId();
  return (
    <fieldset className="sl-options">
      <legend>{legend}</legend>
      {options.map(({ value, says, means }) => (
        <Choice key={value} says={says} means={means}>
          {(meansId) => (
            <input
              type="radio"
              name={id}
              value={value}
              checked={value === chosen}
              aria-describedby={meansId}
              onChange={() => onChoose(value)}
            />
          )}
        </Choice>
      ))}
    </fieldset>
  );
}

type CheckProps = {
  readonly says: string;
  readonly means: string;
  readonly checked: boolean;
  readonly onCheck: (checked: boolean) => void;
};

/** Yes or no, with a sentence. */
export const Check = ({ says, means, checked, onCheck }: CheckProps): JSX.Element => (
  <div className="sl-options">
    <Choice says={says} means={means}>
      {(meansId) => (
        <input
          type="checkbox"
          checked={checked}
          aria-describedby={meansId}
          onChange={({ target }) => onCheck(target.checked)}
        />
      )}
    </Choice>
  </div>
);

type ChoiceProps = {
  readonly says: string;
  readonly means: string;
  readonly children: (meansId: string) => ReactNode;
};

/** The name is its label, the sentence its description. */
function Choice({ says, means, children }: ChoiceProps): JSX.Element {
  const id = useId();
  return (
    <div className="sl-option">
      <label>
        {children(id)}
        <span>{says}</span>
      </label>
      <p id={id} className="form-hint">
        {means}
      </p>
    </div>
  );
}
