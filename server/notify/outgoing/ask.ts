import http from "node:http";
import https from "node:https";
import { logLine } from "../../../lib/names/log-line";
import { findAddresses, onlyThese, type Resolve } from "./find-addresses";
import { withEither } from "./with-either";

export type Outgoing = {
  /** Whether private networks may be asked, and anybody without encryption. */
  readonly privateAddresses: boolean;
  readonly resolve: Resolve;
  /** For the whole of it, from the name to the last byte. */
  readonly withinMs: number;
};

export type Question = {
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  /** null: none. */
  readonly body: string | null;
};

/** `why` names no part of the address: whoever knows that of a Slack webhook may write there. */
export type Asked =
  | { readonly kind: "answered"; readonly status: number; readonly retryAfter: string | null; readonly text: string }
  | { readonly kind: "forbidden"; readonly why: string }
  | { readonly kind: "unanswered"; readonly why: string };

export const ANSWERED_WITHIN_MS = 10_000;
/** So much of an answer is read. */
export const LARGEST_ANSWER_BYTES = 64 * 1024;

/** NO1–NO3: asks somebody else's server. Redirects are answers like any other. It never rejects. */
export async function ask(question: Question, outgoing: Outgoing, signal: AbortSignal): Promise<Asked> {
  const url = URL.canParse(question.url) ? new URL(question.url) : null;
  const problem = url === null ? "the address cannot be read" : problemOfUrl(url, outgoing.privateAddresses);
  if (url === null || problem !== null) return { kind: "forbidden", why: problem ?? "" };
  const late = AbortSignal.timeout(outgoing.withinMs);
  try {
    return await withEither([signal, late], (either) => askHost(url, question, outgoing, either));
  } catch (error) {
    if (late.aborted) return { kind: "unanswered", why: `no answer within ${outgoing.withinMs / 1_000} s` };
    return { kind: "unanswered", why: signal.aborted ? "we stopped" : whyUnanswered(error) };
  }
}

async function askHost(url: URL, question: Question, outgoing: Outgoing, signal: AbortSignal): Promise<Asked> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const found = await untilAborted(findAddresses(host, outgoing.privateAddresses, outgoing.resolve), signal);
  if (found.kind === "forbidden") return found;
  if (found.kind === "unknown") return { kind: "unanswered", why: found.why };
  return exchange(url, question, onlyThese(found.addresses), signal);
}

function problemOfUrl(url: URL, privateAddresses: boolean): string | null {
  if (url.username !== "" || url.password !== "") return "the address has a user name in it";
  if (url.protocol === "https:") return null;
  if (url.protocol !== "http:") return "the address is not https";
  return privateAddresses ? null : "the address is not https; alerts.privateAddresses allows http";
}

function exchange(
  url: URL,
  { method, headers, body }: Question,
  lookup: http.RequestOptions["lookup"],
  signal: AbortSignal,
): Promise<Asked> {
  const { request } = url.protocol === "https:" ? https : http;
  return new Promise((resolve, reject) => {
    const length = body === null ? {} : { "content-length": String(Buffer.byteLength(body)) };
    // No agent: no connection that was opened for anything else.
    const asked = request(url, { method, headers: { ...headers, ...length }, lookup, signal, agent: false });
    asked.on("error", reject);
    asked.on("response", (response) => {
      readSome(response).then((text) => {
        asked.destroy();
        const retryAfter = response.headers["retry-after"] ?? null;
        resolve({ kind: "answered", status: response.statusCode ?? 0, retryAfter, text });
      }, reject);
    });
    asked.end(body ?? undefined);
  });
}

/** Up to the largest answer; the rest is left where it is. */
async function readSome(response: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= LARGEST_ANSWER_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, LARGEST_ANSWER_BYTES).toString("utf8");
}

/** A name that is looked up cannot be told to stop, but need not be waited for. */
export function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new Error("aborted"));
    signal.addEventListener("abort", stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

const KNOWN_TROUBLE: ReadonlyMap<string, string> = new Map([
  ["ECONNREFUSED", "nobody listens there"],
  ["ECONNRESET", "the connection was cut"],
  ["EPIPE", "the connection was cut"],
  ["EHOSTUNREACH", "there is no way to the host"],
  ["ENETUNREACH", "there is no way to the host"],
  ["ETIMEDOUT", "the host does not answer"],
  ["CERT_HAS_EXPIRED", "the certificate of the host has expired"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "the certificate is another host's"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "nobody vouches for the certificate of the host"],
  ["SELF_SIGNED_CERT_IN_CHAIN", "nobody vouches for the certificate of the host"],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "nobody vouches for the certificate of the host"],
]);

/** Why nothing was heard, without what the error itself says: that may hold the address. */
export function whyUnanswered(error: unknown): string {
  const code = codeOf(error);
  return code === null
    ? "the connection failed"
    : (KNOWN_TROUBLE.get(code) ?? `the connection failed (${logLine(code)})`);
}

function codeOf(error: unknown): string | null {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  const isCoded = typeof error === "object" && error !== null && "code" in error && typeof error.code === "string";
  return isCoded ? String(error.code) : null;
}
