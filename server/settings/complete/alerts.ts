import type { AlertCondition, AlertRule, AlertScope, SimpleCondition } from "../../../lib/alerts/alert-rule";
import type { AlertDelivery, ChannelConfig } from "../../../lib/alerts/channel-config";
import { shownName } from "../../../lib/names/names";
import { assertNever, queueId } from "../../../lib/vocabulary";
import type { WrittenAlertRule, WrittenAlerts } from "../schema/alerts/alerts";
import type { WrittenChannel } from "../schema/alerts/channels";
import type { WrittenWhen } from "../schema/alerts/conditions";

export type AlertSettings = AlertDelivery & {
  /** For so long whoever acknowledges an alert calms the screens, where he says nothing else. */
  readonly acknowledgedForMs: number;
  /** null: none are written, the defaults hold. */
  readonly rules: readonly AlertRule[] | null;
};

const ACKNOWLEDGED_FOR_MINUTES = 30;
const SUBMISSION_PORT = 587;

export const completeAlerts = (written: WrittenAlerts = {}): AlertSettings => ({
  acknowledgedForMs: (written.acknowledgedForMinutes ?? ACKNOWLEDGED_FOR_MINUTES) * 60_000,
  privateAddresses: written.privateAddresses ?? false,
  deadMansSwitch: written.deadMansSwitch ?? null,
  channels: (written.channels ?? []).map(completeChannel),
  rules: written.rules?.map(completeRule) ?? null,
});

function completeChannel(written: WrittenChannel): ChannelConfig {
  switch (written.kind) {
    case "webhook":
      return { ...written, secret: written.secret ?? null };
    case "slack":
    case "teams":
      return written;
    case "email": {
      const { id, kind, from, to, host, port, tls, username, password } = written;
      const login = username === undefined || password === undefined ? null : { username, password };
      return { id, kind, from, to, host, port: port ?? SUBMISSION_PORT, tls: tls ?? "starttls", login };
    }
    default:
      return assertNever(written);
  }
}

const completeRule = (written: WrittenAlertRule): AlertRule => ({
  id: written.id,
  name: shownName(written.name ?? "") || written.id,
  severity: written.severity,
  scope: completeScope(written),
  condition: completeCondition(written.when),
  forMs: toMs(written.forSeconds ?? 0),
  keepFiringMs: toMs(written.keepFiringSeconds ?? 0),
  channelIds: written.channels ?? null,
  enabled: written.enabled ?? true,
});

function completeScope({ queues, group, wholeSite }: WrittenAlertRule): AlertScope {
  if (wholeSite === true) return { kind: "site" };
  const queueIds = queues?.map(queueId) ?? null;
  if (group === undefined || queueIds === null) return { kind: "each-queue", queueIds };
  return { kind: "group", name: shownName(group), queueIds };
}

function completeCondition(written: WrittenWhen): AlertCondition {
  if (written.noData === true) return { kind: "no-data" };
  const conditions = simpleConditions(written);
  const [first] = conditions;
  return first !== undefined && conditions.length === 1 ? first : { kind: "all-of", conditions };
}

function simpleConditions(written: WrittenWhen): readonly SimpleCondition[] {
  const { serviceLevel, longestWait, waiting, waitingPerAgent, missedRate, pausedTooLong } = written;
  const { nobodyLoggedIn, agentsLeft, abandonsInARow, overdueRecoveries, overCapacity } = written;
  const found: SimpleCondition[] = [];
  if (serviceLevel !== undefined) found.push({ kind: "service-level", ...serviceLevel });
  if (longestWait !== undefined) {
    const { raiseSeconds, clearSeconds } = longestWait;
    found.push({ kind: "longest-wait", raise: toMs(raiseSeconds), clear: toMs(clearSeconds) });
  }
  if (waiting !== undefined) found.push({ kind: "waiting", ...waiting });
  if (waitingPerAgent !== undefined) found.push({ kind: "waiting-per-agent", ...waitingPerAgent });
  if (nobodyLoggedIn === true) found.push({ kind: "nobody-logged-in" });
  if (agentsLeft !== undefined) {
    const { minutes, percent } = agentsLeft;
    found.push({ kind: "agents-left", minutes, sharePerMille: perMille(percent) });
  }
  if (abandonsInARow !== undefined) found.push({ kind: "abandons-in-a-row", raise: abandonsInARow });
  if (missedRate !== undefined) {
    const { minutes, raisePercent, clearPercent } = missedRate;
    found.push({ kind: "missed-rate", minutes, raise: perMille(raisePercent), clear: perMille(clearPercent) });
  }
  if (overdueRecoveries !== undefined) found.push({ kind: "overdue-recoveries", raise: overdueRecoveries });
  if (overCapacity === true) found.push({ kind: "over-capacity" });
  if (pausedTooLong !== undefined) found.push({ kind: "paused-too-long", pausedMs: toMs(pausedTooLong.seconds) });
  return found;
}

const toMs = (seconds: number): number => Math.round(seconds * 1_000);
const perMille = (percent: number): number => Math.round(percent * 10);
