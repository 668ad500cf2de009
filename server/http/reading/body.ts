import type { IncomingMessage } from "node:http";
import { scanJson } from "../json/scan-json";
import { problemReply } from "../problem";
import type { Reply } from "../reply";

const LARGEST_BODY_BYTES = 64 * 1024;
const DEEPEST_NESTING = 32;

/** What came with a request. */
export type ReadBody =
  | { readonly kind: "read"; readonly body: unknown }
  | { readonly kind: "refused"; readonly reply: Reply }
  /** The one who asked is gone. */
  | { readonly kind: "gone" };

/** The JSON that comes with a request; null where nothing comes. */
export async function readJson(request: IncomingMessage): Promise<ReadBody> {
  const length = Number(request.headers["content-length"] ?? 0);
  if (request.headers["transfer-encoding"] === undefined && length === 0) return { kind: "read", body: null };
  if (!isJson(request)) return refused(415, "What is sent here must be JSON (content-type: application/json).");
  const tooLarge = refused(413, "What is sent here must be 64 kB at most.");
  if (length > LARGEST_BODY_BYTES) return tooLarge;
  const bytes = await readBytes(request, LARGEST_BODY_BYTES);
  if (bytes === "gone") return { kind: "gone" };
  if (bytes === "too-large") return tooLarge;
  const text = decoded(bytes);
  if (text !== null && scanJson(text, DEEPEST_NESTING).kind === "too-deep") {
    return refused(400, "What was sent is nested too deeply.");
  }
  const parsed = text === null ? null : parse(text);
  return parsed === null ? refused(400, "What was sent is not JSON.") : { kind: "read", body: parsed.value };
}

const refused = (status: number, detail: string): ReadBody => ({
  kind: "refused",
  reply: problemReply(status, detail),
});

function isJson({ headers }: IncomingMessage): boolean {
  const plain = (headers["content-encoding"] ?? "identity") === "identity";
  return plain && /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(headers["content-type"] ?? "");
}

/** What comes with a request, up to so many bytes. */
export async function readBytes(request: IncomingMessage, largest: number): Promise<Buffer | "too-large" | "gone"> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve) => {
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= largest) return void chunks.push(chunk);
      chunks.length = 0;
      resolve("too-large");
    });
    request.once("end", () => resolve(Buffer.concat(chunks)));
    request.once("error", () => resolve("gone"));
    request.once("close", () => resolve("gone"));
  });
}

function decoded(bytes: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function parse(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}
