import type { SourceEvent } from "../../../../lib/events";
import type { AgentId, QueueId } from "../../../../lib/vocabulary";

/** Somebody is there, free, and nobody rings at him. */
export type FreeTime = {
  readonly agentId: AgentId;
  readonly queues: ReadonlySet<QueueId>;
  readonly fromMs: number;
  readonly toMs: number;
};

/** In the order in which they begin. What does not end within the events is none: who knows what comes then. */
export function freeTimes(events: readonly SourceEvent[]): FreeTime[] {
  const queues = new Map<AgentId, ReadonlySet<QueueId>>();
  const since = new Map<AgentId, number>();
  const found: FreeTime[] = [];
  const close = (agentId: AgentId, toMs: number): void => {
    const fromMs = since.get(agentId);
    since.delete(agentId);
    if (fromMs !== undefined && fromMs < toMs) {
      found.push({ agentId, queues: queues.get(agentId) ?? new Set(), fromMs, toMs });
    }
  };
  for (const { atMs, event } of events) {
    switch (event.type) {
      case "agent.joined":
        queues.set(event.agentId, new Set([...(queues.get(event.agentId) ?? []), event.queueId]));
        break;
      case "agent.left":
        queues.set(event.agentId, new Set([...(queues.get(event.agentId) ?? [])].filter((id) => id !== event.queueId)));
        break;
      case "agent.state-changed":
        close(event.agentId, atMs);
        if (event.state === "available") since.set(event.agentId, atMs);
        break;
      default:
    }
  }
  return found.sort((one, other) => one.fromMs - other.fromMs);
}
