import { SEVERITIES } from "../alert-rule";
import type { AlertBook } from "../alert-book";
import type { AlertRow } from "./alert-row";
import type { Target } from "./subjects";
import { subjectKey } from "./watch-key";

/**
 * AL35: whether a worse alert that fires says the same already to the same people: one fault is one alert, however many
 * rules see it. Several conditions at once are each time others, and say nothing of each other.
 */
export function isOutranked({ watches }: AlertBook, target: Target): boolean {
  for (const watch of watches.values()) {
    // Of one that is frozen nobody knows whether it still holds.
    if (watch.kind === "firing" && !watch.frozen && outranks(watch.row, target)) return true;
  }
  return false;
}

const outranks = (row: AlertRow, { rule, subject }: Target): boolean =>
  row.told &&
  row.condition === rule.condition.kind &&
  row.condition !== "all-of" &&
  SEVERITIES.indexOf(row.severity) < SEVERITIES.indexOf(rule.severity) &&
  (row.subject.kind === "site" || subjectKey(row.subject) === subjectKey(subject)) &&
  reachesAll(row.channelIds, rule.channelIds);

/** null: all channels. */
const reachesAll = (told: AlertRow["channelIds"], wanted: AlertRow["channelIds"]): boolean =>
  told === null || (wanted !== null && wanted.every((id) => told.includes(id)));
