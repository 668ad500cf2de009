import type { CustomFetch } from "openid-client";
import { isLoopback } from "../../loopback";

const LARGEST_ANSWER_BYTES = 128 * 1024;
const LARGEST_ID_TOKEN = 8 * 1024;
/** These have no body, not even an empty one. */
const WITHOUT_BODY = new Set([204, 205, 304]);

/** What a provider said that is not taken; `why` in words for people, without anything of what it said. */
export class RefusedAnswer extends Error {
  constructor(readonly why: string) {
    super(why);
  }
}

/** Asks a provider: encrypted or on this machine, and no more of an answer than a right one has. */
export const cappedFetch: CustomFetch = async (url, { method, headers, body, signal }) => {
  if (!isSafeWay(url)) throw new RefusedAnswer("the provider names an address that is not encrypted");
  const options: RequestInit = { method, headers, redirect: "manual", signal: signal ?? null };
  const response = await fetch(url, body instanceof URLSearchParams ? { ...options, body } : options);
  const text = await readCapped(response);
  if (hasLargeIdToken(text)) throw new RefusedAnswer(`the ID token is longer than ${LARGEST_ID_TOKEN / 1024} kB`);
  const { status, headers: given } = response;
  return new Response(WITHOUT_BODY.has(status) ? null : text, { status, headers: given });
};

function isSafeWay(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || (protocol === "http:" && isLoopback(hostname.replace(/^\[|\]$/g, "")));
}

async function readCapped({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  if (body === null) return text;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > LARGEST_ANSWER_BYTES) {
      throw new RefusedAnswer(`the provider's answer is longer than ${LARGEST_ANSWER_BYTES / 1024} kB`);
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** Looked at before it is taken apart. */
function hasLargeIdToken(text: string): boolean {
  if (text.length <= LARGEST_ID_TOKEN) return false;
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer !== "object" || answer === null || !("id_token" in answer)) return false;
    return typeof answer.id_token === "string" && answer.id_token.length > LARGEST_ID_TOKEN;
  } catch {
    return false;
  }
}
