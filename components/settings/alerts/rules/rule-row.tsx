import { type JSX, useMemo, useState } from "react";
import type { AlertRulesPage, AlertRuleView } from "../../../../lib/alerts/alert-api";
import { nameOfRule } from "../../../../lib/words/alerts/rule-name";
import type { RuleWords } from "../../../../lib/words/en/settings/alerts/rules";
import { problemText } from "../../../access/form/answer-text";
import { Problem } from "../../../access/form/problem";
import { ask } from "../../../access/ask";
import { AlertMark } from "../../../alerts/firing/alert-mark";
import { useAlertsWords } from "../../../alerts/use-alerts-words";
import { serverNowMs } from "../../../shared/time/server-clock";
import { useSettingsWords } from "../../frame/use-settings-words";
import { AskTwice } from "../../parts/ask-twice";
import { ListRow, type RowAction } from "../../parts/list-row";
import { readerZone, whenText } from "../../parts/reader-clock";
import { EditRule } from "../form/edit-rule";
import { sayRule } from "./say-rule";

type Props = {
  readonly rule: AlertRuleView;
  readonly known: AlertRulesPage;
  /** @param says what came of it */
  readonly onDone: (says: string) => void;
};

const addressOf = ({ id }: AlertRuleView): string => `/api/v1/alert-rules/${encodeURIComponent(id)}`;

/** One rule in sentences, where it comes from, and what can be done with it there. */
export function RuleRow(props: Props): JSX.Element {
  const { rule, known, onDone } = props;
  const words = useSettingsWords();
  const { rules } = words;
  const { say, formats, language, alerts } = useAlertsWords();
  const name = nameOfRule(rule, alerts);
  const [problem, setProblem] = useState<string | null>(null);
  const names = useMemo(() => new Map(known.queues.map((queue) => [queue.id, queue.name])), [known.queues]);
  const said = sayRule(rule, names, { rules, say, formats, language });

  const turn = async (): Promise<void> => {
    setProblem(null);
    const answer = await ask("PATCH", addressOf(rule), { enabled: !rule.enabled });
    if (answer.kind === "ok") onDone(rule.enabled ? rules.done.disabled(name) : rules.done.enabled(name));
    else setProblem(problemText(answer, words));
  };
  return (
    <ListRow name={name} actions={actionsOf(props, name, rules, turn)} state={rule.enabled ? "on" : "off"}>
      <div>
        <AlertMark severity={rule.severity} colour="none" />
        <p className="ar-name">
          <bdi className="sl-name">{name}</bdi>
          {rule.enabled ? null : <span className="sl-mark">{rules.off}</span>}
        </p>
        <Origin rule={rule} />
      </div>
      <div>
        <span className="ar-condition">{said.condition}</span>
        <span className="sl-note" dir="auto">
          {said.scope}
        </span>
        {said.clear === null ? null : <span className="sl-note">{said.clear}</span>}
      </div>
      <div>
        <span className="sl-soft">{said.timing}</span>
        <span className="sl-note">{said.tells}</span>
        <Problem says={problem} />
      </div>
    </ListRow>
  );
}

function Origin({ rule }: { readonly rule: AlertRuleView }): JSX.Element {
  const { rules } = useSettingsWords();
  const { formats } = useAlertsWords();
  const { origin, replacesDefault, changedBy, changedAtMs } = rule;
  if (origin !== "settings") return <span className="sl-note">{rules.origins[origin]}</span>;
  return (
    <>
      {replacesDefault ? <span className="sl-note">{rules.origins.replaced}</span> : null}
      {changedBy === null || changedAtMs === null ? null : (
        <span className="sl-note">
          {rules.made(whenText(changedAtMs, serverNowMs(), readerZone(), formats), changedBy)}
        </span>
      )}
    </>
  );
}

/** AL83: what stands in the configuration is changed there; a default can be switched off but not deleted. */
function actionsOf(
  { rule, known, onDone }: Props,
  name: string,
  rules: RuleWords,
  turn: () => Promise<void>,
): readonly RowAction[] {
  const { origin, enabled, replacesDefault } = rule;
  if (origin === "configuration") return [];
  const change: RowAction = {
    id: "change",
    says: rules.change,
    panel: (close) => (
      <EditRule
        rule={rule}
        known={known}
        onDone={(changed) => {
          close();
          onDone(rules.done.changed(changed));
        }}
        onCancel={close}
      />
    ),
  };
  const remove: RowAction = {
    id: "delete",
    says: replacesDefault ? rules.restore : rules.delete,
    panel: (close) => (
      <AskTwice
        means={replacesDefault ? rules.restoreMeans(name) : rules.deleteMeans(name)}
        confirm={replacesDefault ? rules.restore : rules.confirmDelete(name)}
        ask={() => ask("DELETE", addressOf(rule))}
        onDone={() => {
          close();
          onDone(replacesDefault ? rules.done.restored(name) : rules.done.deleted(name));
        }}
        onCancel={close}
      />
    ),
  };
  return [
    { id: "turn", says: enabled ? rules.disable : rules.enable, press: () => void turn() },
    change,
    ...(origin === "settings" ? [remove] : []),
  ];
}
