import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { extname } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { accepts } from "../accepts";
import { pagePolicy } from "./content-security";
import type { Reply } from "../reply";

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

const TYPES = new Map([
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".txt", "text/plain; charset=utf-8"],
  [".json", "application/json; charset=utf-8"],
  [".map", "application/json; charset=utf-8"],
  [".webmanifest", "application/manifest+json"],
  [".svg", "image/svg+xml"],
  [".xml", "application/xml"],
  [".png", "image/png"],
  [".ico", "image/x-icon"],
  [".woff2", "font/woff2"],
]);
const COMPRESSIBLE = /^text\/|json|xml/;
const SMALLEST_COMPRESSED_BYTES = 1_024;

type Encoding = "identity" | "gzip" | "br";
/** Part of the entity tag: each encoding is another representation, and strong tags must differ. */
const TAG_SUFFIX: Readonly<Record<Encoding, string>> = { identity: "", gzip: "-gz", br: "-br" };

/** @param host the one it was asked from, as the browser knows it */
export type StaticFile = (request: IncomingMessage, status: number, host: string | undefined) => Reply | Promise<Reply>;

/** A file of the built pages, held in memory; compressed when first asked for so, and then kept. */
export function staticFile(path: string, body: Buffer, frameAncestors: readonly string[] = []): StaticFile {
  const contentType = TYPES.get(extname(path)) ?? "application/octet-stream";
  const compressible = COMPRESSIBLE.test(contentType) && body.length >= SMALLEST_COMPRESSED_BYTES;
  const digest = createHash("sha256").update(body).digest("base64url").slice(0, 27);
  const policy = contentType.startsWith("text/html") ? pagePolicy(body.toString("utf8"), frameAncestors) : null;
  // Names under _next/static change with their content; everything else is asked for again, by its tag.
  const cacheControl = path.startsWith("/_next/static/") ? "public, max-age=31536000, immutable" : "no-cache";
  const encoded = new Map<Encoding, Promise<Buffer>>();

  function bodyIn(encoding: Encoding): Buffer | Promise<Buffer> {
    if (encoding === "identity") return body;
    const known = encoded.get(encoding);
    if (known !== undefined) return known;
    const made = encoding === "gzip" ? gzipped(body) : brotlied(body, { params: BROTLI });
    encoded.set(encoding, made);
    return made;
  }

  return async (request, status, host) => {
    const encoding = compressible ? chooseEncoding(request.headers["accept-encoding"]) : "identity";
    const etag = `"${digest}${TAG_SUFFIX[encoding]}"`;
    const headers: Record<string, string> = { etag, "cache-control": cacheControl, "content-type": contentType };
    if (compressible) headers["vary"] = "accept-encoding";
    if (policy !== null) headers["content-security-policy"] = policy(host);
    // Browsers from before `frame-ancestors` know no list: where others may frame us, they are told nothing.
    if (policy !== null && frameAncestors.length === 0) headers["x-frame-options"] = "SAMEORIGIN";
    if (status === 200 && matchesTag(request.headers["if-none-match"], etag)) return { status: 304, headers, body: "" };
    if (encoding !== "identity") headers["content-encoding"] = encoding;
    return { status, headers, body: await bodyIn(encoding) };
  };
}

const BROTLI = { [constants.BROTLI_PARAM_QUALITY]: 6 };

const chooseEncoding = (accepted: string | string[] | undefined): Encoding =>
  accepts(accepted, "br") ? "br" : accepts(accepted, "gzip") ? "gzip" : "identity";

function matchesTag(wanted: string | undefined, etag: string): boolean {
  if (wanted === undefined) return false;
  return wanted.split(",").some((each) => {
    const tag = each.trim();
    return tag === "*" || tag === etag || tag === `W/${etag}`;
  });
}
