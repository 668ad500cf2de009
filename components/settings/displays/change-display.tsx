import { type FormEvent, type JSX, useEffect, useRef, useState } from "react";
import type { DisplayView } from "../../../lib/access/access-types";
import { ask } from "../../access/ask";
import { problemText } from "../../access/form/answer-text";
import { Field } from "../../access/form/field";
import { formValues } from "../../access/form/form-values";
import { Problem } from "../../access/form/problem";
import { SubmitButton } from "../../access/form/submit-button";
import { useSettingsWords } from "../frame/use-settings-words";
import { LONGEST_NAME } from "./longest-name";
import type { Screens } from "./screens";
import { SelectScreen } from "./select-screen";

type Props = {
  readonly display: DisplayView;
  readonly screens: Screens | null;
  readonly onChanged: () => void;
  readonly close: () => void;
};

/** Another name, another board. */
export function ChangeDisplay({ display, screens, onChanged, close }: Props): JSX.Element {
  const words = useSettingsWords();
  const { letIn, actions } = words.displays;
  const nameField = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(false);
  const [nameProblem, setNameProblem] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => nameField.current?.focus(), []);

  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    const given = formValues(event, ["name", "screenId"]);
    if (sending) return;
    const name = given.name.trim();
    setProblem(null);
    setNameProblem(name === "" ? letIn.writeName : null);
    if (name === "") return nameField.current?.focus();
    setSending(true);
    // What could not be chosen stays as it is.
    const screen = given.screenId === "" || given.screenId === display.screenId ? {} : { screenId: given.screenId };
    const answer = await ask("PATCH", `/api/v1/displays/${encodeURIComponent(display.id)}`, { name, ...screen });
    setSending(false);
    if (answer.kind === "ok") {
      onChanged();
      return close();
    }
    const ofName = answer.kind === "refused" && answer.problems.some(({ field }) => field === "name");
    (ofName ? setNameProblem : setProblem)(problemText(answer, words));
  };
  return (
    <form className="form" method="post" noValidate onSubmit={(event) => void send(event)}>
      <div className="dp-fields">
        <Field
          ref={nameField}
          name="name"
          label={letIn.name}
          hint={null}
          problem={nameProblem}
          defaultValue={display.name}
          autoComplete="off"
          maxLength={LONGEST_NAME}
        />
        <SelectScreen screens={screens} chosen={display.screenId} />
      </div>
      <Problem says={problem} />
      <div className="sl-buttons">
        <SubmitButton says={actions.save} sending={sending} />
        <button type="button" className="button" onClick={close}>
          {words.parts.cancel}
        </button>
      </div>
    </form>
  );
}
