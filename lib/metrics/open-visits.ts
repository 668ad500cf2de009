import type { VisitName } from "../events";
import type { AgentId, QueueId } from "../vocabulary";
import type { SourceFold } from "./fold-state";

/** A visit that has not ended, or whose talk has not, or that was lost track of: where its source must resume. */
export type OpenVisit = VisitName & {
  readonly offeredAtMs: number;
  /** null: it waits, or did when it was lost. */
  readonly answeredAtMs: number | null;
  readonly agentId: AgentId | null;
  /** It is `unknown` now; a list that still shows it takes that back (`contact.still-waiting`). */
  readonly isLost: boolean;
  /** The source keys of the rings nobody answered so far. */
  readonly unansweredRingKeys: readonly string[];
};

/** An agent who is in a queue, as far as is known. */
export type KnownMembership = { readonly agentId: AgentId; readonly queueId: QueueId; readonly name: string | null };

export function openVisitsOf(source: SourceFold): readonly OpenVisit[] {
  const open: OpenVisit[] = [];
  for (const contact of source.contacts.values())
    for (const { queueId, stay, arrivedAtMs, outcome, completion, unansweredRings } of contact.visits) {
      if (arrivedAtMs === null) continue;
      const isTalking = outcome?.kind === "answered" && completion === null;
      const isLost = outcome?.kind === "unknown";
      if (outcome !== null && !isTalking && !isLost) continue;
      open.push({
        queueId,
        contactId: contact.contactId,
        stay,
        offeredAtMs: arrivedAtMs,
        answeredAtMs: isTalking ? outcome.atMs : null,
        agentId: isTalking ? outcome.agentId : null,
        isLost,
        unansweredRingKeys: unansweredRings,
      });
    }
  return open;
}

/** Every visit in memory, ended ones too: a further stay of the same contact in the same queue counts on from there. */
export function staysOf(source: SourceFold): readonly VisitName[] {
  return [...source.contacts.values()].flatMap(({ contactId, visits }) =>
    visits.map(({ queueId, stay }) => ({ queueId, contactId, stay })),
  );
}

export function membershipsOf(source: SourceFold): readonly KnownMembership[] {
  return [...source.agents.values()].flatMap(({ agentId, name, memberships }) =>
    [...memberships].filter(([, { joined }]) => joined).map(([queueId]) => ({ agentId, queueId, name })),
  );
}
