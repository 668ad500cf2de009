import { instant } from "../../../../../lib/testing/scenario";

/** A CloudEvent as another system sends it. */
export type Sent = Readonly<Record<string, unknown>>;

let count = 0;
export function sent(time: string, type: string, data: object, changes: object = {}): Sent {
  return {
    specversion: "1.0",
    id: `event-${(count += 1)}`,
    source: "crm",
    type,
    time: new Date(instant(time)).toISOString(),
    data,
    ...changes,
  };
}

const visit = (contactId: string, queueId = "support") => ({ contactId, queueId });
const caller = (number: string) => ({ number, name: "Zoé Müller" });

/** Two queues from 09:00 to 09:30: seven callers, two people; one still waits. */
export const morning = (): readonly Sent[] => [
  sent("08:58:00", "agent.joined", { agentId: "ana", queueId: "support", name: "Ana" }),
  sent("08:58:00", "agent.joined", { agentId: "ben", queueId: "sales", name: "Ben", penalty: 2 }),
  sent("08:59:00", "agent.state-changed", { agentId: "ana", state: "available" }),
  sent("09:00:00", "contact.offered", { ...visit("in-time"), caller: caller("+4930111") }),
  sent("09:00:12", "agent.rang-unanswered", { ...visit("in-time"), agentId: "ana", ringMs: 12_000 }),
  sent("09:00:30", "contact.answered", { ...visit("in-time"), agentId: "ana" }),
  sent("09:02:00", "contact.completed", { ...visit("in-time"), talkMs: 80_000, holdMs: 10_000, wrapUpMs: 5_000 }),
  sent("09:03:00", "contact.rated", { contactId: "in-time", score: 4, outOf: 5 }),
  sent("09:04:00", "contact.offered", { ...visit("late"), caller: caller("+4930222") }),
  sent("09:05:01", "contact.answered", { ...visit("late"), agentId: "ana" }),
  sent("09:07:00", "contact.completed", { ...visit("late"), talkMs: 119_000, endedBy: "caller" }),
  sent("09:08:00", "contact.offered", { ...visit("left", "sales"), caller: caller("+4930333") }),
  sent("09:08:40", "contact.abandoned", visit("left", "sales")),
  sent("09:10:00", "contact.offered", { ...visit("short", "sales"), caller: null }),
  sent("09:10:04", "contact.abandoned", visit("short", "sales")),
  sent("09:12:00", "contact.offered", { ...visit("moved", "sales"), caller: caller("+4930333") }),
  sent("09:13:00", "contact.overflowed", { ...visit("moved", "sales"), reason: "timeout", toQueueId: "support" }),
  sent("09:13:00", "contact.offered", { ...visit("moved"), via: "overflow" }),
  sent("09:13:20", "contact.answered", { ...visit("moved"), agentId: "ana" }),
  sent("09:20:00", "contact.refused", { ...visit("full", "sales"), reason: "full" }),
  sent("09:25:00", "outbound.answered", { caller: caller("+4930333"), agentId: "ben" }),
  sent("09:28:00", "contact.offered", { ...visit("waits"), channel: "chat", caller: caller("+4930444") }),
  sent("09:29:00", "contact.still-waiting", visit("waits")),
];

export const SINGLE = "application/cloudevents+json";
export const BATCH = "application/cloudevents-batch+json";
export const LINES = "application/x-ndjson";
export const asBatch = (events: readonly Sent[]): string => JSON.stringify(events);
export const asLines = (events: readonly Sent[]): string => events.map((one) => `${JSON.stringify(one)}\n`).join("");
