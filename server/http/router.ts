import type { IncomingMessage } from "node:http";
import type { Right } from "../../lib/access/roles";
import type { Asked } from "./asked";
import { type Admit, mayChange } from "./asking/admit";
import { type ReadBody, readJson } from "./reading/body";
import { readCookie } from "./cookies";
import { problemReply } from "./problem";
import type { Reply } from "./reply";
import type { Asker, WhoAsks } from "./asking/who-asks";

export type Handler = (asked: Asked) => Reply | Promise<Reply>;
/** A resource by its path, of which `{id}` leaves a part open, and what can be done with it by method. */
export type Route = {
  readonly path: string;
  readonly handlers: ReadonlyMap<string, Handler>;
  /** Reads what comes with a request that may be answered; left out: JSON. */
  readonly readBody?: (request: IncomingMessage) => Promise<ReadBody>;
};

/** A resource that can be read: GET, and HEAD for free. */
export const readable = (path: string, get: Handler): Route => ({ path, handlers: new Map([["GET", get]]) });

export type Router = (request: IncomingMessage) => Reply | Promise<Reply>;

export type RouterParts = {
  readonly routes: readonly Route[];
  /** What each route needs, by its name. */
  readonly rights: Readonly<Record<string, Right>>;
  readonly whoAsks: WhoAsks;
  readonly admit: Admit;
  /** What no route claims, by the decoded path: the pages. */
  readonly otherwise: (path: string, request: IncomingMessage) => Reply | Promise<Reply>;
};

type Guarded = {
  readonly name: string;
  readonly right: Right;
  readonly handle: Handler;
  readonly readBody: (request: IncomingMessage) => Promise<ReadBody>;
};
type Resource = { readonly segments: readonly string[]; readonly methods: ReadonlyMap<string, Guarded> };

/**
 * Finds the route of a path and asks, once and here alone, whether it may be answered.
 * @throws Error for a route without a right, and for a right without a route
 */
export function createRouter(parts: RouterParts): Router {
  const { whoAsks, admit, otherwise } = parts;
  const resources = resourcesOf(parts);
  return (request) => {
    const path = decodePath(request.url ?? "");
    if (path === null) return problemReply(400, "The address is not a well-formed path.");
    const segments = path.raw.split("/");
    for (const { segments: pattern, methods } of resources) {
      const parameters = matchSegments(pattern, segments);
      if (parameters === null) continue;
      const guarded = methods.get(request.method === "HEAD" ? "GET" : (request.method ?? ""));
      if (guarded === undefined) return methodNotAllowed([...methods.keys()]);
      return answer(guarded, parameters, request);
    }
    return otherwise(path.decoded, request);
  };

  async function answer(guarded: Guarded, parameters: readonly string[], request: IncomingMessage): Promise<Reply> {
    const asker = whoAsks(request);
    const refusal = admit(guarded, asker, request);
    if (refusal !== null) return refusal;
    if (!mayChange(request)) return guarded.handle(askedBy(asker, request, parameters, null));
    const read = await guarded.readBody(request);
    if (read.kind !== "read") return read.kind === "gone" ? problemReply(400, "It was not sent whole.") : read.reply;
    // AC43: whoever sends slowly may have lost meanwhile what he held when he began.
    const sender = whoAsks(request);
    return admit(guarded, sender, request) ?? guarded.handle(askedBy(sender, request, parameters, read.body));
  }
}

function askedBy(asker: Asker, request: IncomingMessage, parameters: readonly string[], body: unknown): Asked {
  const { address, secure, principal } = asker;
  const { headers, url = "" } = request;
  const cookie = (name: string) => readCookie(headers.cookie, name);
  return { address, secure, principal, parameters, url, cookie, body, request };
}

const PAGES = "GET /*";

function resourcesOf({ routes, rights }: RouterParts): readonly Resource[] {
  const names = new Set([
    PAGES,
    ...routes.flatMap(({ path, handlers }) => [...handlers.keys()].map((method) => `${method} ${path}`)),
  ]);
  const unanswered = Object.keys(rights).filter((name) => !names.has(name));
  if (unanswered.length > 0) throw new Error(`${unanswered.join(", ")}: in the table of rights, but no such route`);
  if (rights[PAGES] !== "public") throw new Error("pages are answered without asking who asks");
  return routes.map(({ path, handlers, readBody = readJson }) => {
    const methods = new Map<string, Guarded>();
    for (const [method, handle] of handlers) {
      const name = `${method} ${path}`;
      const right = Object.hasOwn(rights, name) ? rights[name] : undefined;
      if (right === undefined) throw new Error(`${name}: a route that stands in no table of rights`);
      methods.set(method, { name, right, handle, readBody });
    }
    return { segments: path.split("/"), methods };
  });
}

export function methodNotAllowed(methods: readonly string[]): Reply {
  const allow = methods.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method])).join(", ");
  // A body that nobody will read is not waited for.
  return problemReply(405, `Allowed here: ${allow}.`, { allow, connection: "close" });
}

/** The path without its query; `raw` still encoded, so that an encoded slash stays within its segment. */
function decodePath(url: string): { readonly raw: string; readonly decoded: string } | null {
  const raw = url.split("?", 1)[0] ?? "";
  const decoded = raw.startsWith("/") ? decodeText(raw) : null;
  return decoded === null ? null : { raw, decoded };
}

function decodeText(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function matchSegments(pattern: readonly string[], segments: readonly string[]): readonly string[] | null {
  if (pattern.length !== segments.length) return null;
  const parameters: string[] = [];
  for (const [index, expected] of pattern.entries()) {
    const segment = segments[index] ?? "";
    if (expected.startsWith("{")) {
      const parameter = isPlainlySpelt(segment) ? decodeText(segment) : null;
      if (parameter === null || parameter === "") return null;
      parameters.push(parameter);
    } else if (segment !== expected) return null;
  }
  return parameters;
}

/** Encoded is only what has to be: `%2e` is another spelling of `.`, and only one spelling leads anywhere. */
const isPlainlySpelt = (segment: string): boolean =>
  (segment.match(/%[\da-f]{2}/gi) ?? []).every(
    (encoded) => !/[\w.~-]/.test(String.fromCharCode(parseInt(encoded.slice(1), 16))),
  );
