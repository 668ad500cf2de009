import { STATUS_CODES } from "node:http";
import { jsonReply, type Reply } from "./reply";

/** A problem document (RFC 9457). `detail` is for people and repeats nothing that came from outside. */
export function problemReply(status: number, detail: string, headers: Readonly<Record<string, string>> = {}): Reply {
  const reply = jsonReply(status, { type: "about:blank", title: STATUS_CODES[status] ?? "Error", status, detail });
  return { ...reply, headers: { ...reply.headers, "content-type": "application/problem+json", ...headers } };
}
