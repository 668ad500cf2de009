import { type FormEvent, type JSX, useEffect, useRef, useState } from "react";
import { isTooShort, PASSWORD_AT_LEAST } from "../../../lib/access/password-rule";
import { ask } from "../../access/ask";
import { problemText } from "../../access/form/answer-text";
import { formValues } from "../../access/form/form-values";
import { PasswordField } from "../../access/form/password-field";
import { SubmitButton } from "../../access/form/submit-button";
import { useSettingsWords } from "../frame/use-settings-words";
import type { PersonPanelProps } from "./person-row";

/** A new password for whoever forgot his. */
export function GivePassword({ account, isMe, onDone, onCancel }: PersonPanelProps): JSX.Element {
  const words = useSettingsWords();
  const { people, signIn, own, parts } = words;
  const form = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  useEffect(() => form.current?.querySelector<HTMLElement>("input[name=password]")?.focus(), []);
  useEffect(() => {
    if (problem !== null) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [problem]);

  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    const { password } = formValues(event, ["password"]);
    if (sending) return;
    if (isTooShort(password)) return setProblem(signIn.setUp.tooShort(String(PASSWORD_AT_LEAST)));
    setProblem(null);
    setSending(true);
    const answer = await ask("PATCH", `/api/v1/accounts/${account.id}`, { password });
    setSending(false);
    if (answer.kind === "ok") return onDone(people.done.password(account.name));
    setProblem(problemText(answer, words));
  };
  return (
    <form ref={form} method="post" noValidate onSubmit={(event) => void send(event)}>
      <PasswordField
        name="password"
        label={own.next}
        hint={`${signIn.setUp.rule(String(PASSWORD_AT_LEAST))} ${isMe ? "" : people.form.handOver}`.trim()}
        problem={problem}
        autoComplete="new-password"
      />
      <p className="sl-means">{isMe ? people.effects.changeYou : people.effects.password(account.name)}</p>
      <p className="sl-buttons">
        <SubmitButton says={people.form.save} sending={sending} />
        <button type="button" className="button" onClick={onCancel}>
          {parts.cancel}
        </button>
      </p>
    </form>
  );
}
