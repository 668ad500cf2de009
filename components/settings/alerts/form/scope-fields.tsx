import type { JSX } from "react";
import type { AlertScope } from "../../../../lib/alerts/alert-rule";
import { Field } from "../../../access/form/field";
import { useSettingsWords } from "../../frame/use-settings-words";
import { Check, Options } from "../../parts/options";
import { QueueChoice } from "../../parts/queue-choice";
import type { RuleFieldsProps } from "./rule-fields";
import { needsQueues } from "./rule-form";

const SCOPES: readonly AlertScope["kind"][] = ["each-queue", "group", "site"];

/** What the rule looks at. */
export function ScopeFields({ form, known, onChange, problemOf }: RuleFieldsProps): JSX.Element {
  const { ruleForm } = useSettingsWords();
  return (
    <>
      <Options
        legend={ruleForm.scope}
        options={SCOPES.map((value) => ({ value, says: ruleForm.scopes[value], means: ruleForm.scopesMean[value] }))}
        chosen={form.scope}
        onChoose={(scope) => onChange({ scope })}
      />
      {form.scope === "each-queue" ? (
        <Check
          says={ruleForm.everyQueue}
          means={ruleForm.everyQueueMeans}
          checked={form.everyQueue}
          onCheck={(everyQueue) => onChange({ everyQueue })}
        />
      ) : null}
      {form.scope === "group" ? (
        <Field
          name="group"
          label={ruleForm.group}
          hint={ruleForm.groupHint}
          problem={problemOf("group")}
          value={form.group}
          onChange={({ target }) => onChange({ group: target.value })}
          autoComplete="off"
          maxLength={100}
        />
      ) : null}
      {needsQueues(form) ? (
        <QueueChoice
          legend={ruleForm.queues}
          queues={known.queues}
          chosen={form.queueIds}
          problem={problemOf("queues")}
          onChoose={(queueIds) => onChange({ queueIds })}
        />
      ) : null}
    </>
  );
}
