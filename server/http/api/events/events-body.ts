import type { IncomingMessage } from "node:http";
import { type ReadBody, readBytes } from "../../reading/body";
import { problemReply } from "../../problem";

const LARGEST_BODY_BYTES = 256 * 1024;

export type EventsFormat = "single" | "batch" | "lines";
/** What came, not looked at yet. */
export type EventsBody = { readonly format: EventsFormat; readonly bytes: Buffer };

const FORMATS: ReadonlyMap<string, EventsFormat> = new Map([
  ["application/cloudevents+json", "single"],
  ["application/cloudevents-batch+json", "batch"],
  ["application/x-ndjson", "lines"],
]);

/** The body of a request that tells events; what is read is an `EventsBody`. */
export async function readEventsBody(request: IncomingMessage): Promise<ReadBody> {
  const format = formatOf(request);
  const types = [...FORMATS.keys()];
  if (format === null) {
    return refused(415, `Events are sent as ${types.join(", ")}, in UTF-8, without a content-encoding.`);
  }
  const tooLarge = refused(413, "A request takes 256 kB of events at most.");
  if (Number(request.headers["content-length"] ?? 0) > LARGEST_BODY_BYTES) return tooLarge;
  const bytes = await readBytes(request, LARGEST_BODY_BYTES);
  if (bytes === "gone") return { kind: "gone" };
  if (bytes === "too-large") return tooLarge;
  const body: EventsBody = { format, bytes };
  return { kind: "read", body };
}

const refused = (status: number, detail: string): ReadBody => ({
  kind: "refused",
  reply: problemReply(status, detail),
});

function formatOf({ headers }: IncomingMessage): EventsFormat | null {
  if ((headers["content-encoding"] ?? "identity") !== "identity") return null;
  const [, type = ""] = /^([\w/+-]+)\s*(?:;\s*charset="?utf-8"?\s*)?$/i.exec(headers["content-type"] ?? "") ?? [];
  return FORMATS.get(type.toLowerCase()) ?? null;
}
