import type { JSX } from "react";
import type { AlertRulesPage, SilenceView } from "../../../../lib/alerts/alert-api";
import { nameOfRule } from "../../../../lib/words/alerts/rule-name";
import type { SilenceWords } from "../../../../lib/words/en/settings/alerts/silences";
import { ask } from "../../../access/ask";
import { useAlertsWords } from "../../../alerts/use-alerts-words";
import { serverNowMs } from "../../../shared/time/server-clock";
import { useSettingsWords } from "../../frame/use-settings-words";
import { AskTwice } from "../../parts/ask-twice";
import { ListRow, type RowAction } from "../../parts/list-row";
import { readerZone, whenText } from "../../parts/reader-clock";

type Props = {
  readonly silence: SilenceView;
  readonly known: AlertRulesPage | null;
  readonly onEnded: () => void;
};

/** What is silent, until when and why, and the way to end it. */
export function SilenceRow({ silence, known, onEnded }: Props): JSX.Element {
  const { silences: words } = useSettingsWords();
  const { alerts, formats } = useAlertsWords();
  const { ruleId, queueIds, untilMs, reason, by, createdAtMs } = silence;
  const whenOf = (atMs: number): string => whenText(atMs, serverNowMs(), readerZone(), formats);
  const named = known?.rules.find((each) => each.id === ruleId);
  const rule = named === undefined ? (ruleId ?? alerts.silences.allRules) : nameOfRule(named, alerts);
  const queues =
    queueIds === null
      ? alerts.silences.allQueues
      : queueIds.map((each) => known?.queues.find((queue) => queue.id === each)?.name ?? each).join(", ");
  return (
    <ListRow name={`${rule}, ${queues}`} actions={actionsOf(silence, words, onEnded)}>
      <div>
        <bdi className="sl-name">{rule}</bdi>
        <span className="sl-note">
          <bdi>{queues}</bdi>
        </span>
      </div>
      <div dir="auto">{reason}</div>
      <div>
        <span>{words.ends(whenOf(untilMs))}</span>
        <span className="sl-note">
          {words.begunAt(whenOf(createdAtMs))} · {alerts.silences.by(by)}
        </span>
      </div>
    </ListRow>
  );
}

const actionsOf = ({ id }: SilenceView, words: SilenceWords, onEnded: () => void): readonly RowAction[] => [
  {
    id: "end",
    says: words.end,
    panel: (close) => (
      <AskTwice
        means={words.endMeans}
        confirm={words.confirmEnd}
        ask={() => ask("DELETE", `/api/v1/alert-silences/${encodeURIComponent(id)}`)}
        onDone={onEnded}
        onCancel={close}
      />
    ),
  },
];
