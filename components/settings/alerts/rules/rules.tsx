import { type JSX, useState } from "react";
import type { AlertRulesPage } from "../../../../lib/alerts/alert-api";
import { useSettingsWords } from "../../frame/use-settings-words";
import { ListState } from "../../parts/list-state";
import { OpenAbove } from "../../parts/open-above";
import type { Listed } from "../../parts/use-listed";
import { EditRule } from "../form/edit-rule";
import { RuleRow } from "./rule-row";

const EMPTY: AlertRulesPage = { rules: [], channels: [], queues: [] };

/** What fires, and whom it tells. */
export function Rules({ listed }: { readonly listed: Listed<AlertRulesPage> }): JSX.Element {
  const { rules: words } = useSettingsWords();
  const [done, setDone] = useState("");
  const onDone = (says: string): void => {
    setDone(says);
    void listed.read();
  };
  return (
    <section className="st-part ar-part" aria-labelledby="ar-rules">
      <h2 id="ar-rules">{words.heading}</h2>
      <div className="sl-head">
        <p>{words.lead}</p>
        <OpenAbove says={words.add}>
          {(close) => (
            <EditRule
              rule={null}
              known={listed.value ?? EMPTY}
              onDone={(name) => {
                close();
                onDone(words.done.created(name));
              }}
              onCancel={close}
            />
          )}
        </OpenAbove>
      </div>
      <p className="sl-done" role="status">
        {done}
      </p>
      <ListState listed={listed}>
        {(known) =>
          known.rules.length === 0 ? (
            <p className="sl-empty">{words.none}</p>
          ) : (
            <ul className="sl ar-rules">
              {known.rules.map((rule) => (
                <RuleRow key={rule.id} rule={rule} known={known} onDone={onDone} />
              ))}
            </ul>
          )
        }
      </ListState>
    </section>
  );
}
