import { type JSX, useEffect, useId, useRef } from "react";
import { useAlertsWords } from "../../../alerts/use-alerts-words";
import { useSettingsWords } from "../../frame/use-settings-words";
import { Select } from "../../parts/select";
import { capital } from "../rules/say-rule";
import { type ConditionForm, firstCondition } from "./condition-form";
import { FIGURES, type FormKind } from "./figures";
import type { RuleFieldsProps } from "./rule-fields";
import { kindsFor, mayAddCondition } from "./rule-form";
import { UnitField } from "./unit-field";

/** What has to be so: one condition, or several at once. */
export function ConditionFields(props: RuleFieldsProps): JSX.Element {
  const { form, onChange } = props;
  const { conditions } = form;
  const { ruleForm } = useSettingsWords();
  const { language } = useAlertsWords();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  /** Whose select is to have the focus; null: nobody's. */
  const toFocus = useRef<number | null>(null);
  useEffect(() => {
    if (toFocus.current !== null) list.current?.querySelectorAll("select")[toFocus.current]?.focus();
    toFocus.current = null;
  });
  const [next] = kindsFor(conditions, conditions.length);
  return (
    <div className="ar-conditions" role="group" aria-labelledby={id}>
      <p className="sl-legend" id={id}>
        {ruleForm.fires}
      </p>
      {conditions.length > 1 ? <p className="form-hint">{ruleForm.allAtOnce}</p> : null}
      <div ref={list}>
        {conditions.map((condition, index) => (
          <OneCondition
            // Its place is what it is known by: kinds change.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            {...props}
            condition={condition}
            index={index}
            onRemove={() => {
              onChange({ conditions: conditions.filter((_, at) => at !== index) });
              toFocus.current = Math.max(0, index - 1);
            }}
          />
        ))}
      </div>
      {next !== undefined && mayAddCondition(conditions) ? (
        <button
          type="button"
          className="button sl-action ar-add"
          onClick={() => {
            onChange({ conditions: [...conditions, firstCondition(next, language)] });
            toFocus.current = conditions.length;
          }}
        >
          {ruleForm.addCondition}
        </button>
      ) : null}
    </div>
  );
}

type OneProps = RuleFieldsProps & {
  readonly condition: ConditionForm;
  readonly index: number;
  readonly onRemove: () => void;
};

function OneCondition({ form, condition, index, onChange, onLeave, onRemove, problemOf }: OneProps): JSX.Element {
  const { ruleForm } = useSettingsWords();
  const { say, language } = useAlertsWords();
  const { conditions } = form;
  const { kind, typed } = condition;
  const put = (changed: ConditionForm): void =>
    onChange({ conditions: conditions.map((each, at) => (at === index ? changed : each)) });
  const isOneOfSeveral = conditions.length > 1;
  const label = isOneOfSeveral ? ruleForm.conditionNumber(String(index + 1)) : ruleForm.condition;
  return (
    <div className="ar-condition-fields" role="group" aria-label={label}>
      <Select
        label={label}
        options={kindsFor(conditions, index).map((value) => ({
          value,
          says: capital(say.conditions[value], language),
        }))}
        chosen={kind}
        means={ruleForm.conditionsMean[kind]}
        onChoose={(chosen: FormKind) => put(firstCondition(chosen, language))}
      />
      {FIGURES[kind].length === 0 ? null : (
        <div className="ar-figures">
          {FIGURES[kind].map(({ key, unit }) => (
            <UnitField
              key={`${kind} ${key}`}
              name={`${index}.${key}`}
              label={ruleForm.fields[key]}
              hint={null}
              unit={ruleForm.units[unit]}
              value={typed[key] ?? ""}
              problem={problemOf(`${index}.${key}`)}
              onWrite={(value) => put({ kind, typed: { ...typed, [key]: value } })}
              onLeave={() => onLeave(`${index}.${key}`)}
            />
          ))}
        </div>
      )}
      {FIGURES[kind].some(({ key }) => key === "clear") ? <p className="form-hint">{ruleForm.clearHint}</p> : null}
      {isOneOfSeveral ? (
        <button
          type="button"
          className="button sl-action ar-remove"
          aria-label={`${ruleForm.remove}: ${label}`}
          onClick={onRemove}
        >
          {ruleForm.remove}
        </button>
      ) : null}
    </div>
  );
}
