import type { JSX } from "react";
import { ROLES } from "../../../lib/access/roles";
import { useSettingsWords } from "../frame/use-settings-words";
import { Check, Options } from "../parts/options";
import { type KnownQueue, QueueChoice } from "../parts/queue-choice";
import type { Grants } from "./grants";

type Props = {
  readonly grants: Grants;
  readonly onChange: (grants: Grants) => void;
  readonly queues: readonly KnownQueue[];
  /** What is wrong with the queues; null: nothing. */
  readonly queuesProblem: string | null;
};

/** What is open to a person: role, a lead's queues, callers' numbers. */
export function GrantsFields({ grants, onChange, queues, queuesProblem }: Props): JSX.Element {
  const { people, frame } = useSettingsWords();
  const { form } = people;
  const { role, queueIds, seesNumbers } = grants;
  return (
    <>
      <Options
        legend={form.role}
        options={ROLES.map((value) => ({ value, says: frame.roles[value], means: form.roles[value] }))}
        chosen={role}
        onChoose={(chosen) => onChange({ ...grants, role: chosen })}
      />
      {role === "lead" ? (
        <QueueChoice
          legend={form.queues}
          queues={queues}
          chosen={queueIds}
          problem={queuesProblem}
          onChoose={(chosen) => onChange({ ...grants, queueIds: chosen })}
        />
      ) : null}
      {role === "analyst" ? null : (
        <Check
          says={form.numbers}
          means={form.numbersMean}
          checked={seesNumbers}
          onCheck={(checked) => onChange({ ...grants, seesNumbers: checked })}
        />
      )}
    </>
  );
}
