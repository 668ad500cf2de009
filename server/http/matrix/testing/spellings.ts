import type { Headers } from "./raw-request";

/** One request, spelt otherwise than it ought to be. */
export type Spelling = {
  readonly name: string;
  readonly path?: (path: string) => string;
  readonly method?: (method: string) => string;
  readonly headers?: (request: { readonly method: string; readonly path: string }) => Headers;
  readonly version?: string;
};

const rewritten = (name: string, path: (path: string) => string): Spelling => ({ name, path });
/** The path alone changes; what stands after `?` stays there. */
const inPath = (name: string, change: (path: string) => string): Spelling =>
  rewritten(name, (path) => {
    const [only = "", ...query] = path.split("?");
    return [change(only), ...query].join("?");
  });
const withQuery = (name: string, query: string): Spelling =>
  rewritten(name, (path) => `${path}${path.includes("?") ? "&" : "?"}${query}`);
const withHeaders = (name: string, headers: Headers): Spelling => ({ name, headers: () => headers });
const last = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
const encodedLast = (path: string): string =>
  `${path.slice(0, -last(path).length)}%${last(path).charCodeAt(0).toString(16)}${last(path).slice(1)}`;

/** Paths that another reader of addresses might take for the right one. */
export const OTHER_PATHS: readonly Spelling[] = [
  inPath("two slashes before", (path) => `/${path}`),
  inPath("three slashes before", (path) => `//${path}`),
  inPath("two slashes within", (path) => path.replace(/\/(?=[^/]*$)/, "//")),
  inPath("a slash after", (path) => `${path}/`),
  inPath("two slashes after", (path) => `${path}//`),
  inPath("a dot within", (path) => path.replace(/\/(?=[^/]*$)/, "/./")),
  inPath("there and back", (path) => path.replace(/\/(?=[^/]*$)/, "/x/../")),
  inPath("past the root", (path) => `/../..${path}`),
  inPath("by way of the pages", (path) => `/_next/..${path}`),
  inPath("an encoded dot within", (path) => path.replace(/\/(?=[^/]*$)/, "/%2e/")),
  inPath("encoded, there and back", (path) => `/healthz/%2e%2e${path}`),
  inPath("an encoded slash", (path) => path.replace(/\/(?=[^/]*$)/, "%2f")),
  inPath("an encoded slash in capitals", (path) => path.replace(/\/(?=[^/]*$)/, "%2F")),
  inPath("a slash encoded twice", (path) => path.replace(/\/(?=[^/]*$)/, "%252f")),
  inPath("an encoded first letter", (path) => `/%${path.charCodeAt(1).toString(16)}${path.slice(2)}`),
  inPath("an encoded letter", encodedLast),
  inPath("a letter in UTF-16", (path) => path.replace(/[a-z]/, (letter) => `%u00${letter.charCodeAt(0).toString(16)}`)),
  inPath("an overlong slash", (path) => path.replace(/\/(?=[^/]*$)/, "%c0%af")),
  inPath("backslashes", (path) => path.replaceAll("/", "\\")),
  inPath("one backslash", (path) => path.replace(/\/(?=[^/]*$)/, "\\")),
  inPath("capitals", (path) => path.toUpperCase()),
  inPath("one capital", (path) => path.replace(/[a-z](?=[^/]*$)/, (letter) => letter.toUpperCase())),
  inPath(";x", (path) => `${path};x`),
  inPath(";x=1 within", (path) => path.replace(/\/(?=[^/]*$)/, ";x=1/")),
  ...[".txt", ".rsc", ".json", ".html", ".segments/_tree.segment.rsc"].map((end) =>
    inPath(end, (path) => `${path}${end}`),
  ),
  inPath("a null byte", (path) => `${path}%00`),
  inPath("a null byte and an ending", (path) => `${path}%00.css`),
  inPath("a space after", (path) => `${path}%20`),
  inPath("a line after", (path) => `${path}%0d%0aX: y`),
  inPath("an encoded question mark", (path) => `${path}%3f`),
  inPath("the file of a page", (path) => `/_next/data/build${path}.json`),
  rewritten("no slash before", (path) => path.slice(1)),
  rewritten("a question mark before", (path) => `?${path}`),
  rewritten("an asterisk", () => "*"),
];

const BOTH = (from: string): Headers => ({
  "X-Original-URL": from,
  "X-Rewrite-URL": from,
  "X-Forwarded-Path": from,
  "X-Forwarded-Uri": from,
  "X-Original-URI": from,
  "X-Override-URL": from,
});

