import type { OverflowReason } from "../../../lib/events";
import type { QueueId } from "../../../lib/vocabulary";
import { type Stay, type StayOutcome, visitKey, type VisitBook } from "./visits";

export function tellOffered(book: VisitBook, stay: Stay, atMs: number, exactly: boolean): void {
  stay.offeredAtMs = atMs;
  stay.offeredExactly = exactly;
  const { call, name } = stay;
  const isFirst = call.stays[0] === stay && call.refusals.size === 0 && call.fromBefore === null;
  const via = isFirst ? "direct" : "overflow";
  book.ports.tell(atMs, visitKey("o", name), {
    type: "contact.offered",
    ...name,
    channel: "voice",
    caller: call.caller,
    via,
  });
}

/** Where its joining was not heard: counted back from the wait in whole seconds, else from when listening began. */
export function ensureOffered(book: VisitBook, stay: Stay, endMs: number, waitS: number | null): void {
  if (stay.offeredAtMs !== null) return;
  const atMs = waitS === null ? Math.min(endMs, book.connectedAtMs ?? endMs) : endMs - waitS * 1000;
  tellOffered(book, stay, atMs, false);
}

/** How a contact was taken out unanswered, and into which queue, where that is known. */
type Way = { readonly reason: OverflowReason; readonly toQueueId: QueueId | null };

export function endStay(
  book: VisitBook,
  stay: Stay,
  outcome: Exclude<StayOutcome, "answered">,
  atMs: number,
  way: Way = { reason: "timeout", toQueueId: null },
): void {
  const { name } = stay;
  stay.outcome = outcome;
  stay.endedAtMs = atMs;
  if (outcome === "overflowed") {
    book.ports.tell(atMs, visitKey("v", name), { type: "contact.overflowed", ...name, ...way });
  } else if (outcome === "abandoned") {
    book.ports.tell(atMs, visitKey("x", name), { type: "contact.abandoned", ...name });
  } else {
    // It may be found again and lost once more.
    book.ports.tell(atMs, `${visitKey("l", name)}|${atMs}`, { type: "contact.lost", ...name });
  }
}
