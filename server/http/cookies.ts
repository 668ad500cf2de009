import type { Sender } from "./asked";
import type { Reply } from "./reply";

export type SetCookie = {
  readonly name: string;
  /** null: the browser forgets it. */
  readonly value: string | null;
  readonly maxAgeMs: number;
};

/** What a cookie's value is made of (RFC 6265), so that nothing else can reach a header. */
const COOKIE_OCTETS = /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/;
const LONGEST_VALUE = 4_096;

/** The reply with cookies that scripts cannot read and other sites' requests do not carry. */
export function withCookies(reply: Reply, cookies: readonly SetCookie[], { secure }: Pick<Sender, "secure">): Reply {
  const before = reply.headers["set-cookie"] ?? [];
  const lines = cookies.map(({ name, value, maxAgeMs }) => {
    if (value !== null && !COOKIE_OCTETS.test(value)) throw new Error(`the cookie ${name} has a value that is none`);
    const maxAge = value === null ? 0 : Math.floor(maxAgeMs / 1000);
    const line = `${name}=${value ?? ""}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax`;
    return secure ? `${line}; Secure` : line;
  });
  return { ...reply, headers: { ...reply.headers, "set-cookie": [before, lines].flat() } };
}

/**
 * A cookie of a `cookie` header. Of the same name twice with different values (a neighbouring host can plant one), none.
 * @returns null: there is none
 */
export function readCookie(header: string | undefined, name: string): string | null {
  const values = (header ?? "").split(";").flatMap((pair) => {
    const at = pair.indexOf("=");
    return at >= 0 && pair.slice(0, at).trim() === name ? [pair.slice(at + 1).trim()] : [];
  });
  const [value] = values;
  if (value === undefined || value === "" || values.some((other) => other !== value)) return null;
  return value.length <= LONGEST_VALUE && COOKIE_OCTETS.test(value) ? value : null;
}
