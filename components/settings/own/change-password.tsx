import { type FormEvent, type JSX, useEffect, useRef, useState } from "react";
import { PASSWORD_AT_LEAST } from "../../../lib/access/password-rule";
import { ask } from "../../access/ask";
import { problemText } from "../../access/form/answer-text";
import { formValues } from "../../access/form/form-values";
import { newPasswordProblems, NO_PASSWORD_PROBLEM } from "../../access/form/new-password";
import { PasswordField } from "../../access/form/password-field";
import { Problem } from "../../access/form/problem";
import { SubmitButton } from "../../access/form/submit-button";
import { askAgain } from "../../access/me-store";
import { useSettingsWords } from "../frame/use-settings-words";

/** One's own password; changing it ends one's sessions everywhere but here. */
export function ChangePassword({ name }: { readonly name: string }): JSX.Element {
  const words = useSettingsWords();
  const { own, signIn } = words;
  const form = useRef<HTMLFormElement>(null);
  const [sending, setSending] = useState(false);
  const [currentProblem, setCurrentProblem] = useState<string | null>(null);
  const [problems, setProblems] = useState(NO_PASSWORD_PROBLEM);
  const [problem, setProblem] = useState<string | null>(null);
  const [changed, setChanged] = useState(false);
  useEffect(() => {
    if (currentProblem === null && problems.password === null && problems.again === null) return;
    form.current?.querySelector<HTMLInputElement>("[aria-invalid=true]")?.focus();
  }, [currentProblem, problems]);

  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    const { current, next, again } = formValues(event, ["current", "next", "again"]);
    if (sending) return;
    const lacks = current === "" ? own.writeCurrent : null;
    const wrong = newPasswordProblems(next, again, signIn);
    setCurrentProblem(lacks);
    setProblems(wrong);
    setProblem(null);
    setChanged(false);
    if (lacks !== null || wrong.password !== null || wrong.again !== null) return;
    setSending(true);
    const answer = await ask("PUT", "/api/v1/me/password", { current, next });
    setSending(false);
    if (answer.kind === "ok") {
      form.current?.reset();
      setChanged(true);
      return askAgain();
    }
    if (answer.kind === "refused" && answer.problems.some(({ field }) => field === "next"))
      return setProblems({ password: problemText(answer, words), again: null });
    // The server refuses with 409 what only the current password can be the reason of.
    if (answer.kind === "refused" && answer.status === 409) return setCurrentProblem(own.wrongCurrent);
    setProblem(problemText(answer, words));
  };
  return (
    <form ref={form} className="form" method="post" noValidate onSubmit={(event) => void send(event)}>
      {/* For password managers: whose password it is. */}
      <input
        className="sr-only"
        name="username"
        autoComplete="username"
        value={name}
        readOnly
        tabIndex={-1}
        aria-hidden
      />
      <PasswordField
        name="current"
        label={own.current}
        hint={null}
        problem={currentProblem}
        autoComplete="current-password"
      />
      <PasswordField
        name="next"
        label={own.next}
        hint={signIn.setUp.rule(String(PASSWORD_AT_LEAST))}
        problem={problems.password}
        autoComplete="new-password"
      />
      <PasswordField name="again" label={own.again} hint={null} problem={problems.again} autoComplete="new-password" />
      <Problem says={problem} />
      <p className="form-done" role="status">
        {changed ? own.changed : ""}
      </p>
      <SubmitButton says={own.submit} sending={sending} />
    </form>
  );
}
