import { type JSX, useState } from "react";
import type { AlertRulesPage, SilencesPage } from "../../../../lib/alerts/alert-api";
import { useAlertsWords } from "../../../alerts/use-alerts-words";
import { useSettingsWords } from "../../frame/use-settings-words";
import { ListState } from "../../parts/list-state";
import { OpenAbove } from "../../parts/open-above";
import { useListed } from "../../parts/use-listed";
import { BeginSilence } from "./begin-silence";
import { SilenceRow } from "./silence-row";

/** They end by themselves. */
const EVERY_MS = 20_000;

/** What nobody is told of for a while, and why. */
export function Silences({ known }: { readonly known: AlertRulesPage | null }): JSX.Element {
  const { silences: words } = useSettingsWords();
  const { alerts } = useAlertsWords();
  const listed = useListed<SilencesPage>("/api/v1/alert-silences", EVERY_MS);
  const [done, setDone] = useState("");
  const onDone = (says: string): void => {
    setDone(says);
    void listed.read();
  };
  return (
    <section className="st-part ar-part" aria-labelledby="ar-silences">
      <h2 id="ar-silences">{alerts.silences.heading}</h2>
      <div className="sl-head">
        <p>{alerts.silences.noneMeans}</p>
        {known === null || listed.value === null ? null : (
          <Begin known={known} hours={listed.value} says={words.add} onDone={onDone} />
        )}
      </div>
      <p className="sl-done" role="status">
        {done}
      </p>
      <ListState listed={listed}>
        {({ silences }) =>
          silences.length === 0 ? (
            <p className="sl-empty">{alerts.silences.none}.</p>
          ) : (
            <ul className="sl ar-silences">
              {silences.map((silence) => (
                <SilenceRow key={silence.id} silence={silence} known={known} onEnded={() => onDone(words.ended)} />
              ))}
            </ul>
          )
        }
      </ListState>
    </section>
  );
}

type BeginProps = {
  readonly known: AlertRulesPage;
  readonly hours: SilencesPage;
  readonly says: string;
  readonly onDone: (says: string) => void;
};

const Begin = ({ known, hours, says, onDone }: BeginProps): JSX.Element => (
  <OpenAbove says={says}>
    {(close) => (
      <BeginSilence
        known={known}
        hours={hours}
        onBegun={(begun) => {
          close();
          onDone(begun);
        }}
        onCancel={close}
      />
    )}
  </OpenAbove>
);
