import type { Severity } from "../../../lib/alerts/alert-rule";
import type { AlertView } from "../../../lib/alerts/alert-types";
import type { Judgement } from "../../../lib/metrics/judgement";

/** What may be heard; notices never are. */
export type Audible = Exclude<Severity, "notice">;

/**
 * AL63: what an alert asks of those who see it. `loud`: it is coloured and heard until somebody has it; all others
 * stand there calmly.
 */
export type Standing = "loud" | "notice" | "frozen" | "acknowledged" | "muted";

export function standingOf({ state, severity, muted, frozen }: AlertView): Standing {
  if (muted !== null) return "muted";
  if (state === "acknowledged") return "acknowledged";
  // Nothing is judged by what is not heard of (UN3); the missing source has an alert of its own.
  if (frozen) return "frozen";
  return severity === "notice" ? "notice" : "loud";
}

/** An alert that sounds. */
export type Alarm = { readonly id: string; readonly severity: Audible };

/** @returns what sounds, worst first as the alerts are */
export const alarmsOf = (alerts: readonly AlertView[]): readonly Alarm[] =>
  alerts.flatMap((alert) => {
    const { id, severity } = alert;
    return severity !== "notice" && standingOf(alert) === "loud" ? { id, severity } : [];
  });

/** Of several boards: each once, critical ones first. */
export function worstFirst(alarms: readonly Alarm[]): readonly Alarm[] {
  const unique = [...new Map(alarms.map((alarm) => [alarm.id, alarm])).values()];
  return [...unique.filter(isCritical), ...unique.filter((alarm) => !isCritical(alarm))];
}
const isCritical = ({ severity }: Alarm): boolean => severity === "critical";

/** In the colours of the board: critical asks to act, a warning to watch; what is calm has no colour. */
export function colourOf(alert: AlertView): Judgement {
  if (standingOf(alert) !== "loud") return "none";
  return alert.severity === "critical" ? "act" : "watch";
}

/** AL64: those that wait for somebody: neither acknowledged nor muted. */
export const unansweredOf = (alerts: readonly AlertView[]): readonly AlertView[] =>
  alerts.filter(({ state, muted }) => state === "firing" && muted === null);

const CALM_ORDER: readonly Standing[] = ["notice", "frozen", "acknowledged", "muted"];

/** AL65: the loud ones as they come, then the calm ones: those that may still need somebody first. */
export function orderAlerts(alerts: readonly AlertView[]): readonly AlertView[] {
  const standing = (which: Standing): readonly AlertView[] => alerts.filter((alert) => standingOf(alert) === which);
  return [...standing("loud"), ...CALM_ORDER.flatMap(standing)];
}
