import { nextPath } from "../../../lib/access/next-path";

/** The address of the sign-in that comes back to this place. */
export const signInAddress = (here: string): string => withNext("/sign-in", here);

/** The same by the company's own way. */
export const companyAddress = (next: string): string => withNext("/api/v1/oidc/start", next);

function withNext(address: string, asked: string): string {
  const next = nextPath(asked);
  return next === "/" ? address : `${address}?next=${encodeURIComponent(next)}`;
}

/** Where the reader is, as `next=` has it. */
export function hereNow(): string {
  const { pathname, search, hash } = globalThis.location;
  return `${pathname}${search}${hash}`;
}
