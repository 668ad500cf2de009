import type { KnownMembership } from "../../../lib/metrics/open-visits";
import type { AgentId, QueueId } from "../../../lib/vocabulary";
import { type Agent, type MemberNews, newAgent } from "./agent";
import { isInUse, type ShownState, stateOf } from "./agent-state";
import { memberKey } from "./listing";
import { keyPart, type Tell } from "./visits";

export type Members = {
  readonly apply: (news: MemberNews, atMs: number) => void;
  /** Rows of a list, together: each agent's state is told once. */
  readonly applyAll: (rows: readonly MemberNews[], atMs: number) => void;
  readonly remove: (queueId: QueueId, agentId: AgentId, atMs: number) => void;
  /** Members from before our start: of each there is a name and no more, until the source tells of it. */
  readonly resume: (memberships: readonly KnownMembership[]) => void;
  /** Names each member that is known now. */
  readonly list: () => readonly Pick<MemberNews, "agentId" | "queueId">[];
  /** Whether this is not what was heard of him last. */
  readonly isNews: (news: MemberNews) => boolean;
  readonly isInCall: (queueId: QueueId, agentId: AgentId) => boolean;
  /** Whether he speaks with a caller of any queue. */
  readonly isTalking: (agentId: AgentId) => boolean;
  /** Told by AgentConnect and AgentComplete, before any member event. */
  readonly talkBegan: (queueId: QueueId, agentId: AgentId, atMs: number) => void;
  readonly talkEnded: (queueId: QueueId, agentId: AgentId, atMs: number) => void;
  readonly advanceTo: (nowMs: number) => void;
  /** queue_log names members by name; null: nobody there, or more than one, is called so. */
  readonly findByName: (queueId: QueueId, name: string) => AgentId | null;
};

/** The telephone is in use shortly before AgentConnect and shortly after AgentComplete: that is no call of his own. */
const OWN_CALL_AFTER_MS = 1_500;

