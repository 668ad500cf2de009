import type { VisitName } from "../events";
import type { AgentId } from "../vocabulary";
import type { SourceFold } from "./fold-state";

/** A visit that has not ended, or whose talk has not: where its source must resume. */
export type OpenVisit = VisitName & {
  readonly offeredAtMs: number;
  /** null: it waits. */
  readonly answeredAtMs: number | null;
  readonly agentId: AgentId | null;
};

export function openVisitsOf(source: SourceFold): readonly OpenVisit[] {
  const open: OpenVisit[] = [];
  for (const contact of source.contacts.values())
    for (const { queueId, stay, arrivedAtMs, outcome, completion } of contact.visits) {
      if (arrivedAtMs === null) continue;
      const name = { queueId, contactId: contact.contactId, stay, offeredAtMs: arrivedAtMs };
      if (outcome === null) open.push({ ...name, answeredAtMs: null, agentId: null });
      else if (outcome.kind === "answered" && completion === null)
        open.push({ ...name, answeredAtMs: outcome.atMs, agentId: outcome.agentId });
    }
  return open;
}
