import type { ContactLine, ContactsPage, ContactsRequest } from "../../../lib/desk/contact-types";
import type { Revision } from "../../../lib/events";
import { type Answer, ask } from "../desk/ask";

/** So many contacts come at first, and so many more at the end of the list. */
export const PAGE = 100;
/** The server gives no more at once. */
const PAGE_AT_MOST = 500;

export type ContactsQuery = Pick<ContactsRequest, "boardId" | "queueId" | "minutes" | "figure" | "part">;

/** The newest contacts behind a figure, as far as they were asked for. */
export type Listed = Pick<ContactsPage, "revision" | "asOfMs" | "next"> & {
  readonly lines: readonly ContactLine[];
  /** All lines are of `revision`; false: those further down may be older. */
  readonly whole: boolean;
};

export type ReadPage = (limit: number, after: string | null) => Promise<Answer<ContactsPage>>;

export function readPage(
  { boardId, queueId, minutes, figure, part }: ContactsQuery,
  limit: number,
  after: string | null,
  signal: AbortSignal,
): Promise<Answer<ContactsPage>> {
  const query = new URLSearchParams({ board: boardId, figure, limit: String(limit) });
  if (queueId !== null) query.set("queue", queueId);
  if (minutes !== null) query.set("minutes", String(minutes));
  if (part !== null) query.set("part", part);
  if (after !== null) query.set("after", after);
  return ask<ContactsPage>(`/api/v1/contacts?${query.toString()}`, signal);
}

/**
 * The newest `count` contacts, in as many pages as that takes.
 * @returns what the server said instead, when it did not tell them
 */
export async function readNewest(count: number, read: ReadPage): Promise<Listed | "refused" | "failed"> {
  let listed: Listed | null = null;
  for (;;) {
    const missing: number = count - (listed?.lines.length ?? 0);
    // One page names where the next begins.
    // oxlint-disable-next-line no-await-in-loop
    const answer: Answer<ContactsPage> = await read(Math.min(PAGE_AT_MOST, missing), listed?.next ?? null);
    if (answer.type !== "told") return answer.type === "refused" ? "refused" : "failed";
    listed = withPage(listed, answer.body);
    if (listed.next === null || listed.lines.length >= count) return listed;
  }
}

/**
 * What is listed, with the newest page read again and what stands further down left as it was.
 * @returns null: more has arrived than a page holds, and nobody knows what stands between
 */
export function withNewest(listed: Listed, page: ContactsPage): Listed | null {
  const { revision, asOfMs, contacts, next } = page;
  const last = contacts.at(-1);
  if (next === null || last === undefined) return { revision, asOfMs, next, lines: contacts, whole: true };
  const told = new Set(contacts.map(({ key }) => key));
  const lastAt = listed.lines.findIndex(({ key }) => key === last.key);
  const below = lastAt >= 0 ? lastAt + 1 : listed.lines.findIndex((line) => line.arrivedAtMs < last.arrivedAtMs);
  if (below === 0) return null;
  const older = below < 0 ? [] : listed.lines.slice(below).filter(({ key }) => !told.has(key));
  if (older.length === 0) return { revision, asOfMs, next, lines: contacts, whole: true };
  const whole = isWholeAt(listed, revision);
  return { revision, asOfMs, next: listed.next, lines: [...contacts, ...older], whole };
}

const isWholeAt = (listed: Listed, { epoch, number }: Revision): boolean =>
  listed.whole && listed.revision.epoch === epoch && listed.revision.number === number;

/** A contact that moved while the pages were read stands once, as it was told last. */
export function withPage(listed: Listed | null, { revision, asOfMs, next, contacts }: ContactsPage): Listed {
  const told = new Set(contacts.map(({ key }) => key));
  const before = listed?.lines.filter(({ key }) => !told.has(key)) ?? [];
  const whole = listed === null || isWholeAt(listed, revision);
  return { revision, asOfMs, next, lines: [...before, ...contacts], whole };
}
