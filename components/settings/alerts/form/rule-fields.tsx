import type { JSX } from "react";
import type { AlertRulesPage } from "../../../../lib/alerts/alert-api";
import { SEVERITIES } from "../../../../lib/alerts/alert-rule";
import { Field } from "../../../access/form/field";
import { useAlertsWords } from "../../../alerts/use-alerts-words";
import { useSettingsWords } from "../../frame/use-settings-words";
import { Options } from "../../parts/options";
import { ChannelFields } from "./channel-fields";
import { ConditionFields } from "./condition-fields";
import type { RuleField, RuleForm } from "./rule-form";
import { ScopeFields } from "./scope-fields";
import { UnitField } from "./unit-field";

export type RuleFieldsProps = {
  readonly form: RuleForm;
  readonly known: AlertRulesPage;
  readonly onChange: (change: Partial<RuleForm>) => void;
  /** Whoever wrote in it went on. */
  readonly onLeave: (field: RuleField) => void;
  /** What is wrong, as a sentence; null: nothing, or nothing to be told yet. */
  readonly problemOf: (field: RuleField) => string | null;
};

const LONGEST_NAME = 100;

/** Everything a rule is made of. */
export function RuleFields(props: RuleFieldsProps): JSX.Element {
  const { form, onChange, onLeave, problemOf } = props;
  const { ruleForm } = useSettingsWords();
  const { say } = useAlertsWords();
  return (
    <>
      <Field
        name="name"
        label={ruleForm.name}
        hint={ruleForm.nameHint}
        problem={problemOf("name")}
        value={form.name}
        onChange={({ target }) => onChange({ name: target.value })}
        autoComplete="off"
        maxLength={LONGEST_NAME}
      />
      <Options
        legend={ruleForm.severity}
        options={SEVERITIES.map((value) => ({
          value,
          says: say.severities[value],
          means: ruleForm.severities[value],
        }))}
        chosen={form.severity}
        onChoose={(severity) => onChange({ severity })}
      />
      <ScopeFields {...props} />
      <ConditionFields {...props} />
      <div className="ar-figures ar-timing">
        <UnitField
          name="hold"
          label={ruleForm.hold}
          hint={ruleForm.holdHint}
          unit={ruleForm.units.seconds}
          value={form.hold}
          problem={problemOf("hold")}
          onWrite={(hold) => onChange({ hold })}
          onLeave={() => onLeave("hold")}
        />
        <UnitField
          name="keepFiring"
          label={ruleForm.keepFiring}
          hint={ruleForm.keepFiringHint}
          unit={ruleForm.units.seconds}
          value={form.keepFiring}
          problem={problemOf("keepFiring")}
          onWrite={(keepFiring) => onChange({ keepFiring })}
          onLeave={() => onLeave("keepFiring")}
        />
      </div>
      <ChannelFields {...props} />
    </>
  );
}
