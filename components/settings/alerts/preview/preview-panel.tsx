import type { JSX } from "react";
import type { NewAlertRule, PreviewFiring, RulePreview } from "../../../../lib/alerts/alert-api";
import { subjectOf } from "../../../../lib/words/alerts/say-alert";
import { problemText } from "../../../access/form/answer-text";
import { useAlertsWords } from "../../../alerts/use-alerts-words";
import { useSettingsWords } from "../../frame/use-settings-words";
import { readerZone } from "../../parts/reader-clock";
import { sayPreview } from "./say-preview";
import { usePreview } from "./use-preview";

/** More of them say nothing more. */
const SHOWN_AT_MOST = 8;

/** AL82: when the rule would have fired yesterday; what was told of other fields is greyed until it is told anew. */
export function RulePreviewPanel({ rule }: { readonly rule: NewAlertRule | null }): JSX.Element {
  const words = useSettingsWords();
  const { formats } = useAlertsWords();
  const { preview } = words.ruleForm;
  const { told, standing, failed, again } = usePreview(rule);
  const says = (): string => {
    if (standing === "incomplete") return preview.incomplete;
    if (standing === "failed" && failed !== null) return `${preview.failed} ${problemText(failed, words)}`;
    return standing === "told" && told !== null ? sayPreview(told, preview, formats) : preview.reading;
  };
  return (
    <section className="ar-preview" aria-labelledby="ar-preview" aria-busy={standing === "reading"}>
      <h3 id="ar-preview">{preview.heading}</h3>
      <p className="ar-standing" role="status" data-standing={standing}>
        {says()}
      </p>
      {standing === "failed" ? (
        <button type="button" className="button sl-action ar-again" onClick={again}>
          {preview.again}
        </button>
      ) : null}
      {told === null ? null : <Told told={told} isStale={standing !== "told"} />}
    </section>
  );
}

function Told({ told, isStale }: { readonly told: RulePreview; readonly isStale: boolean }): JSX.Element {
  const { preview } = useSettingsWords().ruleForm;
  const { formats } = useAlertsWords();
  const more = told.firings.length - SHOWN_AT_MOST;
  return (
    <div className="ar-told" data-stale={isStale}>
      <ul>
        {told.firings.slice(0, SHOWN_AT_MOST).map((firing) => (
          <Firing key={`${firing.subjectName} ${firing.firedAtMs}`} firing={firing} />
        ))}
        {more > 0 ? <li className="sl-soft">{preview.more(formats.count(more))}</li> : null}
      </ul>
      {told.auditedMs === 0 ? null : <p className="form-hint">{preview.heard(formats.duration(told.auditedMs))}</p>}
    </div>
  );
}

function Firing({ firing }: { readonly firing: PreviewFiring }): JSX.Element {
  const { preview } = useSettingsWords().ruleForm;
  const { formats, say } = useAlertsWords();
  const { firedAtMs, resolvedAtMs, muted } = firing;
  const timeOf = (atMs: number): string => formats.time(atMs, readerZone());
  return (
    <li>
      <bdi className="ar-subject">{subjectOf(firing, say)}</bdi>{" "}
      <span className="ar-times">
        {resolvedAtMs === null ? preview.still(timeOf(firedAtMs)) : `${timeOf(firedAtMs)}–${timeOf(resolvedAtMs)}`}
      </span>
      {muted === null ? null : <span className="sl-note">{say.muted[muted]}</span>}
    </li>
  );
}
