import { logLine } from "../../../lib/names/log-line";
import type { SendOutcome } from "../channel";
import { cut } from "../message/inert";
import type { Asked } from "../outgoing/ask";

/** What a server says with these is of this one message: too large, not understood. All else is of itself. */
const OF_THE_MESSAGE: ReadonlySet<number> = new Set([400, 413, 415, 422]);
const LONGEST_ANSWER = 200;
/** A part of an address that is shorter than this is no secret. */
const SHORTEST_SECRET = 8;

/**
 * NO6: what an answer means. @param url of which no part that may be secret is repeated
 * @param nowMs for a `Retry-After` that is a date
 */
export function httpOutcome(asked: Asked, url: string, nowMs: number): SendOutcome {
  if (asked.kind !== "answered") return { kind: "later", afterMs: null, status: null, answer: asked.why };
  const { status } = asked;
  const answer = shownAnswer(asked.text, secretsOf(url));
  if (status >= 200 && status < 300) return { kind: "delivered", status, answer };
  if (OF_THE_MESSAGE.has(status)) return { kind: "refused", status, answer };
  return { kind: "later", afterMs: retryAfterMs(asked.retryAfter, nowMs), status, answer };
}

/** The beginning of what somebody answered, in one line, without what is known to be secret. */
export function shownAnswer(text: string, secrets: readonly string[]): string {
  const hidden = secrets.reduce((shown, secret) => shown.split(secret).join("…"), text);
  return cut(logLine(hidden.trim()), LONGEST_ANSWER);
}

/** The longest first, so that none is left over of another. */
function secretsOf(url: string): readonly string[] {
  if (!URL.canParse(url)) return [];
  const { pathname, search } = new URL(url);
  const parts = [url, `${pathname}${search}`, pathname, ...`${pathname}${search}`.split(/[/?&=]/)];
  return parts.filter((part) => part.length >= SHORTEST_SECRET).sort((one, other) => other.length - one.length);
}

const HTTP_DATE = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;

/** `Retry-After`, seconds or a date, as ms from now; null: none that can be read. */
export function retryAfterMs(text: string | null, nowMs: number): number | null {
  const trimmed = text?.trim() ?? "";
  if (/^\d{1,9}$/.test(trimmed)) return Number(trimmed) * 1_000;
  return HTTP_DATE.test(trimmed) ? Math.max(0, Date.parse(trimmed) - nowMs) : null;
}
