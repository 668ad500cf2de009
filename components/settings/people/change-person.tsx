import { type FormEvent, type JSX, useEffect, useRef, useState } from "react";
import type { AccountView } from "../../../lib/access/access-types";
import { ask } from "../../access/ask";
import { problemText } from "../../access/form/answer-text";
import { Problem } from "../../access/form/problem";
import { SubmitButton } from "../../access/form/submit-button";
import { useSettingsWords } from "../frame/use-settings-words";
import type { KnownQueue } from "../parts/queue-choice";
import { refusedField } from "../parts/refused-field";
import { grantsOf, lacksQueue, sameGrants, sentGrants } from "./grants";
import { GrantsFields } from "./grants-fields";
import type { PersonPanelProps } from "./person-row";

type Props = PersonPanelProps & { readonly queues: readonly KnownQueue[] };

/** Role, queues and numbers of somebody; what saving comes to stands there before. */
export function ChangePerson({ account, queues, isMe, onDone, onCancel }: Props): JSX.Element {
  const words = useSettingsWords();
  const { people, parts } = words;
  const form = useRef<HTMLFormElement>(null);
  const [before] = useState(() => grantsOf(account));
  const [grants, setGrants] = useState(before);
  const [problem, setProblem] = useState<{ readonly field: string | null; readonly says: string } | null>(null);
  const [sending, setSending] = useState(false);
  const isSame = sameGrants(before, grants);
  useEffect(() => form.current?.querySelector<HTMLElement>("input:checked")?.focus(), []);
  useEffect(() => {
    if (problem !== null) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [problem]);

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (sending || isSame) return;
    if (lacksQueue(grants)) return setProblem({ field: "queueIds", says: people.form.chooseQueue });
    setProblem(null);
    setSending(true);
    const answer = await ask("PATCH", `/api/v1/accounts/${account.id}`, sentGrants(grants));
    setSending(false);
    if (answer.kind === "ok") return onDone(people.done.changed(account.name));
    setProblem({ field: refusedField(answer), says: problemText(answer, words) });
  };
  const ofQueues = problem?.field === "queueIds" ? problem.says : null;
  return (
    <form ref={form} method="post" noValidate onSubmit={(event) => void send(event)}>
      <GrantsFields grants={grants} onChange={setGrants} queues={queues} queuesProblem={ofQueues} />
      <p className="sl-means" role="status">
        {isSame ? people.effects.nothing : effectOf(account, isMe, grants.role, people)}
      </p>
      <Problem says={problem === null || ofQueues !== null ? null : problem.says} />
      <p className="sl-buttons">
        <SubmitButton says={people.form.save} sending={sending} held={isSame} />
        <button type="button" className="button" onClick={onCancel}>
          {parts.cancel}
        </button>
      </p>
    </form>
  );
}

function effectOf(
  { name, signsInBy }: AccountView,
  isMe: boolean,
  role: AccountView["role"],
  { effects }: ReturnType<typeof useSettingsWords>["people"],
): string {
  return [
    isMe ? effects.changeYou : effects.change(name),
    ...(isMe && role !== "admin" ? [effects.noSettings] : []),
    ...(signsInBy === "company" ? [effects.company] : []),
  ].join(" ");
}
