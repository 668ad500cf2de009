import type { SourceEvent } from "../../../../lib/events";
import type { SourceId } from "../../../../lib/vocabulary";
import { readCloudEvent, type ReadingParts } from "../../../sources/http/events/cloud-event";
import type { SentEvent } from "./sent-events";

export type RejectedEvent = { readonly index: number; readonly problem: string };
/** How many of a source's events were wrong, and why the first was, without anything that came. */
export type Rejections = { readonly count: number; readonly why: string };

export type SortedEvents = {
  readonly told: ReadonlyMap<SourceId, readonly SourceEvent[]>;
  readonly rejected: readonly RejectedEvent[];
  readonly rejections: ReadonlyMap<SourceId, Rejections>;
};

/** The right ones by their source, the wrong ones by their place in what was sent. */
export function sortEvents(sent: readonly SentEvent[], parts: ReadingParts): SortedEvents {
  const told = new Map<SourceId, SourceEvent[]>();
  const rejected: RejectedEvent[] = [];
  const rejections = new Map<SourceId, Rejections>();
  // What names no source is the only one's, where there is only one.
  const only = parts.sourceIds.length === 1 ? (parts.sourceIds[0] ?? null) : null;

  const reject = (index: number, problem: string, sourceId: SourceId | null, why: string): void => {
    rejected.push({ index, problem });
    if (sourceId === null) return;
    const before = rejections.get(sourceId);
    rejections.set(sourceId, { count: (before?.count ?? 0) + 1, why: before?.why ?? why });
  };

  for (const [index, one] of sent.entries()) {
    if (one.kind === "unreadable") {
      reject(index, one.problem, only, one.problem);
      continue;
    }
    const read = readCloudEvent(one.value, parts);
    if (read.kind === "wrong") reject(index, read.problem.said, read.sourceId ?? only, read.problem.known);
    else listOf(told, read.sourceId).push(read.event);
  }
  return { told, rejected, rejections };
}

function listOf(lists: Map<SourceId, SourceEvent[]>, id: SourceId): SourceEvent[] {
  const list = lists.get(id) ?? [];
  lists.set(id, list);
  return list;
}
