import type { IncomingMessage } from "node:http";
import { problemReply } from "./problem";
import type { Reply } from "./reply";

/** The parts of the path that the route leaves open (`{id}`), decoded, in order. */
export type PathParameters = readonly string[];
export type Handler = (parameters: PathParameters, request: IncomingMessage) => Reply | Promise<Reply>;
export type Route = { readonly path: string; readonly handlers: ReadonlyMap<string, Handler> };

/** A resource that can be read: GET, and HEAD for free. */
export const readable = (path: string, get: Handler): Route => ({ path, handlers: new Map([["GET", get]]) });

export type Router = (request: IncomingMessage) => Reply | Promise<Reply>;

/** Finds the route of a path; what no route claims goes to `otherwise`, with the decoded path. */
export function createRouter(
  routes: readonly Route[],
  otherwise: (path: string, request: IncomingMessage) => Reply | Promise<Reply>,
): Router {
  const patterns = routes.map(({ path, handlers }) => ({ segments: path.split("/"), handlers }));
  return (request) => {
    const path = decodePath(request.url ?? "");
    if (path === null) return problemReply(400, "The address is not a well-formed path.");
    const segments = path.raw.split("/");
    for (const pattern of patterns) {
      const parameters = matchSegments(pattern.segments, segments);
      if (parameters !== null) return answer(pattern.handlers, parameters, request);
    }
    return otherwise(path.decoded, request);
  };
}

function answer(handlers: Route["handlers"], parameters: PathParameters, request: IncomingMessage) {
  const method = request.method === "HEAD" ? "GET" : (request.method ?? "");
  const handler = handlers.get(method);
  return handler === undefined ? methodNotAllowed([...handlers.keys()]) : handler(parameters, request);
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

function matchSegments(pattern: readonly string[], segments: readonly string[]): PathParameters | null {
  if (pattern.length !== segments.length) return null;
  const parameters: string[] = [];
  for (const [index, expected] of pattern.entries()) {
    const segment = segments[index] ?? "";
    if (expected.startsWith("{")) {
      const parameter = decodeText(segment);
      if (parameter === null || parameter === "") return null;
      parameters.push(parameter);
    } else if (segment !== expected) return null;
  }
  return parameters;
}
