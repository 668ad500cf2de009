import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { request as plainRequest } from "node:http";
import { request as tlsRequest } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PASSWORD } from "../../access/testing/opened-access";
import { type Centre, startCentre } from "../testing/centre";
import { type Nginx, startNginx } from "../testing/nginx";

/** What the wall is called; nginx ends TLS for it and passes requests on. */
const HOST = "wall.example";
const OWN = `https://${HOST}`;
/** Somebody's own address, and the proxy's. */
const SOMEBODY = "127.0.0.2";
const PROXY = "127.0.0.1";

let pages = "";
let centre: Centre;
let nginx: Nginx;
beforeAll(async () => {
  pages = mkdtempSync(join(tmpdir(), "pickup-pages-"));
  writeFileSync(join(pages, "wall.html"), "<h1>Wall</h1>");
  centre = await startCentre({ staticDir: pages, host: "0.0.0.0", hostnames: [HOST], trustedProxies: [PROXY] });
  nginx = await startNginx(centre.port);
});
afterAll(async () => {
  await nginx.stop();
  await centre.stop();
  rmSync(pages, { recursive: true });
});

type Question = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Past the proxy, straight to the server. */
  readonly past?: boolean;
};
type Got = { readonly status: number; readonly headers: IncomingHttpHeaders };
function ask(path: string, { method = "GET", headers = {}, body, past = false }: Question = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const json = body === undefined ? {} : { "content-type": "application/json" };
    const port = past ? centre.port : nginx.port;
    const to = {
      host: PROXY,
      localAddress: SOMEBODY,
      port,
      path,
      method,
      headers: { host: HOST, ...json, ...headers },
    };
    const request = past ? plainRequest : tlsRequest;
    const asked = request({ ...to, rejectUnauthorized: false, agent: false }, (response) => {
      response.resume();
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers }));
    });
    asked.on("upgrade", (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode ?? 0, headers: response.headers });
    });
    asked.on("error", reject);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

const signIn = (headers: Record<string, string>, past = false): Promise<Got> =>
  ask("/api/v1/session", { method: "POST", headers, body: { name: "admin", password: PASSWORD }, past });
const openSocket = (headers: Record<string, string>): Promise<Got> =>
  ask("/socket.io/?EIO=4&transport=websocket", {
    headers: {
      connection: "Upgrade",
      upgrade: "websocket",
      "sec-websocket-version": "13",
      "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
      ...headers,
    },
  });
const lastAddress = (): string | null | undefined => [...centre.access.auditTrail.all()].at(-1)?.address;

describe("[AC73] behind a proxy that ends TLS and is trusted", () => {
  it("people are who they are, from where they are, and their cookies stay encrypted", async () => {
    const { status, headers } = await signIn({ origin: OWN });
    expect(status).toBe(200);
    const cookies = headers["set-cookie"] ?? [];
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) expect(cookie).toMatch(/; Path=\/;.*HttpOnly; SameSite=Lax; Secure$/);
    expect(cookies.join()).not.toContain("Domain");
    expect(lastAddress()).toBe(SOMEBODY);
  });

  it("only its own encrypted page may change something", async () => {
    for (const origin of [`http://${HOST}`, `${OWN}:8443`, `https://${HOST}.evil.example`, "null"]) {
      expect([origin, (await signIn({ origin })).status]).toEqual([origin, 403]);
    }
    expect((await signIn({})).status).toBe(403);
    expect((await signIn({ origin: OWN, "x-forwarded-proto": "http" })).status).toBe(200); // the proxy knows better
  });

  it("nobody is somewhere else by saying so, through it or past it", async () => {
    const lies = { "x-forwarded-for": "6.6.6.6", "x-real-ip": "6.6.6.6", forwarded: "for=6.6.6.6;proto=https" };
    await signIn({ origin: OWN, ...lies });
    expect(lastAddress()).toBe(SOMEBODY);
    await signIn({ origin: OWN, "x-forwarded-for": `6.6.6.6, ${PROXY}` });
    expect(lastAddress()).toBe(SOMEBODY);
    const past = await signIn({ origin: `http://${HOST}`, "x-forwarded-proto": "https", ...lies }, true);
    expect([past.status, lastAddress()]).toEqual([200, SOMEBODY]);
    expect(String(past.headers["set-cookie"])).not.toContain("Secure");
    expect((await signIn({ origin: OWN, "x-forwarded-proto": "https" }, true)).status).toBe(403);
  });

  it("answers to its own name alone", async () => {
    expect((await ask("/wall", { headers: { host: "evil.example" } })).status).toBe(421);
    expect((await ask("/wall", { headers: { "x-forwarded-host": "evil.example" } })).status).toBe(200);
    expect((await ask("/wall")).status).toBe(200);
  });

  it("sockets open through it, for its own page", async () => {
    const cookie = `pickup_session=${centre.as("supervisor").cookie("pickup_session")}`;
    expect((await openSocket({ cookie, origin: OWN })).status).toBe(101);
    expect((await openSocket({ cookie, origin: "https://evil.example" })).status).toBe(403);
    expect((await openSocket({ cookie })).status).toBe(403);
    expect((await openSocket({ origin: OWN })).status).toBe(401);
  });

  it("redirects lead nowhere but to a path of its own", async () => {
    const moved = await ask("/wall/");
    expect([moved.status, moved.headers.location]).toEqual([308, "/wall"]);
    for (const path of [
      "//evil.example/",
      "/%2f%2fevil.example/",
      "/\\evil.example/",
      "/.//evil.example/",
      "//wall/",
    ]) {
      const { status, headers } = await ask(path);
      expect([path, status, headers.location]).toEqual([path, status === 400 ? 400 : 404, undefined]);
    }
  });
});
