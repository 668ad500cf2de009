import type { JSX } from "react";
import type { ChannelTest } from "../../../../lib/alerts/alert-api";
import { type MarkState, StateShape } from "../../../shared/state-mark";
import { useAlertsWords } from "../../../alerts/use-alerts-words";
import { useSettingsWords } from "../../frame/use-settings-words";
import { writeFigure } from "../form/figures";
import { firstLine } from "./first-line";

const SHAPES: Readonly<Record<ChannelTest["outcome"], MarkState>> = { delivered: "ok", refused: "act", failed: "act" };

/** AL84: what the other side said, in its own words. */
export function TestAnswer({ test }: { readonly test: ChannelTest }): JSX.Element {
  const { ways } = useSettingsWords();
  const { language } = useAlertsWords();
  const { outcome, status, answer, durationMs } = test;
  // Tenths are as fine as anybody wants to know it.
  const took = ways.seconds(writeFigure(Math.max(1, Math.round(durationMs / 100)) / 10, language));
  const line = firstLine(answer);
  return (
    <>
      <p className="ar-trouble" data-state={SHAPES[outcome]}>
        <StateShape state={SHAPES[outcome]} />
        <span>{ways.outcomes[outcome]}</span>
      </p>
      <span className="sl-note ar-sentence">
        {status === null ? ways.unanswered(took) : ways.answered(String(status), took)}
      </span>
      {line === "" ? null : (
        <span className="sl-note ar-answer">
          <bdi>{line}</bdi>
        </span>
      )}
    </>
  );
}
