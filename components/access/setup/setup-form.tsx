import { type FormEvent, type JSX, useEffect, useRef, useState } from "react";
import type { Me } from "../../../lib/access/access-types";
import { PASSWORD_AT_LEAST } from "../../../lib/access/password-rule";
import { ask } from "../ask";
import { problemText } from "../form/answer-text";
import { Field } from "../form/field";
import { formValues } from "../form/form-values";
import { newPasswordProblems, NO_PASSWORD_PROBLEM } from "../form/new-password";
import { PasswordField } from "../form/password-field";
import { Problem } from "../form/problem";
import { SubmitButton } from "../form/submit-button";
import { useAccessWords } from "../use-access-words";

type Props = {
  /** The secret of the link. */
  readonly token: string;
  readonly onMade: () => void;
  /** The server does not take the link, or has its administrator already. */
  readonly onStale: () => void;
};

/** Name and password of the first administrator. */
export function SetupForm({ token, onMade, onStale }: Props): JSX.Element {
  const words = useAccessWords();
  const { signIn } = words;
  const form = useRef<HTMLFormElement>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(false);
  const [nameProblem, setNameProblem] = useState<string | null>(null);
  const [problems, setProblems] = useState(NO_PASSWORD_PROBLEM);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => nameField.current?.focus(), []);
  useEffect(() => {
    if (nameProblem === null && problems.password === null && problems.again === null) return;
    form.current?.querySelector<HTMLInputElement>("[aria-invalid=true]")?.focus();
  }, [nameProblem, problems]);

  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    const { name, password, again } = formValues(event, ["name", "password", "again"]);
    if (sending) return;
    const lacksName = name.trim() === "" ? signIn.writeName : null;
    const wrong = newPasswordProblems(password, again, signIn);
    setNameProblem(lacksName);
    setProblems(wrong);
    setProblem(null);
    if (lacksName !== null || wrong.password !== null || wrong.again !== null) return;
    setSending(true);
    const answer = await ask<Me>("POST", "/api/v1/setup", { token, name, password });
    setSending(false);
    if (answer.kind === "ok") return onMade();
    if (answer.kind === "refused" && answer.status === 403) return onStale();
    const of = (field: string): boolean =>
      answer.kind === "refused" && answer.problems.some((each) => each.field === field);
    const says = problemText(answer, words);
    if (of("password")) setProblems({ password: says, again: null });
    else if (of("name")) setNameProblem(says);
    else setProblem(says);
  };
  return (
    <form ref={form} className="form" method="post" noValidate onSubmit={(event) => void send(event)}>
      <Field
        ref={nameField}
        name="name"
        label={signIn.name}
        hint={null}
        problem={nameProblem}
        autoComplete="username"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
      />
      <PasswordField
        name="password"
        label={signIn.password}
        hint={signIn.setUp.rule(String(PASSWORD_AT_LEAST))}
        problem={problems.password}
        autoComplete="new-password"
      />
      <PasswordField
        name="again"
        label={signIn.setUp.again}
        hint={null}
        problem={problems.again}
        autoComplete="new-password"
      />
      <Problem says={problem} />
      <SubmitButton says={signIn.setUp.submit} sending={sending} />
    </form>
  );
}