export function createMembers(tell: Tell, wrapUpMsOf: (queueId: QueueId) => number | null): Members {
  const agents = new Map<AgentId, Agent>();
  const talks = new Map<AgentId, QueueId[]>();
  const waiting = new Set<Agent>();
  const fromBefore = new Map<string, KnownMembership>();
  let dueMs = Infinity;

  function applyAll(rows: readonly MemberNews[], atMs: number): void {
    const touched = new Set<Agent>();
    for (const news of rows) touched.add(take(news, atMs));
    for (const agent of touched) show(agent, atMs);
  }

  function take(news: MemberNews, atMs: number): Agent {
    const agent = agentOf(news.agentId);
    const membership = agent.queues.get(news.queueId);
    const before = membership?.news;
    if (fromBefore.size > 0) fromBefore.delete(memberKey(news.agentId, news.queueId));
    if (membership === undefined) agent.queues.set(news.queueId, { news, shown: null, next: null });
    else membership.news = news;
    if (before?.name !== news.name || before.penalty !== news.penalty) tellJoined(news, atMs);
    agent.device = news.device;
    if (news.lastCallAtMs !== null) noteCallEnd(agent, news.queueId, news.lastCallAtMs, false);
    return agent;
  }

  function agentOf(agentId: AgentId): Agent {
    let agent = agents.get(agentId);
    if (agent === undefined) {
      agent = newAgent(agentId);
      agents.set(agentId, agent);
    }
    return agent;
  }

  function tellJoined({ queueId, agentId, name, penalty }: MemberNews, atMs: number): void {
    const key = `j|${keyPart(agentId)}|${keyPart(queueId)}|${atMs}|${penalty ?? ""}`;
    tell(atMs, key, { type: "agent.joined", agentId, queueId, name, penalty });
  }

  function noteCallEnd(agent: Agent, queueId: QueueId, endMs: number, exactly: boolean): void {
    const wrapUpMs = wrapUpMsOf(queueId) ?? 0;
    // LastCall is the same end in whole seconds: the exact one that AgentComplete told stays.
    const isToldAlready = !exactly && endMs < agent.wrapUpSinceMs + 1_000;
    if (wrapUpMs === 0 || isToldAlready || endMs + wrapUpMs < agent.wrapUpUntilMs) return;
    agent.wrapUpSinceMs = endMs;
    agent.wrapUpUntilMs = endMs + wrapUpMs;
  }

  function show(agent: Agent, atMs: number): void {
    const inQueueCall = isInQueueCall(agent);
    if (inQueueCall || !isInUse(agent.device)) agent.inUseSinceMs = null;
    else agent.inUseSinceMs ??= atMs;
    const inOwnCall = agent.inUseSinceMs !== null && atMs >= agent.inUseSinceMs + OWN_CALL_AFTER_MS;
    const inWrapUp = atMs < agent.wrapUpUntilMs;
    const ownCallAtMs = inOwnCall || agent.inUseSinceMs === null ? Infinity : agent.inUseSinceMs + OWN_CALL_AFTER_MS;
    wake(agent, Math.min(ownCallAtMs, inWrapUp ? agent.wrapUpUntilMs : Infinity));
    const { device } = agent;
    let isChanged = false;
    for (const membership of agent.queues.values()) {
      const { paused, pausedReason } = membership.news;
      const next = stateOf({ device, paused, pausedReason, inQueueCall, inOwnCall, inWrapUp });
      membership.next = isSame(membership.shown, next) ? null : next;
      isChanged ||= membership.next !== null;
    }
    if (isChanged) tellChanges(agent, atMs);
  }

  function wake(agent: Agent, atMs: number): void {
    agent.dueMs = atMs;
    if (atMs === Infinity) waiting.delete(agent);
    else waiting.add(agent);
    dueMs = Math.min(dueMs, atMs);
  }

  function isInQueueCall(agent: Agent): boolean {
    if ((talks.get(agent.agentId)?.length ?? 0) > 0) return true;
    for (const { news } of agent.queues.values()) if (news.inCall) return true;
    return false;
  }

  function tellChanges(agent: Agent, atMs: number): void {
    const memberships = [...agent.queues];
    const states = memberships.map(([, { next, shown }]) => next ?? shown);
    const first = states[0] ?? null;
    // What is told of one queue and of all in the same millisecond would stand side by side.
    const toldApart = agent.toldOneQueueLast && atMs <= agent.lastToldAtMs;
    const alike = first !== null && states.every((state) => state !== null && isSame(state, first));
    if (alike && !toldApart) return tellState(agent, null, first, atMs);
    for (const [queueId, { next }] of memberships) if (next !== null) tellState(agent, queueId, next, atMs);
  }

  function tellState(agent: Agent, queueId: QueueId | null, shown: ShownState, atMs: number): void {
    const toldAtMs = Math.max(atMs, agent.lastToldAtMs);
    agent.toldInThatMs = toldAtMs === agent.lastToldAtMs ? agent.toldInThatMs + 1 : 0;
    agent.toldOneQueueLast = queueId !== null;
    agent.lastToldAtMs = toldAtMs;
    const sinceAtMs = sinceOf(agent, queueId, shown, atMs);
    for (const [id, membership] of agent.queues) {
      if (queueId === null || id === queueId)
        membership.shown = { state: shown.state, reason: shown.reason, sinceAtMs };
    }
    const { agentId } = agent;
    const { state, reason } = shown;
    const again = agent.toldInThatMs === 0 ? "" : `|${agent.toldInThatMs}`;
    const scope = queueId === null ? "*" : `=${keyPart(queueId)}`;
    const key = `s|${keyPart(agentId)}|${scope}|${toldAtMs}|${state}${again}`;
    tell(toldAtMs, key, { type: "agent.state-changed", agentId, queueId, state, reason, sinceAtMs });
  }

  function remove(queueId: QueueId, agentId: AgentId, atMs: number): void {
    const agent = agents.get(agentId);
    const wasThere = agent?.queues.delete(queueId) ?? false;
    if (!fromBefore.delete(memberKey(agentId, queueId)) && !wasThere) return;
    const key = `g|${keyPart(agentId)}|${keyPart(queueId)}|${atMs}`;
    tell(atMs, key, { type: "agent.left", agentId, queueId });
    if (agent === undefined || agent.queues.size > 0) return;
    agents.delete(agentId);
    waiting.delete(agent);
  }

  function showAgain(agentId: AgentId, atMs: number): void {
    const agent = agents.get(agentId);
    if (agent !== undefined) show(agent, atMs);
  }

  return {
    apply: (news, atMs) => show(take(news, atMs), atMs),
    applyAll,
    remove,
    resume: (memberships) => {
      for (const known of memberships) fromBefore.set(memberKey(known.agentId, known.queueId), known);
    },
    list: () => [
      ...[...agents.values()].flatMap((agent) => [...agent.queues.values()].map(({ news }) => news)),
      ...fromBefore.values(),
    ],
    isNews: (news) => {
      const known = agents.get(news.agentId)?.queues.get(news.queueId)?.news;
      return known === undefined || known.paused !== news.paused || known.device !== news.device;
    },
    isInCall: (queueId, agentId) => agents.get(agentId)?.queues.get(queueId)?.news.inCall === true,
    isTalking: (agentId) => {
      const agent = agents.get(agentId);
      return agent !== undefined && isInQueueCall(agent);
    },
    talkBegan: (queueId, agentId, atMs) => {
      talks.set(agentId, [...(talks.get(agentId) ?? []), queueId]);
      showAgain(agentId, atMs);
    },
    talkEnded: (queueId, agentId, atMs) => {
      const left = talks.get(agentId) ?? [];
      const at = left.indexOf(queueId);
      if (at >= 0) left.splice(at, 1);
      if (left.length === 0) talks.delete(agentId);
      const agent = agents.get(agentId);
      const membership = agent?.queues.get(queueId);
      if (agent === undefined || membership === undefined) return;
      membership.news = { ...membership.news, inCall: false };
      noteCallEnd(agent, queueId, atMs, true);
      show(agent, atMs);
    },
    advanceTo: (nowMs) => {
      if (nowMs < dueMs) return;
      for (const agent of waiting) if (agent.dueMs <= nowMs) show(agent, agent.dueMs);
      dueMs = Infinity;
      for (const agent of waiting) dueMs = Math.min(dueMs, agent.dueMs);
    },
    findByName: (queueId, name) => {
      const named = [
        ...[...agents.values()].filter((agent) => agent.queues.get(queueId)?.news.name === name),
        ...[...fromBefore.values()].filter((known) => known.queueId === queueId && known.name === name),
      ];
      return named.length === 1 ? (named[0]?.agentId ?? null) : null;
    },
  };
}

const isSame = (a: ShownState | null | undefined, b: ShownState): boolean =>
  a?.state === b.state && a.reason === b.reason;

/** When the state began: a list tells of what began before it. */
function sinceOf(agent: Agent, queueId: QueueId | null, { state }: ShownState, atMs: number): number {
  const [any] = agent.queues.values();
  const membership = queueId === null ? any : agent.queues.get(queueId);
  if (membership?.shown?.state === state) return membership.shown.sinceAtMs;
  if (state === "wrap-up") return Math.min(atMs, agent.wrapUpSinceMs);
  if (state === "on-contact" && agent.inUseSinceMs !== null) return agent.inUseSinceMs;
  const pausedAtMs = membership?.news.lastPauseAtMs ?? null;
  const isEarlier = pausedAtMs !== null && pausedAtMs < atMs - 1_000;
  if (state === "paused" && isEarlier && membership?.shown === null) return pausedAtMs;
  return atMs;
}
