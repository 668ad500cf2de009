import type { ServerResponse } from "node:http";

/** An answer that is ready to be written. */
export type Reply = {
  readonly status: number;
  /** By lower-case name; several of one name as a list. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer;
};

/** Figures and states are never kept by a browser or a proxy (`no-store`), nor shown inside another page. */
const DATA_HEADERS: Readonly<Record<string, string>> = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
};

export function jsonReply(status: number, value: unknown): Reply {
  return textReply(status, "application/json; charset=utf-8", JSON.stringify(value));
}

/** There is nothing to say (204). */
export const emptyReply = (): Reply => ({ status: 204, headers: DATA_HEADERS, body: "" });

export function textReply(status: number, contentType: string, body: string): Reply {
  return { status, headers: { ...DATA_HEADERS, "content-type": contentType }, body };
}

/** Sent with everything. */
const COMMON_HEADERS: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
  "cross-origin-resource-policy": "same-origin",
};

/** What goes with every reply on this way in. */
export type WayHeaders = Readonly<Record<string, string>>;

/** Writes it whole; Node leaves out the body where the method is HEAD or the status forbids one. */
export function writeReply(response: ServerResponse, { status, headers, body }: Reply, way: WayHeaders = {}): void {
  const length = status === 304 || status === 204 ? {} : { "content-length": String(Buffer.byteLength(body)) };
  const all = { ...COMMON_HEADERS, ...way, ...headers, ...length };
  for (const [name, value] of Object.entries(all)) response.setHeader(name, value);
  response.writeHead(status);
  response.end(body);
}
