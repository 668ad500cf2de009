import type { JSX } from "react";
import type { Severity } from "../../../lib/alerts/alert-rule";
import type { Judgement } from "../../../lib/metrics/judgement";
import { type MarkState, StateShape } from "../../shared/state-mark";
import { useAlertsWords } from "../use-alerts-words";

const SHAPES: Readonly<Record<Severity, MarkState>> = { critical: "act", warning: "watch", notice: "none" };

type Props = {
  readonly severity: Severity;
  /** `none`: it is calm. */
  readonly colour: Judgement;
};

/** How grave an alert is by shape and word; by colour only while it wants somebody. */
export function AlertMark({ severity, colour }: Props): JSX.Element {
  const { say } = useAlertsWords();
  return (
    <span className="state al-mark" data-state={colour}>
      <StateShape state={SHAPES[severity]} />
      <span className="state-word">{say.severities[severity]}</span>
    </span>
  );
}
