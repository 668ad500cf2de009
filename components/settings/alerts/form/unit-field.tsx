import type { JSX } from "react";
import { Field } from "../../../access/form/field";

type Props = {
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly unit: string;
  readonly value: string;
  readonly problem: string | null;
  readonly onWrite: (value: string) => void;
  /** The next field is written in. */
  readonly onLeave: () => void;
};

/** What is told as a button is pressed moves it away from under the pointer, and it was not pressed. */
const WRITTEN_IN = "input:not([type=radio]):not([type=checkbox]), select";

/** A figure with its unit behind it; the unit is part of its name for those who listen. */
export const UnitField = ({ label, unit, onWrite, onLeave, ...field }: Props): JSX.Element => (
  <Field
    {...field}
    label={label}
    aria-label={`${label}, ${unit}`}
    inputMode="decimal"
    autoComplete="off"
    maxLength={9}
    onChange={({ target }) => onWrite(target.value)}
    onBlur={({ relatedTarget }) => {
      if (relatedTarget?.matches(WRITTEN_IN) === true) onLeave();
    }}
  >
    <span className="ar-unit" aria-hidden="true">
      {unit}
    </span>
  </Field>
);
