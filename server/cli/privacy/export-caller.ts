import type { VisitRecord } from "../../../lib/desk/visit-record";
import type { KeptCaller } from "../../callers/caller-vault";
import type { Outcome } from "../../../lib/metrics/visit";
import { type CallerAlias, type QueueId, assertNever } from "../../../lib/vocabulary";
import type { CommandIo } from "../command";
import { countedContacts, type FoundCaller } from "./found-caller";

/** Prints all that is kept of a caller as JSON. @returns the exit code */
export function exportCaller(
  { aliases, shown, vault, settings, contacts, writeToTrail }: FoundCaller,
  { out, err }: CommandIo,
): number {
  if (contacts.kind === "unread") {
    err(`pickup privacy: ${contacts.message}`);
    return 1;
  }
  const kept = keptUnder(vault, aliases);
  const names = new Map<QueueId, string>(settings.site.queues.map(({ id, name }) => [id, name]));
  const found = countedContacts(contacts.count);
  // First the trail, then what it tells of: nothing leaves here unwritten.
  const unwritten = writeToTrail("caller-exported", found);
  if (unwritten !== null) {
    err(`pickup privacy: ${shown} was not exported: ${unwritten}`);
    return 1;
  }
  out(
    JSON.stringify(
      {
        number: kept?.number ?? null,
        name: kept?.name ?? null,
        numberEnd: kept?.end ?? null,
        firstHeardOn: kept?.firstDay ?? null,
        lastHeardOn: kept?.lastDay ?? null,
        visits: contacts.visits.map((visit) => writtenVisit(visit, names.get(visit.queueId) ?? null)),
      },
      null,
      2,
    ),
  );
  err(`${found} of ${shown} found.`);
  return 0;
}

/** One caller, under however many names: the number and its end as they were heard last. */
function keptUnder(vault: FoundCaller["vault"], aliases: readonly CallerAlias[]): KeptCaller | null {
  const each = aliases.flatMap((alias) => vault.keptOf(alias) ?? []);
  const newestFirst = each.toSorted((a, b) => (a.lastDay < b.lastDay ? 1 : -1));
  const [newest] = newestFirst;
  if (newest === undefined) return null;
  return {
    ...newest,
    number: newestFirst.find(({ number }) => number !== null)?.number ?? null,
    name: newestFirst.find(({ name }) => name !== null)?.name ?? null,
    firstDay: each.map(({ firstDay }) => firstDay).toSorted()[0] ?? newest.firstDay,
  };
}

/** Instants in UTC, durations in ms. */
const writtenVisit = (visit: VisitRecord, queueName: string | null) => ({
  contact: visit.contactId,
  source: visit.sourceId,
  queue: visit.queueId,
  queueName,
  arrivedAt: instant(visit.arrivedAtMs),
  outcome: visit.outcome?.kind ?? (visit.talking ? "talking" : "waiting"),
  reason: visit.outcome === null ? null : reasonOf(visit.outcome),
  outcomeAt: visit.outcome === null ? null : instant(visit.outcome.atMs),
  waitMs: visit.waitMs,
  talkMs: visit.talkMs,
});

function reasonOf(outcome: Outcome): string | null {
  switch (outcome.kind) {
    case "overflowed":
    case "refused":
      return outcome.reason;
    case "answered":
    case "abandoned":
    case "unknown":
      return null;
    default:
      return assertNever(outcome);
  }
}

/** What no calendar has stays a number. */
const instant = (atMs: number): string | number => (Math.abs(atMs) <= 8.64e15 ? new Date(atMs).toISOString() : atMs);
