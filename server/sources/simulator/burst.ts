import type { AgentState, ToldEvent, SourceEvent, VisitName } from "../../../lib/events";
import { type AgentId, agentId, contactId, type QueueId } from "../../../lib/vocabulary";
import { drawCaller } from "./centre/callers";
import { QUEUE_PROFILES } from "./centre/queues";
import { createRandom } from "./random";

export type BurstSettings = {
  readonly seed: number;
  readonly count: number;
  /** Events by their own instants; may be less than one. */
  readonly perSecond: number;
  readonly startMs: number;
};

type Waiting = { readonly visit: VisitName; readonly offeredAtMs: number };
type Talking = { readonly visit: VisitName; readonly agentId: AgentId; readonly answeredAtMs: number };

const AGENTS = 40;
const MOST_WAITING = 30;

/**
 * Exactly `count` valid events, evenly spaced from `startMs`, the same for the same seed: load for the log and the
 * fold. Nobody is answered twice or without having been offered; who has not come to an end by the last event waits
 * or talks. At most 30 wait at a time.
 */
export function* burstEvents({ seed, count, perSecond, startMs }: BurstSettings): Generator<SourceEvent, void> {
  const random = createRandom(`burst-${seed}`);
  const agents = Array.from({ length: AGENTS }, (_, index) => agentId(`agent-${index + 1}`));
  const free = new Set(agents);
  const waiting: Waiting[] = [];
  const talking: Talking[] = [];
  // What must be said before anything new happens.
  const next: ToldEvent[] = agents.map((agent, index) => ({
    type: "agent.joined",
    agentId: agent,
    queueId: queueAt(index),
    name: `Agent ${index + 1}`,
    penalty: 0,
  }));
  next.push(...agents.map((agent) => stateOf(agent, "available", startMs)));
  let contacts = 0;

  const offer = (): ToldEvent => {
    const visit = newVisit(queueAt(Math.floor(random.unit() * QUEUE_PROFILES.length)));
    waiting.push({ visit, offeredAtMs: atMs });
    return { type: "contact.offered", ...visit, channel: "voice", caller: drawCaller(random), via: "direct" };
  };
  const newVisit = (queueId: QueueId): VisitName => ({
    queueId,
    contactId: contactId(`burst-${seed}-${(contacts += 1)}`),
    stay: 1,
  });
  const answer = (agent: AgentId): ToldEvent => {
    const { visit } = takeAt(waiting, 0);
    free.delete(agent);
    talking.push({ visit, agentId: agent, answeredAtMs: atMs });
    next.push(stateOf(agent, "on-contact", atMs));
    return { type: "contact.answered", ...visit, agentId: agent };
  };
  const complete = (): ToldEvent => {
    const { visit, agentId: agent, answeredAtMs } = takeAt(talking, Math.floor(random.unit() * talking.length));
    free.add(agent);
    next.push(stateOf(agent, "available", atMs));
    const talkMs = atMs - answeredAtMs;
    return { type: "contact.completed", ...visit, agentId: agent, talkMs, holdMs: 0, wrapUpMs: 0, endedBy: "caller" };
  };
  const leave = (): ToldEvent => {
    const { visit } = takeAt(waiting, Math.floor(random.unit() * waiting.length));
    if (random.chance(0.75)) return { type: "contact.abandoned", ...visit };
    return { type: "contact.overflowed", ...visit, reason: "timeout", toQueueId: null };
  };
  const refuse = (): ToldEvent => {
    const visit = newVisit(queueAt(1));
    return { type: "contact.refused", ...visit, channel: "voice", caller: drawCaller(random), reason: "full" };
  };
  const happen = (): ToldEvent => {
    const [agent] = free;
    const draw = random.unit();
    if (waiting.length > 0 && (draw < 0.05 || waiting.length >= MOST_WAITING)) return leave();
    if (draw < 0.06) return refuse();
    if (draw < 0.4 && waiting.length > 0 && agent !== undefined) return answer(agent);
    if (draw < 0.7 && talking.length > 0) return complete();
    return offer();
  };

  let atMs = startMs;
  for (let number = 0; number < count; number += 1) {
    atMs = startMs + Math.floor((number * 1_000) / perSecond);
    yield { sourceKey: `burst-${seed}/${number}`, atMs, receivedAtMs: atMs, event: next.shift() ?? happen() };
  }
}

const queueAt = (index: number): QueueId => itemAt(QUEUE_PROFILES, index % QUEUE_PROFILES.length).id;

const stateOf = (agent: AgentId, state: AgentState, sinceAtMs: number): ToldEvent => ({
  type: "agent.state-changed",
  agentId: agent,
  queueId: null,
  state,
  reason: null,
  sinceAtMs,
});

function itemAt<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`Nothing at ${index}`);
  return item;
}

function takeAt<Item>(items: Item[], index: number): Item {
  const item = itemAt(items, index);
  items.splice(index, 1);
  return item;
}
