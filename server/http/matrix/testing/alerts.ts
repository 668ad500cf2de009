import type { NewAlertRule } from "../../../../lib/alerts/alert-api";
import { DEMO } from "../../../access/principal";
import { sightOfAlerts } from "../../../access/sight";
import { type AlertStore } from "../../../alerts/store/open-alerts";
import type { RunningAlerts } from "../../../alerts/create-alerts";
import type { Clock } from "../../../clock";
import type { Channel } from "../../../notify/channel";
import { completeAlerts } from "../../../settings/complete/alerts";
import { quietAlerts } from "../../../testing/quiet-alerts";
import type { Side } from "./floor";
import type { Office } from "./office";

/** Fires as soon as somebody waits, on both sides of the floor. */
export const RULE: NewAlertRule = {
  name: "Waiting",
  severity: "warning",
  scope: { kind: "each-queue", queueIds: null },
  condition: { kind: "waiting", raise: 1, clear: 0 },
  forMs: 0,
  keepFiringMs: 0,
  channelIds: [],
  enabled: true,
};

const HOOK: Channel = {
  id: "hook",
  kind: "webhook",
  send: () => Promise.resolve({ kind: "delivered", status: 200, answer: "" }),
  sendTest: () => Promise.resolve({ kind: "delivered", status: 200, answer: "" }),
};

/** Alerting of an office over a real database. */
export const alertsOfOffice = (store: AlertStore, clock: Clock): RunningAlerts =>
  quietAlerts({
    store,
    clock,
    settings: completeAlerts({ channels: [{ id: "hook", kind: "webhook", url: "https://hook.example/" }] }),
    defaults: [{ ...RULE, id: "waiting" }],
    channels: [HOOK],
  });

const SIGNED = { by: "tests", audited: () => undefined };
const HOUR_MS = 3_600_000;

/** The id of what fires of a side. */
export function alertOf({ alerts }: Office, { queue }: Side): string {
  const alert = alerts.firing().find(({ subject }) => subject.kind === "queue" && subject.queueId === queue);
  if (alert === undefined) throw new Error(`nothing fires of ${queue}`);
  return alert.id;
}

/** The same, and somebody has seen to it. */
export function acknowledgedOf(office: Office, side: Side): string {
  const id = alertOf(office, side);
  office.alerts.acknowledge(id, null, { ...SIGNED, sight: sightOfAlerts(DEMO) });
  return id;
}

export function newRule({ alerts }: Office): string {
  const made = alerts.rules.create(RULE, SIGNED);
  if (made.kind !== "done") throw new Error(made.kind);
  return made.rule.id;
}

export const silenceUntil = ({ clock }: Office): number => clock.nowMs() + HOUR_MS;

export const newSilence = (office: Office): string =>
  office.alerts.silences.begin({ ruleId: null, queueIds: null, untilMs: silenceUntil(office), reason: "drill" }, SIGNED)
    .id;
