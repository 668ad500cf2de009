import { type InputHTMLAttributes, type JSX, type ReactNode, type Ref, useId } from "react";
import { Problem } from "./problem";

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "className" | "aria-describedby" | "aria-invalid"> & {
  readonly label: string;
  /** Said before anything is typed; null: there is nothing to say. */
  readonly hint: string | null;
  /** What is wrong with what was typed; null: nothing. */
  readonly problem: string | null;
  readonly ref?: Ref<HTMLInputElement>;
  /** Stands in the field, at its end. */
  readonly children?: ReactNode;
};

/** One line to type in, with its name, its rule before and its problem after, tied to it for those who listen. */
export function Field({ label, hint, problem, children = null, ...input }: Props): JSX.Element {
  const id = useId();
  const described = [hint === null ? [] : `${id}-hint`, problem === null ? [] : `${id}-problem`].flat().join(" ");
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      {hint === null ? null : (
        <p className="form-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className="form-line">
        <input
          {...input}
          id={id}
          aria-invalid={problem !== null}
          {...(described === "" ? {} : { "aria-describedby": described })}
        />
        {children}
      </div>
      <Problem id={`${id}-problem`} says={problem} />
    </div>
  );
}
