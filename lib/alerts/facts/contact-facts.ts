import type { Capacity } from "../../config";
import type { Channel } from "../../events";
import { type Fold, queueFoldOf } from "../../metrics/fold-state";
import { type Contact, type Visit, waitMsOf } from "../../metrics/visit";
import type { AgentId, QueueId } from "../../vocabulary";

/** How a queue's last contacts ended. Instants epoch ms. */
export type Endings = {
  lastAnsweredAtMs: number | null;
  /** In open hours, not short (CO4); in any order. */
  readonly abandonedAtMs: number[];
};

/** An agent with more contacts of a channel at once than he may have. */
export type Overload = { readonly queueIds: ReadonlySet<QueueId>; readonly contacts: number };

export type ContactFacts = {
  readonly endings: ReadonlyMap<QueueId, Endings>;
  readonly overloads: readonly Overload[];
};

type Talks = { readonly channel: Channel; readonly queueIds: Set<QueueId>; contacts: number };

/** One pass over the contacts in memory. */
export function readContacts(fold: Fold, capacity: Capacity): ContactFacts {
  const endings = new Map<QueueId, Endings>();
  const overloads: Overload[] = [];
  for (const source of fold.sources.values()) {
    const talks = new Map<string, Talks>();
    for (const contact of source.contacts.values()) {
      for (const visit of contact.visits) addEnding(fold, endings, visit);
      addTalk(talks, contact);
    }
    for (const { channel, queueIds, contacts } of talks.values())
      if (contacts > capacity[channel]) overloads.push({ queueIds, contacts });
  }
  return { endings, overloads };
}

function addEnding(fold: Fold, all: Map<QueueId, Endings>, visit: Visit): void {
  const { outcome, queueId } = visit;
  if (outcome === null || (outcome.kind !== "answered" && outcome.kind !== "abandoned")) return;
  let endings = all.get(queueId);
  if (endings === undefined) all.set(queueId, (endings = { lastAnsweredAtMs: null, abandonedAtMs: [] }));
  if (outcome.kind === "answered") {
    if (endings.lastAnsweredAtMs === null || outcome.atMs > endings.lastAnsweredAtMs)
      endings.lastAnsweredAtMs = outcome.atMs;
  } else if (countsAsAbandoned(fold, visit)) {
    endings.abandonedAtMs.push(outcome.atMs);
  }
}

function countsAsAbandoned(fold: Fold, visit: Visit): boolean {
  const shortAbandonMs = queueFoldOf(fold, visit.queueId)?.config.target.shortAbandonMs ?? 0;
  return visit.place !== null && visit.place.inHours && (waitMsOf(visit) ?? 0) > shortAbandonMs;
}

/** Of a contact that went from one person to the next only the last one talks. */
function addTalk(all: Map<string, Talks>, { channel, visits }: Contact): void {
  let last: Visit | null = null;
  for (const visit of visits) if (answeredAtMs(visit) > answeredAtMs(last)) last = visit;
  if (last === null || channel === null || last.completion !== null || last.outcome?.kind !== "answered") return;
  const key = talkKey(last.outcome.agentId, channel);
  let talks = all.get(key);
  if (talks === undefined) all.set(key, (talks = { channel, queueIds: new Set(), contacts: 0 }));
  talks.queueIds.add(last.queueId);
  talks.contacts += 1;
}

const answeredAtMs = (visit: Visit | null): number =>
  visit?.outcome?.kind === "answered" ? visit.outcome.atMs : -Infinity;

const talkKey = (agentId: AgentId, channel: Channel): string => `${channel} ${agentId}`;

/** Abandoned contacts of these queues since the last that was answered in any of them. */
export function abandonsInARow({ endings }: ContactFacts, queueIds: readonly QueueId[]): number {
  const own = queueIds.flatMap((id) => endings.get(id) ?? []);
  const lastAnsweredAtMs = Math.max(...own.map((each) => each.lastAnsweredAtMs ?? -Infinity));
  return own.reduce(
    (sum, { abandonedAtMs }) => sum + abandonedAtMs.filter((atMs) => atMs > lastAnsweredAtMs).length,
    0,
  );
}

/** Agents over their capacity with a contact of these queues. */
export const overloadsOf = ({ overloads }: ContactFacts, queueIds: readonly QueueId[]): readonly Overload[] =>
  overloads.filter((overload) => queueIds.some((id) => overload.queueIds.has(id)));
