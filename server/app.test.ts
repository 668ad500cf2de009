import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { request, type IncomingHttpHeaders } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEFAULT_LOOK } from "../lib/config";
import { sampleSnapshot } from "../lib/testing/board-samples";
import { createApp, type App } from "./app";
import { systemClock } from "./clock";
import { pagePolicy } from "./http/pages/content-security";
import { createFakeFeed, type FakeFeed } from "./publish/testing/fake-feed";
import { connectScreen } from "./publish/testing/harness";
import { connectRaw } from "./publish/testing/raw-client";
import { demoParts } from "./testing/demo-parts";

const SCRIPT = "self.__next_f=[]";
const PAGE = `<!doctype html><html><body style="margin:0 auto"><script src="/_next/static/a.js"></script><script>${SCRIPT}</script>${"wall ".repeat(400)}</body></html>`;

const demo = demoParts();
let staticDir = "";
let app: App;
let feed: FakeFeed;
let port = 0;
const said: string[] = [];

beforeAll(async () => {
  staticDir = mkdtempSync(join(tmpdir(), "pickup-pages-"));
  mkdirSync(join(staticDir, "_next/static"), { recursive: true });
  writeFileSync(join(staticDir, "index.html"), "<h1>Pickup</h1>");
  writeFileSync(join(staticDir, "wall.html"), PAGE);
  writeFileSync(join(staticDir, "404.html"), "<h1>Not here</h1>");
  writeFileSync(join(staticDir, "wall.txt"), "payload");
  writeFileSync(join(staticDir, "_next/static/a.js"), "x=1");
  feed = createFakeFeed();
  const origins = ["http://board.example:3000"];
  app = createApp({
    ...demo,
    feed,
    clock: systemClock,
    staticDir,
    origins,
    build: "b1",
    say: (line) => said.push(line),
  });
  ({ port } = await app.listen(0, "127.0.0.1"));
});
afterAll(async () => {
  await app.close();
  demo.access.close();
  rmSync(staticDir, { recursive: true });
});

type Got = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };
const get = (path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Got> =>
  new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.on("error", reject);
    asked.end();
  });
const json = ({ body }: Got): unknown => JSON.parse(body.toString());

