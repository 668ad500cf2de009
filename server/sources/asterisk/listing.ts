import type { Caller } from "../../../lib/events";
import type { AgentId, ContactId, QueueId } from "../../../lib/vocabulary";
import type { MemberNews } from "./agent";
import { keyPart } from "./visits";

export type EntryRow = {
  readonly contactId: ContactId;
  readonly queueId: QueueId;
  readonly caller: Caller;
  readonly waitS: number;
};

/**
 * The rows of a list that is on its way. Live events stand between them in any order: what one of them tells is newer
 * than a row before it, so the row is dropped and its subject counts as explained.
 */
export type Listing = {
  readonly entries: Map<string, EntryRow>;
  readonly members: Map<string, MemberNews>;
  readonly explained: Set<string>;
};

export const createListing = (): Listing => ({ entries: new Map(), members: new Map(), explained: new Set() });

export const entryKey = (contactId: ContactId, queueId: QueueId): string =>
  `e|${keyPart(contactId)}|${keyPart(queueId)}`;
export const memberKey = (agentId: AgentId, queueId: QueueId): string => `m|${keyPart(agentId)}|${keyPart(queueId)}`;

export function explain(listing: Listing, key: string): void {
  listing.explained.add(key);
  listing.entries.delete(key);
  listing.members.delete(key);
}
