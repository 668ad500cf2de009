import type { Severity } from "../../../lib/alerts/alert-rule";
import type { AlertView } from "../../../lib/alerts/alert-types";
import type { Judgement } from "../../../lib/metrics/judgement";
import type { Freshness } from "../board/freshness";

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

/**
 * AL67: what may sound of a board's alerts, by what the board is worth. A source that is away is told by the server,
 * and sounds; what the server itself does not tell any more does not.
 * @param freshness null: there is no board yet
 */
export const heardAlarms = (alerts: readonly AlertView[], freshness: Freshness | null): readonly Alarm[] =>
  freshness === null || (freshness.kind === "stale" && freshness.cause === "board") ? [] : alarmsOf(alerts);

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

const CALM_ORDER: readonly Standing[] = ["notice", "frozen", "acknowledged", "muted"];

/** AL65: the loud ones as they come, then the calm ones: those that may still need somebody first. */
export function orderAlerts(alerts: readonly AlertView[]): readonly AlertView[] {
  const standing = (which: Standing): readonly AlertView[] => alerts.filter((alert) => standingOf(alert) === which);
  return [...standing("loud"), ...CALM_ORDER.flatMap(standing)];
}
