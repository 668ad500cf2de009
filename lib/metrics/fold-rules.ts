import type { SiteConfig } from "../config";

/** What of a site the fold depends on, as text: names, looks and thresholds may change over a saved fold. */
export function foldRules({ timeZone, dayStartsAtMinute, hours, target, queues }: SiteConfig): string {
  const ofQueues = queues.map((queue) => [queue.id, queue.target, queue.hours, queue.wrapUpMs]);
  return JSON.stringify([timeZone, dayStartsAtMinute, hours, target, ofQueues]);
}
