import type { IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { accepts } from "./accepts";
import type { Reply } from "./reply";

const gzipped = promisify(gzip);
const SMALLEST_COMPRESSED = 1_024;
/** A desk of 300 people is built once a second and asker: quickly made counts for more than the last bytes. */
const QUICKLY = { level: 3 };

/** Data of more than 1 kB is sent compressed to who takes it, and not compressed on the thread of the events. */
export async function compressReply(
  reply: Reply,
  { headers: asked }: Pick<IncomingMessage, "headers">,
): Promise<Reply> {
  const { body, headers } = reply;
  if (typeof body !== "string" || body.length < SMALLEST_COMPRESSED) return reply;
  if (!String(headers["content-type"]).startsWith("application/json")) return reply;
  const varied = { ...headers, vary: "accept-encoding" };
  if (!accepts(asked["accept-encoding"], "gzip")) return { ...reply, headers: varied };
  return { ...reply, headers: { ...varied, "content-encoding": "gzip" }, body: await gzipped(body, QUICKLY) };
}
