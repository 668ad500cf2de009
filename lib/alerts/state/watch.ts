import { ACK_MINUTES } from "../alert-api";
import type { AlertRule } from "../alert-rule";
import type { Evidence, Muted, PastAlert } from "../alert-types";
import type { Reading } from "../conditions/reading";
import { type AlertChange, type AlertRow, pastOf, released } from "./alert-row";

/** It holds, and will fire if it still does in a while. */
export type Pending = { readonly kind: "pending"; readonly sinceMs: number; readonly closed: boolean };

export type Firing = {
  readonly kind: "firing";
  readonly row: AlertRow;
  /** When it was last over or between. */
  readonly heldAtMs: number;
  /** Since when it has been clear without a break, for its end; null: it is not. */
  readonly clearSinceMs: number | null;
  readonly frozen: boolean;
};

/** One rule and subject, while there is more to say than nothing. */
export type Watch = Pending | Firing;

/** What is known of a rule and subject at an instant. */
export type Moment = {
  readonly nowMs: number;
  readonly reading: Reading;
  /** None of the subject's queues is open. */
  readonly closed: boolean;
  /** Why it would be told to nobody if it fired now. */
  readonly muted: Muted | null;
  /** Nobody looked for a while: what held before is not known to have held since (AL18). */
  readonly broken: boolean;
};

const LONGEST_ACKNOWLEDGED_MS = ACK_MINUTES.most * 60_000;

type Timing = Pick<AlertRule, "forMs" | "keepFiringMs">;

/**
 * AL14, AL17, AL19: what does not fire, a moment later. Pending is lost by anything but `over`, also by no data: it then
 * begins anew.
 * @returns `due`: it fires now
 */
export function stepIdle(
  before: Pending | null,
  { nowMs, reading, closed, broken }: Moment,
  { forMs }: Timing,
): Pending | "due" | null {
  if (reading.kind !== "over") return null;
  if (before !== null && closed && !before.closed) return null;
  const sinceMs = before === null || broken ? nowMs : before.sinceMs;
  return nowMs - sinceMs >= forMs ? "due" : { kind: "pending", sinceMs, closed };
}

export type FiringStep = { readonly firing: Firing | null; readonly changes: readonly AlertChange[] };

/** AL15–AL26: what fires, a moment later; `firing: null`: it is over. */
export function stepFiring(before: Firing, moment: Moment, { keepFiringMs }: Timing): FiringStep {
  const { nowMs, reading, closed } = moment;
  if (reading.kind === "no-data")
    return lapsed({ ...before, row: stopped(before), clearSinceMs: null, frozen: true }, nowMs);
  if (closed && before.row.muted !== "out-of-hours") return resolved(before.row, nowMs, "closed");
  if (reading.kind === "under") {
    const clearSinceMs = before.clearSinceMs === null || moment.broken ? nowMs : before.clearSinceMs;
    const row = cleared(stopped(before), nowMs);
    if (nowMs - clearSinceMs >= keepFiringMs) return resolved(row, nowMs, "clear");
    return turned(before, lapsed({ ...before, row, clearSinceMs, frozen: false }, nowMs));
  }
  const held = withEvidence(going(before.row), reading.evidence, nowMs);
  const { row, changes } = unmuted(held, moment.muted);
  const step = turned(before, lapsed({ ...before, row, heldAtMs: nowMs, clearSinceMs: null, frozen: false }, nowMs));
  return { firing: step.firing, changes: [...changes, ...step.changes] };
}

/** AL16: what is not known to be true goes no further than it was. */
const stopped = ({ row, heldAtMs }: Firing): AlertRow =>
  row.heldUntilMs === null ? { ...row, heldUntilMs: heldAtMs } : row;

const cleared = (row: AlertRow, nowMs: number): AlertRow =>
  row.clearSinceMs === null ? { ...row, clearSinceMs: nowMs } : row;

const going = (row: AlertRow): AlertRow =>
  row.heldUntilMs === null && row.clearSinceMs === null ? row : { ...row, heldUntilMs: null, clearSinceMs: null };

/** Kept, so that after a restart it is still clear, and what it rests on as it was. */
function turned({ row: before }: Firing, { firing, changes }: FiringStep): FiringStep {
  if (firing === null || (firing.row.clearSinceMs === null) === (before.clearSinceMs === null))
    return { firing, changes };
  return { firing, changes: [...changes, { kind: "turned", alert: firing.row }] };
}

export function resolved(row: AlertRow, nowMs: number, because: PastAlert["because"]): FiringStep {
  return { firing: null, changes: [{ kind: "resolved", alert: row, past: pastOf(row, nowMs, because) }] };
}

/** A row that says what it said before stays the same one. */
const withEvidence = (row: AlertRow, evidence: Evidence, readAtMs: number): AlertRow =>
  JSON.stringify(row.evidence) === JSON.stringify(evidence) ? row : { ...row, evidence, readAtMs };

/** AL24: what still fires when nothing mutes it any more is told then; what was told is never muted. */
function unmuted(row: AlertRow, muted: Muted | null): { row: AlertRow; changes: readonly AlertChange[] } {
  if (row.muted === null || row.muted === muted) return { row, changes: [] };
  const alert = { ...row, muted, told: muted === null };
  return { row: alert, changes: [{ kind: muted === null ? "told" : "muted", alert }] };
}

/** AL22 */
function lapsed(firing: Firing, nowMs: number): FiringStep {
  const { acknowledgement } = firing.row;
  if (acknowledgement === null) return { firing, changes: [] };
  if (nowMs >= acknowledgement.untilMs) {
    const alert = released(firing.row);
    return { firing: { ...firing, row: alert }, changes: [{ kind: "acknowledgement-lapsed", alert }] };
  }
  const latestMs = nowMs + LONGEST_ACKNOWLEDGED_MS;
  if (acknowledgement.untilMs <= latestMs) return { firing, changes: [] };
  // The clock was set back. Kept, so that it does not last as long again after a restart.
  const alert = { ...firing.row, acknowledgement: { ...acknowledgement, untilMs: latestMs } };
  return { firing: { ...firing, row: alert }, changes: [{ kind: "acknowledged", alert }] };
}
