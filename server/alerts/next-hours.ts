import type { NextHours } from "../../lib/alerts/alert-api";
import type { Calendar } from "../../lib/calendar";
import type { SiteConfig } from "../../lib/config";

/** When the site closes, and opens next; it works while any of its queues does (BO3). */
export function nextHours({ hours, queues }: SiteConfig, calendar: Calendar, nowMs: number): NextHours {
  const all = queues.length === 0 ? [hours] : queues.map((queue) => queue.hours);
  const changeMs = calendar.nextChangeOfAny(all, nowMs);
  const isOpen = all.some((each) => calendar.isOpen(each, nowMs));
  if (!isOpen || changeMs === null) return { closesAtMs: null, opensAtMs: changeMs };
  return { closesAtMs: changeMs, opensAtMs: calendar.nextChangeOfAny(all, changeMs) };
}
