import { type FormEvent, type JSX, useRef, useState } from "react";
import type { DisplayView } from "../../../lib/access/access-types";
import type { SettingsWords } from "../../../lib/words/load/settings";
import { type Answer, ask } from "../../access/ask";
import { problemText } from "../../access/form/answer-text";
import { Field } from "../../access/form/field";
import { formValues } from "../../access/form/form-values";
import { Problem } from "../../access/form/problem";
import { SubmitButton } from "../../access/form/submit-button";
import { useSettingsWords } from "../frame/use-settings-words";
import { LONGEST_NAME } from "./longest-name";
import type { Screens } from "./screens";
import { SelectScreen } from "./select-screen";
import { readTypedCode } from "./typed-code";

type Props = {
  readonly screens: Screens | null;
  readonly onLetIn: (display: DisplayView) => void;
};

type Problems = { readonly code: string | null; readonly name: string | null; readonly whole: string | null };
const NO_PROBLEM: Problems = { code: null, name: null, whole: null };
const MINUTE_MS = 60_000;

/** Lets in the television that shows a code: with a name and what it is to show. */
export function LetIn({ screens, onLetIn }: Props): JSX.Element {
  const words = useSettingsWords();
  const { letIn } = words.displays;
  const form = useRef<HTMLFormElement>(null);
  const codeField = useRef<HTMLInputElement>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(false);
  const [problems, setProblems] = useState(NO_PROBLEM);
  const [done, setDone] = useState("");

  const complain = (found: Problems): void => {
    setProblems(found);
    (found.code !== null ? codeField : found.name !== null ? nameField : null)?.current?.focus();
  };
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    const given = formValues(event, ["code", "name", "screenId"]);
    if (sending) return;
    setDone("");
    const typed = readTypedCode(given.code);
    const name = given.name.trim();
    const lacks = name === "" ? letIn.writeName : null;
    if (typed.kind !== "code" || lacks !== null) {
      const codeProblem = typed.kind === "code" ? null : typed.kind === "unlikely" ? letIn.unlikely : letIn.writeCode;
      return complain({ code: codeProblem, name: lacks, whole: null });
    }
    setProblems(NO_PROBLEM);
    setSending(true);
    const body = { code: typed.code, name, screenId: given.screenId };
    const answer = await ask<DisplayView>("POST", "/api/v1/displays", body);
    setSending(false);
    if (answer.kind !== "ok") return complain(problemsOf(answer, words));
    form.current?.reset();
    codeField.current?.focus();
    setDone(letIn.done(answer.value.name));
    onLetIn(answer.value);
  };
  return (
    <form ref={form} className="form dp-let-in" method="post" noValidate onSubmit={(event) => void send(event)}>
      <div className="dp-fields">
        <Field
          ref={codeField}
          name="code"
          label={letIn.code}
          hint={letIn.codeHint}
          problem={problems.code}
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          maxLength={40}
        />
        <Field
          ref={nameField}
          name="name"
          label={letIn.name}
          hint={letIn.nameHint}
          problem={problems.name}
          autoComplete="off"
          maxLength={LONGEST_NAME}
        />
        <SelectScreen screens={screens} chosen={null} />
      </div>
      <Problem says={problems.whole} />
      <div className="dp-submit">
        <SubmitButton says={letIn.submit} sending={sending} held={screens === null} />
        <p className="form-done" role="status">
          {done}
        </p>
      </div>
    </form>
  );
}

function problemsOf(answer: Exclude<Answer<unknown>, { kind: "ok" }>, words: SettingsWords): Problems {
  const { letIn } = words.displays;
  if (answer.kind === "refused") {
    if (answer.status === 409) return { ...NO_PROBLEM, code: letIn.notShown };
    if (answer.status === 429)
      return { ...NO_PROBLEM, code: letIn.tooMany(String(Math.ceil((answer.retryAfterMs ?? MINUTE_MS) / MINUTE_MS))) };
    const fields = new Set(answer.problems.map(({ field }) => field));
    if (fields.has("code")) return { ...NO_PROBLEM, code: letIn.writeCode };
    if (fields.has("name")) return { ...NO_PROBLEM, name: problemText(answer, words) };
  }
  return { ...NO_PROBLEM, whole: problemText(answer, words) };
}
