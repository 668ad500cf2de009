import { readdirSync, readFileSync, statSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { join, sep } from "node:path";
import { problemReply } from "../problem";
import type { Reply } from "../reply";
import { methodNotAllowed } from "../router";
import { staticFile, type StaticFile } from "./static-file";

export type StaticFiles = (path: string, request: IncomingMessage, host?: string) => Reply | Promise<Reply>;

/**
 * Serves the built pages from memory. Every file is known from the start, so no path that is asked for ever
 * reaches the file system. `/wall` is `wall.html`.
 * @param frameAncestors whose pages may show ours within theirs
 */
export function createStaticFiles(directory: string, frameAncestors: readonly string[] = []): StaticFiles {
  const byPath = new Map<string, StaticFile>();
  for (const path of filesBelow(directory)) {
    const file = staticFile(path, readFileSync(join(directory, path)), frameAncestors);
    byPath.set(path, file);
    if (path.endsWith(".html")) byPath.set(pagePath(path), file);
  }
  const notFoundPage = byPath.get("/404.html");
  const built = byPath.size > 0;

  return (path, request, host = request.headers.host) => {
    if (request.method !== "GET" && request.method !== "HEAD") return methodNotAllowed(["GET"]);
    const file = byPath.get(path);
    if (file !== undefined) return file(request, 200, host);
    const withoutSlash = path.replace(/\/+$/, "");
    if (path !== withoutSlash && byPath.has(withoutSlash)) return movedTo(withoutSlash);
    if (notFoundPage !== undefined && wantsPage(path, request)) return notFoundPage(request, 404, host);
    return problemReply(404, built ? "There is nothing at this address." : "The pages are not built: npm run build.");
  };
}

const wantsPage = (path: string, { headers }: IncomingMessage): boolean =>
  !path.startsWith("/api/") && headers.accept?.includes("text/html") === true;

/** Only to a path that is ours: `//elsewhere/` is none. */
const movedTo = (path: string): Reply =>
  problemReply(308, "It stands without the slash.", { location: encodeURI(path) });

/** `/index.html` → `/`, `/a/index.html` → `/a`, `/wall.html` → `/wall`. */
function pagePath(path: string): string {
  const bare = path.slice(0, -".html".length);
  if (bare === "/index") return "/";
  return bare.endsWith("/index") ? bare.slice(0, -"/index".length) : bare;
}

/** Paths from the directory's root, with forward slashes; none where the directory does not exist. */
function filesBelow(directory: string): string[] {
  const exists = statSync(directory, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!exists) return [];
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length).split(sep).join("/"))
    .map((path) => (path.startsWith("/") ? path : `/${path}`));
}
