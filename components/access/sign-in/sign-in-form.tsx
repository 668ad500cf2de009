import { type FormEvent, type JSX, useEffect, useRef, useState } from "react";
import type { Me } from "../../../lib/access/access-types";
import { useWords } from "../../shared/use-words";
import { ask } from "../ask";
import { problemText } from "../form/answer-text";
import { Field } from "../form/field";
import { formValues } from "../form/form-values";
import { PasswordField } from "../form/password-field";
import { Problem } from "../form/problem";
import { SubmitButton } from "../form/submit-button";
import { useCountDown } from "../form/use-count-down";
import { useAccessWords } from "../use-access-words";
import { companyAddress } from "./next-path";

type Props = {
  /** Who signed in here last, as far as this page knows; empty: nobody. */
  readonly name: string;
  /** The name of the company's own way to sign in; null: there is none. */
  readonly signInWith: string | null;
  /** Where to come back to the company's way. */
  readonly next: string;
  readonly onSignedIn: (me: Me) => void;
};

/** A server that does not say when is asked again after so long. */
const WAIT_MS = 60_000;

/** Name and password, or the company's own way. */
export function SignInForm({ name, signInWith, next, onSignedIn }: Props): JSX.Element {
  const words = useAccessWords();
  const { formats } = useWords();
  const { signIn } = words;
  const nameField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [missing, setMissing] = useState({ name: false, password: false });
  const wait = useCountDown();
  const held = wait.leftMs !== null && wait.leftMs > 0;
  // Not `autoFocus`, which would put it there before the page can be seen and heard.
  useEffect(() => (name === "" ? nameField : passwordField).current?.focus(), [name]);

  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    const given = formValues(event, ["name", "password"]);
    if (sending || held) return;
    const lacks = { name: given.name.trim() === "", password: given.password === "" };
    setMissing(lacks);
    setProblem(null);
    wait.start(null);
    if (lacks.name || lacks.password) return (lacks.name ? nameField : passwordField).current?.focus();
    setSending(true);
    const answer = await ask<Me>("POST", "/api/v1/session", given);
    setSending(false);
    if (answer.kind === "ok") return onSignedIn(answer.value);
    if (answer.kind === "refused" && answer.status === 429) return wait.start(answer.retryAfterMs ?? WAIT_MS);
    const wrong = answer.kind === "refused" && answer.status === 401;
    setProblem(wrong ? signIn.wrong : problemText(answer, words));
    if (wrong) passwordField.current?.select();
  };
  return (
    <form className="form" method="post" noValidate onSubmit={(event) => void send(event)}>
      <Field
        ref={nameField}
        name="name"
        label={signIn.name}
        hint={null}
        problem={missing.name ? signIn.writeName : null}
        defaultValue={name}
        autoComplete="username"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
      />
      <PasswordField
        ref={passwordField}
        name="password"
        label={signIn.password}
        hint={null}
        problem={missing.password ? signIn.writePassword : null}
        autoComplete="current-password"
      />
      <Problem says={problem} />
      {wait.leftMs === null ? null : (
        <p className="form-wait" aria-hidden="true">
          {held ? signIn.throttled(formats.duration(wait.leftMs)) : signIn.tryNow}
        </p>
      )}
      {/* Said when it begins and when it is over, not each second. */}
      <p className="sr-only" role="alert">
        {wait.leftMs === null ? "" : held ? signIn.throttled(formats.duration(wait.ofMs)) : signIn.tryNow}
      </p>
      <SubmitButton says={signIn.submit} sending={sending} held={held} />
      {signInWith === null ? null : (
        <>
          <p className="form-or">{signIn.or}</p>
          <a className="button" href={companyAddress(next)}>
            {signIn.withCompany(signInWith)}
          </a>
        </>
      )}
      <p className="form-hint">{signIn.forgotten}</p>
    </form>
  );
}
