import type { Capacity } from "../../config";
import type { Counts } from "../../metrics/counts";
import type { Fold, QueueFold } from "../../metrics/fold-state";
import { feedOf } from "../../metrics/snapshot";
import type { SourceView } from "../../metrics/snapshot-types";
import { windowCounts } from "../../metrics/window";
import type { QueueId } from "../../vocabulary";
import { type AgentFacts, readAgents } from "./agent-facts";
import { type ContactFacts, readContacts } from "./contact-facts";

/** What facts are taken from. */
export type FactsInput = {
  readonly fold: Fold;
  readonly sources: readonly SourceView[];
  readonly capacity: Capacity;
  readonly overdueRecoveries: ((queueIds: readonly QueueId[]) => number) | null;
  readonly nowMs: number;
};

/** What conditions read at one instant. Nothing is counted that no rule reads, and nothing twice. */
export type Facts = FactsInput & {
  /** UN3: every source that tells of the queue is live. */
  readonly isHeard: (queue: QueueFold) => boolean;
  readonly isOpen: (queue: QueueFold) => boolean;
  /** So many ms from now. */
  readonly isOpenIn: (queue: QueueFold, ms: number) => boolean;
  /** Of visits that arrived in open hours in the last so many minutes (TI3, SL7). */
  readonly countsOf: (queue: QueueFold, minutes: number) => Counts;
  readonly agents: () => AgentFacts;
  readonly contacts: () => ContactFacts;
};

export function createFacts(input: FactsInput): Facts {
  const { fold, sources, nowMs } = input;
  const counts = new Map<number, Map<QueueFold, Counts>>();
  const heard = new Map<QueueFold, boolean>();
  let agents: AgentFacts | null = null;
  let contacts: ContactFacts | null = null;
  return {
    ...input,
    isHeard: (queue) => {
      const known = heard.get(queue) ?? feedOf(queue, sources) === "live";
      heard.set(queue, known);
      return known;
    },
    isOpen: ({ config }) => fold.calendar.isOpen(config.hours, nowMs),
    isOpenIn: ({ config }, ms) => fold.calendar.isOpen(config.hours, nowMs + ms),
    countsOf: (queue, minutes) => {
      let ofWindow = counts.get(minutes);
      if (ofWindow === undefined) counts.set(minutes, (ofWindow = new Map()));
      const known = ofWindow.get(queue) ?? windowCounts(fold, queue.config.id, minutes);
      ofWindow.set(queue, known);
      return known;
    },
    agents: () => (agents ??= readAgents(fold)),
    contacts: () => (contacts ??= readContacts(fold, input.capacity)),
  };
}
