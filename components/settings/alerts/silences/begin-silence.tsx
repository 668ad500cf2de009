import { type FormEvent, type JSX, useEffect, useRef, useState } from "react";
import {
  type AlertRulesPage,
  type NewSilence,
  type NextHours,
  SILENCE_AT_MOST_MS,
} from "../../../../lib/alerts/alert-api";
import type { QueueId } from "../../../../lib/vocabulary";
import { nameOfRule } from "../../../../lib/words/alerts/rule-name";
import { ask } from "../../../access/ask";
import { problemText } from "../../../access/form/answer-text";
import { Field } from "../../../access/form/field";
import { Problem } from "../../../access/form/problem";
import { SubmitButton } from "../../../access/form/submit-button";
import { useAlertsWords } from "../../../alerts/use-alerts-words";
import { serverNowMs } from "../../../shared/time/server-clock";
import { useSettingsWords } from "../../frame/use-settings-words";
import { Options } from "../../parts/options";
import { QueueChoice } from "../../parts/queue-choice";
import { readerZone, whenText } from "../../parts/reader-clock";
import { refusedField } from "../../parts/refused-field";
import { Select } from "../../parts/select";
import { UntilFields } from "./until-fields";
import { type Until, untilMs } from "./until";

type Props = {
  readonly known: AlertRulesPage;
  readonly hours: NextHours;
  /** @param says what came of it */
  readonly onBegun: (says: string) => void;
  readonly onCancel: () => void;
};

type Problems = Readonly<Record<"queueIds" | "untilMs" | "reason" | "all", string | null>>;
const NONE: Problems = { queueIds: null, untilMs: null, reason: null, all: null };
const EVERY_RULE = "";
const DAY_MS = 86_400_000;
const LONGEST_REASON = 200;

/** A silence: of what, until when, and why. */
export function BeginSilence({ known, hours, onBegun, onCancel }: Props): JSX.Element {
  const words = useSettingsWords();
  const { silences, people, parts, ruleForm } = words;
  const { alerts, formats } = useAlertsWords();
  const form = useRef<HTMLFormElement>(null);
  const [ruleId, setRuleId] = useState(EVERY_RULE);
  const [which, setWhich] = useState<"all" | "chosen">("all");
  const [queueIds, setQueueIds] = useState<readonly QueueId[]>([]);
  const [until, setUntil] = useState<Until>("hour");
  const [time, setTime] = useState("");
  const [reason, setReason] = useState("");
  const [problems, setProblems] = useState(NONE);
  const [sending, setSending] = useState(false);
  useEffect(() => form.current?.querySelector("select")?.focus(), []);
  useEffect(() => {
    if (problems !== NONE) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [problems]);

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (sending) return;
    const nowMs = serverNowMs();
    const endsAtMs = untilMs(until, hours, time, nowMs);
    const found: Problems = {
      queueIds: which === "chosen" && queueIds.length === 0 ? people.form.chooseQueue : null,
      untilMs: endsAtMs === null ? silences.later(String(SILENCE_AT_MOST_MS / DAY_MS)) : null,
      reason: reason.trim() === "" ? silences.writeReason : null,
      all: null,
    };
    setProblems(found);
    if (endsAtMs === null || Object.values(found).some((problem) => problem !== null)) return;
    setSending(true);
    const silence: NewSilence = {
      ruleId: ruleId === EVERY_RULE ? null : ruleId,
      queueIds: which === "all" ? null : queueIds,
      untilMs: endsAtMs,
      reason: reason.trim(),
    };
    const answer = await ask("POST", "/api/v1/alert-silences", silence);
    setSending(false);
    if (answer.kind === "ok") return onBegun(silences.begun(whenText(endsAtMs, nowMs, readerZone(), formats)));
    const field = refusedField(answer);
    setProblems({ ...NONE, [field !== null && field in NONE ? field : "all"]: problemText(answer, words) });
  };
  return (
    <form ref={form} className="ar-silence" method="post" noValidate onSubmit={(event) => void send(event)}>
      <Select
        label={silences.rule}
        options={[
          { value: EVERY_RULE, says: alerts.silences.allRules },
          ...known.rules.map((rule) => ({ value: rule.id, says: nameOfRule(rule, alerts) })),
        ]}
        chosen={ruleId}
        means={null}
        onChoose={setRuleId}
      />
      <Options
        legend={silences.queues}
        options={[
          { value: "all", says: silences.all, means: silences.allMean },
          { value: "chosen", says: silences.chosen, means: silences.chosenMean },
        ]}
        chosen={which}
        onChoose={setWhich}
      />
      {which === "chosen" ? (
        <QueueChoice
          legend={ruleForm.queues}
          queues={known.queues}
          chosen={queueIds}
          problem={problems.queueIds}
          onChoose={setQueueIds}
        />
      ) : null}
      <UntilFields
        hours={hours}
        chosen={until}
        onChoose={setUntil}
        time={time}
        onTime={setTime}
        problem={problems.untilMs}
      />
      <Field
        name="reason"
        label={silences.reason}
        hint={silences.reasonHint}
        problem={problems.reason}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        autoComplete="off"
        maxLength={LONGEST_REASON}
      />
      <p className="sl-soft">{silences.ringsOn}</p>
      <Problem says={problems.all} />
      <p className="sl-buttons">
        <SubmitButton says={silences.begin} sending={sending} />
        <button type="button" className="button" onClick={onCancel}>
          {parts.cancel}
        </button>
      </p>
    </form>
  );
}
