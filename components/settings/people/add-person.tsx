import { type FormEvent, type JSX, useEffect, useRef, useState } from "react";
import { isTooShort, PASSWORD_AT_LEAST } from "../../../lib/access/password-rule";
import { ask } from "../../access/ask";
import { problemText } from "../../access/form/answer-text";
import { Field } from "../../access/form/field";
import { formValues } from "../../access/form/form-values";
import { PasswordField } from "../../access/form/password-field";
import { Problem } from "../../access/form/problem";
import { SubmitButton } from "../../access/form/submit-button";
import { useSettingsWords } from "../frame/use-settings-words";
import type { KnownQueue } from "../parts/queue-choice";
import { refusedField } from "../parts/refused-field";
import { lacksQueue, NO_GRANTS, sentGrants } from "./grants";
import { GrantsFields } from "./grants-fields";

type Props = {
  readonly queues: readonly KnownQueue[];
  /** @param says what came of it */
  readonly onAdded: (says: string) => void;
  readonly onCancel: () => void;
};

/** What is wrong, by field; null: nothing. */
type Problems = Readonly<Record<"name" | "queueIds" | "password" | "all", string | null>>;
const NONE: Problems = { name: null, queueIds: null, password: null, all: null };

/** A person who may sign in by name and password, with what is open to him from the first time on. */
export function AddPerson({ queues, onAdded, onCancel }: Props): JSX.Element {
  const words = useSettingsWords();
  const { people, signIn, parts } = words;
  const { form: says } = people;
  const form = useRef<HTMLFormElement>(null);
  const [grants, setGrants] = useState(NO_GRANTS);
  const [problems, setProblems] = useState(NONE);
  const [sending, setSending] = useState(false);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  useEffect(() => {
    if (problems !== NONE) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [problems]);

  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    const { name, password } = formValues(event, ["name", "password"]);
    if (sending) return;
    const found: Problems = {
      name: name.trim() === "" ? says.writeName : null,
      queueIds: lacksQueue(grants) ? says.chooseQueue : null,
      password: isTooShort(password) ? signIn.setUp.tooShort(String(PASSWORD_AT_LEAST)) : null,
      all: null,
    };
    setProblems(found);
    if (Object.values(found).some((problem) => problem !== null)) return;
    setSending(true);
    const answer = await ask("POST", "/api/v1/accounts", { name, password, ...sentGrants(grants) });
    setSending(false);
    if (answer.kind === "ok") return onAdded(people.done.added(name.trim()));
    // 409: somebody has the name already.
    const field = answer.kind === "refused" && answer.status === 409 ? "name" : refusedField(answer);
    setProblems({ ...NONE, [field !== null && field in NONE ? field : "all"]: problemText(answer, words) });
  };
  return (
    <form ref={form} method="post" noValidate onSubmit={(event) => void send(event)}>
      <Field
        name="name"
        label={signIn.name}
        hint={says.nameHint}
        problem={problems.name}
        autoComplete="off"
        maxLength={200}
      />
      <GrantsFields grants={grants} onChange={setGrants} queues={queues} queuesProblem={problems.queueIds} />
      <PasswordField
        name="password"
        label={says.firstPassword}
        hint={`${signIn.setUp.rule(String(PASSWORD_AT_LEAST))} ${says.handOver}`}
        problem={problems.password}
        autoComplete="new-password"
      />
      <Problem says={problems.all} />
      <p className="sl-buttons">
        <SubmitButton says={says.create} sending={sending} />
        <button type="button" className="button" onClick={onCancel}>
          {parts.cancel}
        </button>
      </p>
    </form>
  );
}