describe("the API", () => {
  test("says that it lives, and that it is ready only when it is", async () => {
    expect(await get("/healthz").then(json)).toEqual({ ok: true });
    const source = { id: "pbx", kind: "asterisk-ami", state: "live", lastEventAtMs: null };
    const ready = await get("/readyz");
    expect(ready.status).toBe(200);
    expect(json(ready)).toMatchObject({ ready: true, sources: [source] });
    feed.setReady(false);
    const starting = await get("/readyz");
    expect((await get("/metrics")).body.toString()).toContain("\npickup_ready 0\n");
    feed.setReady(true);
    expect(starting.status).toBe(503);
    expect(json(starting)).toMatchObject({ ready: false, sources: [source] });
  });

  test("lists boards with their looks, and rotations, and gives each one's snapshot, never to be kept", async () => {
    const look = DEFAULT_LOOK;
    expect(json(await get("/api/v1/boards"))).toMatchObject({
      boards: [
        { id: "main", name: "Board main", queueIds: null, windowMinutes: 30, agentNames: "none", look },
        { id: "sales" },
        { id: "__proto__" },
      ],
      rotations: [{ id: "hall", name: "Hall", boardIds: ["main", "sales"], everyMs: 8_000 }],
    });
    const got = await get("/api/v1/boards/main/snapshot?x=1");
    expect(json(got)).toEqual(sampleSnapshot("fake", 1));
    expect(got.headers["cache-control"]).toBe("no-store");
    expect(json(await get("/api/v1/boards/__proto__/snapshot"))).toMatchObject({ boardId: "__proto__" });
    expect((await get("/api/v1/boards/%5F_proto__/snapshot")).status).toBe(404);
  });

  test("answers mistakes with problem documents", async () => {
    const cases = [
      ["/api/v1/boards/constructor/snapshot", "GET", 404],
      ["/api/v1/boards/a%2Fb/snapshot", "GET", 404],
      ["/api/v1/nothing", "GET", 404],
      ["/%", "GET", 400],
      ["/healthz", "POST", 405],
      ["/wall", "DELETE", 405],
    ] as const;
    for (const [path, method, status] of cases) {
      const got = await get(path, { accept: "text/html" }, method);
      expect([path, got.status]).toEqual([path, status]);
      expect(got.headers["content-type"]).toBe("application/problem+json");
      expect(json(got)).toMatchObject({ type: "about:blank", status });
    }
    expect((await get("/healthz", {}, "PUT")).headers.allow).toBe("GET, HEAD");
  });

  test("answers HEAD like GET without the body", async () => {
    const [head, whole] = [await get("/api/v1/boards", {}, "HEAD"), await get("/api/v1/boards")];
    expect(head.body.length).toBe(0);
    expect(head.headers["content-length"]).toBe(String(whole.body.length));
  });

  test("gives metrics in Prometheus text", async () => {
    const screen = await connectScreen(port);
    await screen.watch();
    const got = await get("/metrics");
    screen.socket.close();
    expect(got.headers["content-type"]).toContain("text/plain; version=0.0.4");
    const lines = got.body.toString().trimEnd().split("\n");
    for (const expected of [
      "pickup_events_accepted_total 7",
      "pickup_events_duplicate_total 6",
      "pickup_events_over_limit_total 8",
      "pickup_ready 1",
      'pickup_source_state{source="pbx",kind="asterisk-ami",state="live"} 1',
      "pickup_sockets 1",
      "pickup_screens_watching 1",
      'pickup_messages_sent_total{kind="snapshot"} 1',
    ]) {
      expect(lines).toContain(expected);
    }
    expect(lines.every((line) => /^(# (HELP|TYPE) pickup_\w+ .+|pickup_\w+(\{.*\})? -?[\d.e+-]+)$/.test(line))).toBe(
      true,
    );
  });
});

describe("pages", () => {
  test("stand at their own address and at the one with .html, with a policy that names their scripts", async () => {
    const page = await get("/wall", { host: "board.example:3000" });
    expect(page.body.toString()).toBe(PAGE);
    expect((await get("/wall.html")).body.equals(page.body)).toBe(true);
    expect((await get("/")).body.toString()).toBe("<h1>Pickup</h1>");
    expect(page.headers["cache-control"]).toBe("no-cache");
    expect(page.headers["x-content-type-options"]).toBe("nosniff");
    expect(page.headers["content-security-policy"]).toBe(
      [
        "default-src 'self'",
        "script-src 'self' 'sha256-MtNathcL7FFo76nJ83KzxKslrQM9BY73dB09RyHWaLo='",
        "style-src 'self' 'unsafe-hashes' 'sha256-Sly70kCUF5Zb9x/ubu+8ZXzL4/+R8n+8OvJqa0QKG7Y='",
        "connect-src 'self' ws://board.example:3000 wss://board.example:3000",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'self'",
      ].join("; "),
    );
  });

  test("take no host into the policy that is none", async () => {
    expect((await get("/wall", { host: "a; script-src *" })).status).toBe(421);
    expect(pagePolicy(PAGE)("a; script-src *")).toContain("connect-src 'self'; object-src");
  });

  test("come compressed to who can read it, each with a tag of its own, and not again while it holds", async () => {
    const [plain, gzip, brotli] = [
      await get("/wall"),
      await get("/wall", { "accept-encoding": "deflate, gzip;q=0.5, br;q=0" }),
      await get("/wall", { "accept-encoding": "gzip, br" }),
    ];
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
    expect(new Set([plain, gzip, brotli].map(({ headers }) => headers.etag)).size).toBe(3);
    expect(gzip.headers).toMatchObject({ "content-encoding": "gzip", vary: "accept-encoding" });
    const again = await get("/wall", { "accept-encoding": "gzip", "if-none-match": gzip.headers.etag ?? "" });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  test("keep files whose name changes with their content for good, and payloads are served too", async () => {
    const script = await get("/_next/static/a.js");
    expect(script.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(script.headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect((await get("/wall.txt")).body.toString()).toBe("payload");
  });

  test("that do not exist are said so, to people by a page", async () => {
    const page = await get("/nowhere", { accept: "text/html,*/*" });
    expect([page.status, page.body.toString()]).toEqual([404, "<h1>Not here</h1>"]);
    expect((await get("/nowhere.js")).headers["content-type"]).toBe("application/problem+json");
    const slash = await get("/wall/");
    expect([slash.status, slash.headers.location]).toEqual([308, "/wall"]);
    expect((await get("//evil.example/")).status).toBe(404);
  });

  test("are the only files that can be read", async () => {
    for (const path of ["/../package.json", "/%2e%2e/package.json", "/..%2fpackage.json", "/wall%00", "/__proto__"]) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    }
  });
});

describe("the server", () => {
  test("outlives a line of nonsense, an absolute address and a Socket.IO request that is no upgrade", async () => {
    const answers = await Promise.all(
      [
        "nonsense\r\n\r\n",
        "GET http://[::1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
      ].map(
        (bytes) =>
          new Promise<string>((resolve) => {
            let answer = "";
            const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
            socket.on("data", (chunk) => (answer += String(chunk)));
            socket.on("close", () => resolve(answer.split("\r\n", 1)[0] ?? ""));
          }),
      ),
    );
    expect(answers).toEqual(answers.map(() => "HTTP/1.1 400 Bad Request"));
    expect((await get("/healthz")).status).toBe(200);
    expect(said).toEqual([]);
  });

  test("closes within two seconds although one screen does not answer its goodbye and a request never ends", async () => {
    const parts = { ...demo, feed, clock: systemClock, staticDir, origins: [], build: "b1" };
    const other = createApp(parts);
    const { port: otherPort } = await other.listen(0, "127.0.0.1");
    const screen = await connectScreen(otherPort);
    const deaf = await connectRaw(otherPort);
    const idle = connect(otherPort, "127.0.0.1");
    idle.on("error", () => undefined);
    idle.write("GET /healthz HTTP/1.1\r\nHost: a\r\n"); // never finished
    const gone = new Promise((resolve) => screen.socket.once("disconnect", resolve));
    const startedAt = performance.now();
    await other.close();
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    await Promise.all([gone, deaf.closed]);
  });

  test("says that an address is taken by Node's own error", async () => {
    const other = createApp({ ...demo, feed, clock: systemClock, staticDir, origins: [], build: "b1" });
    await expect(other.listen(port, "127.0.0.1")).rejects.toMatchObject({ code: "EADDRINUSE" });
    await other.close();
  });
});
