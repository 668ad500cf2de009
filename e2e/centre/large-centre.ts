import type { ToldEvent, SourceEvent } from "../../lib/events";
import { agentId, contactId, type QueueId, queueId, sourceId } from "../../lib/vocabulary";
import type { Clock } from "../../server/clock";
import type { Source, SourceSink } from "../../server/sources/source";

const MINUTE_MS = 60_000;

/** A centre larger than most: a source that tells a plain day so far at once, and then what it is told to. */
export type LargeCentre = {
  readonly source: Source;
  readonly queueIds: readonly QueueId[];
  /** In every queue somebody joins, and whoever joined before is answered: each row of the board changes. */
  readonly stirAllQueues: () => void;
};

/**
 * @param size how many queues and people; people are dealt out to the queues in turn
 * @param clock tells when the day so far ends
 */
export function createLargeCentre(
  { queues, agents }: { readonly queues: number; readonly agents: number },
  clock: Clock,
): LargeCentre {
  const queueIds = Array.from({ length: queues }, (_, at) => queueId(`queue-${at + 1}`));
  const waiting = new Map<QueueId, { readonly contact: string }>();
  let sink: SourceSink | null = null;
  let told = 0;

  const fact = (atMs: number, event: ToldEvent): SourceEvent => ({
    sourceKey: `large-${(told += 1)}`,
    atMs,
    receivedAtMs: atMs,
    event,
  });
  const offered = (atMs: number, queue: QueueId, contact: string): SourceEvent =>
    fact(atMs, {
      type: "contact.offered",
      queueId: queue,
      contactId: contactId(contact),
      stay: 1,
      channel: "voice",
      caller: { number: `+4930555${String(told % 10_000).padStart(4, "0")}`, name: null },
      via: "direct",
    });
  const answered = (atMs: number, queue: QueueId, contact: string): SourceEvent =>
    fact(atMs, {
      type: "contact.answered",
      queueId: queue,
      contactId: contactId(contact),
      stay: 1,
      agentId: agentId(`agent-${(told % agents) + 1}`),
    });

  const people = (atMs: number): SourceEvent[] =>
    Array.from({ length: agents }, (_, at) => agentId(`agent-${at + 1}`)).flatMap((agent, at) => {
      const queue = queueIds[at % queues];
      if (queue === undefined) return [];
      const name = `Person ${at + 1}`;
      const state = (["available", "on-contact", "on-contact", "wrap-up", "paused"] as const)[at % 5] ?? "available";
      return [
        fact(atMs, { type: "agent.joined", agentId: agent, queueId: queue, name, penalty: null }),
        fact(atMs, {
          type: "agent.state-changed",
          agentId: agent,
          queueId: null,
          state,
          reason: state === "paused" ? "Lunch" : null,
          sinceAtMs: atMs - at * 7_000,
        }),
      ];
    });

  /** Eight hours in which each queue is called every twenty minutes; one call in seven is answered late. */
  const dayBefore = (nowMs: number): SourceEvent[] =>
    queueIds.flatMap((queue, at) =>
      Array.from({ length: 24 }, (_, call) => {
        const atMs = nowMs - (24 - call) * 20 * MINUTE_MS + at * 1_000;
        const contact = `${queue}-${call}`;
        const waitMs = (at + call) % 7 === 0 ? 90_000 : 12_000;
        return [offered(atMs, queue, contact), answered(atMs + waitMs, queue, contact)];
      }).flat(),
    );

  const source: Source = {
    id: sourceId("large"),
    kind: "test",
    probe: async () => null,
    start: async (to, _resume, signal) => {
      sink = to;
      const nowMs = clock.nowMs();
      to.events([...people(nowMs), ...dayBefore(nowMs)]);
      to.state("live", "");
      to.proof(nowMs);
      const proving = setInterval(() => to.proof(clock.nowMs()), 1_000);
      await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
      clearInterval(proving);
    },
  };

  return {
    source,
    queueIds,
    stirAllQueues: () => {
      const nowMs = clock.nowMs();
      const events = queueIds.flatMap((queue) => {
        const before = waiting.get(queue);
        const contact = `${queue}-live-${told}`;
        waiting.set(queue, { contact });
        const joined = offered(nowMs, queue, contact);
        return before === undefined ? [joined] : [answered(nowMs, queue, before.contact), joined];
      });
      sink?.events(events);
    },
  };
}
