import { type FormEvent, type JSX, useEffect, useRef, useState } from "react";
import { TOKEN_SCOPES, type TokenScope } from "../../../lib/access/roles";
import { ask } from "../../access/ask";
import { problemText } from "../../access/form/answer-text";
import { Field } from "../../access/form/field";
import { formValues } from "../../access/form/form-values";
import { Problem } from "../../access/form/problem";
import { SubmitButton } from "../../access/form/submit-button";
import { useSettingsWords } from "../frame/use-settings-words";
import { Options } from "../parts/options";
import { refusedField } from "../parts/refused-field";
import { exampleOf } from "./examples";
import type { Created } from "./tokens";

type Props = { readonly onCreated: (created: Created) => void; readonly onCancel: () => void };
type Problems = { readonly name: string | null; readonly all: string | null };
const NONE: Problems = { name: null, all: null };

/** A token for one purpose; how it will be used stands there before it is made. */
export function AddToken({ onCreated, onCancel }: Props): JSX.Element {
  const words = useSettingsWords();
  const { tokens, parts } = words;
  const form = useRef<HTMLFormElement>(null);
  const [scope, setScope] = useState<TokenScope>("read");
  const [problems, setProblems] = useState(NONE);
  const [sending, setSending] = useState(false);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  useEffect(() => {
    if (problems !== NONE) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [problems]);

  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    const { name } = formValues(event, ["name"]);
    if (sending) return;
    if (name.trim() === "") return setProblems({ ...NONE, name: tokens.writeName });
    setProblems(NONE);
    setSending(true);
    const answer = await ask<Created>("POST", "/api/v1/tokens", { name, scope });
    setSending(false);
    if (answer.kind === "ok") return onCreated(answer.value);
    // 409: another one has the name already.
    const ofName = refusedField(answer) === "name" || (answer.kind === "refused" && answer.status === 409);
    setProblems({ ...NONE, [ofName ? "name" : "all"]: problemText(answer, words) });
  };
  return (
    <form ref={form} method="post" noValidate onSubmit={(event) => void send(event)}>
      <Field
        name="name"
        label={tokens.name}
        hint={tokens.nameHint}
        problem={problems.name}
        autoComplete="off"
        maxLength={200}
      />
      <Options
        legend={tokens.scope}
        options={TOKEN_SCOPES.map((value) => ({ value, says: tokens.scopes[value], means: tokens.means[value] }))}
        chosen={scope}
        onChoose={setScope}
      />
      <div className="sl-example">
        <p className="form-hint">{tokens.example}</p>
        <pre>
          <code>{exampleOf(scope, globalThis.location.origin, null)}</code>
        </pre>
      </div>
      <Problem says={problems.all} />
      <p className="sl-buttons">
        <SubmitButton says={tokens.create} sending={sending} />
        <button type="button" className="button" onClick={onCancel}>
          {parts.cancel}
        </button>
      </p>
    </form>
  );
}
