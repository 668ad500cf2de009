import { type JSX, type Ref, useState } from "react";
import { useAccessWords } from "../use-access-words";
import { Field } from "./field";

type Props = {
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly problem: string | null;
  readonly autoComplete: "current-password" | "new-password";
  readonly ref?: Ref<HTMLInputElement>;
};

/** A password: pasted, filled in or typed, and shown to whoever wants to see what he types. */
export function PasswordField(props: Props): JSX.Element {
  const { signIn } = useAccessWords();
  const [shown, setShown] = useState(false);
  const says = shown ? signIn.hide : signIn.show;
  return (
    <Field {...props} type={shown ? "text" : "password"} spellCheck={false} autoCapitalize="none" autoCorrect="off">
      <button
        type="button"
        className="form-eye"
        aria-pressed={shown}
        aria-label={`${signIn.show}: ${props.label}`}
        title={says}
        onClick={() => setShown(!shown)}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
          <path d="M1.500 10S4.500 4.500 10 4.500 18.500 10 18.500 10 15.500 15.500 10 15.500 1.500 10 1.500 10z" />
          <circle cx="10" cy="10" r="2.600" />
          {shown ? <path d="M3.500 16.500l13-13" /> : null}
        </svg>
      </button>
    </Field>
  );
}
