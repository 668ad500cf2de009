import type { ContactLine, ContactsPage, ContactsRequest } from "../../../lib/desk/contact-types";
import { type Answer, ask } from "../desk/ask";

/** So many contacts come at first, and so many more at the end of the list. */
export const PAGE = 100;
/** The server gives no more at once. */
const PAGE_AT_MOST = 500;

export type ContactsQuery = Pick<ContactsRequest, "boardId" | "queueId" | "minutes" | "figure" | "part">;

/** The newest contacts behind a figure, as far as they were asked for. */
export type Listed = Pick<ContactsPage, "revision" | "asOfMs" | "next"> & { readonly lines: readonly ContactLine[] };

type ReadPage = (limit: number, after: string | null) => Promise<Answer<ContactsPage>>;

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

/** A contact that moved while the pages were read stands once, as it was told last. */
function withPage(listed: Listed | null, { revision, asOfMs, next, contacts }: ContactsPage): Listed {
  const told = new Set(contacts.map(({ key }) => key));
  const before = listed?.lines.filter(({ key }) => !told.has(key)) ?? [];
  return { revision, asOfMs, next, lines: [...before, ...contacts] };
}