/** Requests that say otherwise what they are, or come in a form that few use. */
export const OTHER_FORMS: readonly Spelling[] = [
  withQuery("?_rsc", "_rsc=1abc"),
  withQuery("?_method", "_method=GET"),
  withQuery("?__nextLocale", "__nextLocale=en&__nextDataReq=1"),
  rewritten("a fragment", (path) => `${path}#x`),
  rewritten("a fragment before", (path) => `/healthz#${path}`),
  rewritten("as a query of what is public", (path) => `/healthz?${path}`),
  { name: "the address in a header", path: () => "/healthz", headers: ({ path }) => BOTH(path) },
  { name: "the address in a header, at the root", path: () => "/", headers: ({ path }) => BOTH(path) },
  withHeaders("something public in a header", BOTH("/healthz")),
  ...["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"].map((name): Spelling => ({
    name,
    method: () => "POST",
    headers: ({ method }) => ({ [name]: method }),
  })),
  withHeaders("x-middleware-subrequest", {
    "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware",
    "x-middleware-prefetch": "1",
    RSC: "1",
    "Next-Router-Prefetch": "1",
    "Next-Router-Segment-Prefetch": "/_tree",
    "Next-Action": "1",
    "x-nextjs-data": "1",
  }),
  withHeaders("as if from here", {
    "X-Forwarded-For": "127.0.0.1",
    "X-Real-IP": "127.0.0.1",
    Forwarded: "for=127.0.0.1;host=localhost",
    "X-Client-IP": "127.0.0.1",
    "X-Forwarded-Host": "localhost",
  }),
  withHeaders("as somebody whom a proxy knows", {
    "X-Forwarded-User": "admin",
    "X-Remote-User": "admin",
    "X-Pickup-Role": "admin",
    "X-Auth-Request-User": "admin",
  }),
  { name: "HEAD", method: (method) => (method === "GET" ? "HEAD" : "GET") },
  ...["OPTIONS", "TRACE", "CONNECT", "PROPFIND", "PURGE"].map((each): Spelling => ({ name: each, method: () => each })),
  { name: "CONNECT to itself", method: () => "CONNECT", path: () => "127.0.0.1:80" },
  { name: "a method in small letters", method: (method) => method.toLowerCase() },
  rewritten("an absolute address of another", (path) => `http://evil.example${path}`),
  rewritten("an absolute address of this machine", (path) => `http://127.0.0.1${path}`),
  rewritten("an absolute address with a name", (path) => `http://admin:admin@127.0.0.1${path}`),
  rewritten("a file", (path) => `file://${path}`),
  withHeaders("another host", { Host: "evil.example" }),
  withHeaders("localhost", { Host: "localhost" }),
  withHeaders("no host", { Host: "" }),
  withHeaders("two hosts", { Host: "127.0.0.1\r\nHost: evil.example" }),
  { name: "HTTP/1.0", version: "HTTP/1.0", headers: () => ({ Host: null }) },
  { name: "HTTP/0.9", version: "HTTP/0.9", headers: () => ({ Host: null }) },
  { name: "a later HTTP", version: "HTTP/2.0" },
  withHeaders("a body that says twice how long it is", { "Content-Length": "0\r\nContent-Length: 5" }),
  withHeaders("a body in parts and not", { "Transfer-Encoding": "chunked", "Content-Length": "4" }),
];

/** The server waits a second before it ends one that is for nobody. */
export const UPGRADES: readonly Spelling[] = [
  withHeaders("an upgrade", { Connection: "Upgrade", Upgrade: "websocket" }),
  withHeaders("an upgrade to HTTP/2", {
    Connection: "Upgrade, HTTP2-Settings",
    Upgrade: "h2c",
    "HTTP2-Settings": "AAMAAABkAAQAAP__",
  }),
];

const ID = "A".repeat(43);
/** Ways to show who one is that are none. */
export const OTHER_CREDENTIALS: readonly Spelling[] = [
  withHeaders("an empty cookie", { Cookie: "pickup_session=; pickup_display=" }),
  withHeaders("cookies of objects", { Cookie: "pickup_session=__proto__; pickup_display=constructor" }),
  withHeaders("an asterisk", { Cookie: "pickup_session=*; pickup_display=%" }),
  withHeaders("another's cookie names", { Cookie: `PICKUP_SESSION=${ID}; Pickup_Display=${ID}` }),
  withHeaders("a bearer of nothing", { Authorization: "Bearer" }),
  withHeaders("a bearer of null", { Authorization: "Bearer null" }),
  withHeaders("a name and a password", { Authorization: "Basic YWRtaW46YWRtaW4=" }),
  withQuery("credentials of nobody in the query", `access_token=${ID}&token=${ID}&sid=${ID}&pickup_session=${ID}`),
];
