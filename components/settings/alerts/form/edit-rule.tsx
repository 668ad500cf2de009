import { type FormEvent, type JSX, useEffect, useRef, useState } from "react";
import type { AlertRulesPage, AlertRuleView } from "../../../../lib/alerts/alert-api";
import { nameOfRule } from "../../../../lib/words/alerts/rule-name";
import { ask } from "../../../access/ask";
import { problemText } from "../../../access/form/answer-text";
import { Problem } from "../../../access/form/problem";
import { SubmitButton } from "../../../access/form/submit-button";
import { useAlertsWords } from "../../../alerts/use-alerts-words";
import { useWords } from "../../../shared/use-words";
import { useSettingsWords } from "../../frame/use-settings-words";
import { refusedField } from "../../parts/refused-field";
import { RulePreviewPanel } from "../preview/preview-panel";
import { RuleFields } from "./rule-fields";
import { formOf, keepName, newForm, previewedRule, readRule, type RuleField, type RuleForm } from "./rule-form";
import { sayProblem } from "./say-problem";

type Props = {
  /** null: a new one. */
  readonly rule: AlertRuleView | null;
  readonly known: AlertRulesPage;
  readonly onDone: (name: string) => void;
  readonly onCancel: () => void;
};

/** A rule is written; what it would have done stands beside it before it is saved. */
export function EditRule({ rule, known, onDone, onCancel }: Props): JSX.Element {
  const words = useSettingsWords();
  const { ruleForm, people, parts } = words;
  const { language } = useWords();
  const { alerts } = useAlertsWords();
  const called = rule === null ? "" : nameOfRule(rule, alerts);
  const element = useRef<HTMLFormElement>(null);
  const [form, setForm] = useState<RuleForm>(() =>
    rule === null ? newForm(language) : formOf({ ...rule, name: called }, language),
  );
  const [left, setLeft] = useState<ReadonlySet<RuleField>>(new Set());
  const [tries, setTries] = useState(0);
  const [refused, setRefused] = useState<{ readonly field: string | null; readonly says: string } | null>(null);
  const [sending, setSending] = useState(false);
  useEffect(() => element.current?.querySelector("input")?.focus(), []);
  useEffect(() => {
    if (tries > 0) element.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [tries]);

  const read = readRule(form);
  /** Not before a field was left or the rule was to be saved: nobody is told off while he types. */
  const problemOf = (field: RuleField): string | null => {
    if (field === "name" && refused?.field === "name") return refused.says;
    const problem = read.kind === "problems" ? read.problems.get(field) : undefined;
    return problem === undefined || (tries === 0 && !left.has(field)) ? null : sayProblem(problem, words, language);
  };
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (sending) return;
    setRefused(null);
    setTries(tries + 1);
    if (read.kind === "problems") return;
    setSending(true);
    const answer =
      rule === null
        ? await ask("POST", "/api/v1/alert-rules", read.rule)
        : await ask("PATCH", `/api/v1/alert-rules/${encodeURIComponent(rule.id)}`, keepName(read.rule, rule, called));
    setSending(false);
    if (answer.kind === "ok") return onDone(read.rule.name);
    setRefused({ field: refusedField(answer), says: problemText(answer, words) });
    setTries(tries + 1);
  };
  return (
    <form ref={element} className="ar-form" method="post" noValidate onSubmit={(event) => void send(event)}>
      <div className="ar-write">
        <RuleFields
          form={form}
          known={known}
          onChange={(change) => {
            setForm({ ...form, ...change });
            if (change.name !== undefined) setRefused(null);
          }}
          onLeave={(field) => setLeft(new Set([...left, field]))}
          problemOf={problemOf}
        />
      </div>
      <RulePreviewPanel rule={previewedRule(form)} />
      <div className="ar-send">
        {rule?.origin === "default" ? <p className="sl-means">{ruleForm.ofDefault}</p> : null}
        <Problem says={refused === null || refused.field === "name" ? null : refused.says} />
        <p className="sl-buttons">
          <SubmitButton says={rule === null ? ruleForm.create : people.form.save} sending={sending} />
          <button type="button" className="button" onClick={onCancel}>
            {parts.cancel}
          </button>
        </p>
      </div>
    </form>
  );
}
