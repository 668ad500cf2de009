import type { Calendar } from "../lib/calendar";
import type { SiteConfig } from "../lib/config";
import { visitsInFold } from "../lib/desk/contact-list";
import { compareNewestFirst, positionOf, type VisitRecord } from "../lib/desk/visit-record";
import type { CallerAlias } from "../lib/vocabulary";
import { foldBack, sourcesOfSaved } from "./pipeline/saved-fold/fold-back";
import type { StoredLog } from "./store/store";

export type CallersContactsQuestion = {
  /** All that he is known as. */
  readonly callers: readonly CallerAlias[];
  readonly site: SiteConfig;
  readonly calendar: Calendar;
  readonly fromMs: number;
  readonly nowMs: number;
};

/**
 * All that one caller did: what is kept of it, and what is too new to be kept apart from the log; the newest first.
 * @throws Error when the log cannot be read
 */
export async function contactsOfCaller(
  log: StoredLog,
  { callers, site, calendar, fromMs, nowMs }: CallersContactsQuestion,
): Promise<readonly VisitRecord[]> {
  // Whatever is configured now: what he did at a source of before is his too.
  const sourceIds = sourcesOfSaved(await log.loadFold(), site) ?? (await log.sourceIds());
  const { fold } = await foldBack(log, { site, calendar, sourceIds }, nowMs);
  const period = { fromMs, toMs: Number.MAX_SAFE_INTEGER };
  const recent = visitsInFold(fold, { queueIds: null, period, after: null }).filter(
    ({ caller }) => caller !== null && callers.includes(caller),
  );
  const kept: VisitRecord[] = [];
  for (const caller of callers) kept.push(...(await log.visitsOf(caller, fromMs)));
  // Memory last: what is found in both is newer there.
  const found = [...kept, ...recent].map((visit) => {
    const position = positionOf(visit);
    return { visit, position, name: JSON.stringify(position) };
  });
  const each = new Map(found.map((one) => [one.name, one]));
  return [...each.values()].sort((a, b) => compareNewestFirst(a.position, b.position)).map(({ visit }) => visit);
}
