import type { AlertView, PastAlert } from "../alerts/alert-types";
import { queueId } from "../vocabulary";
import { SAMPLE_AT_MS } from "./board-samples";

/** A critical service level of `support`, fired six minutes ago; nobody has it. */
export function sampleAlert(change: Partial<AlertView> = {}): AlertView {
  return {
    id: "a1",
    ruleId: "level-critical",
    ruleName: "Service level, critical",
    severity: "critical",
    condition: "service-level",
    subject: { kind: "queue", queueId: queueId("support") },
    subjectName: "Support",
    state: "firing",
    firedAtMs: SAMPLE_AT_MS - 360_000,
    evidence: { kind: "service-level", late: 11, decided: 38, minutes: 15 },
    heldUntilMs: null,
    clearSinceMs: null,
    acknowledgement: null,
    muted: null,
    frozen: false,
    ...change,
  };
}

/** The same once Ana has it, for half an hour from the sample instant. */
export const acknowledgedAlert = (change: Partial<AlertView> = {}): AlertView =>
  sampleAlert({
    state: "acknowledged",
    acknowledgement: { by: "Ana", atMs: SAMPLE_AT_MS, untilMs: SAMPLE_AT_MS + 1_800_000 },
    ...change,
  });

/** The same when it is over, five minutes after it fired. */
export function pastAlert(change: Partial<PastAlert> = {}): PastAlert {
  const { state: _, frozen: __, ...alert } = sampleAlert();
  return { ...alert, resolvedAtMs: alert.firedAtMs + 300_000, because: "clear", ...change };
}
