import { afterAll, beforeAll, expect, test } from "vitest";
import { request } from "node:http";
import { createApp, type App } from "./app";
import type { AppParts, DevPages } from "./app-parts";
import { systemClock } from "./clock";
import { createFakeFeed } from "./publish/testing/fake-feed";
import { connectRaw } from "./publish/testing/raw-client";
import { demoParts } from "./testing/demo-parts";

const touched: string[] = [];
const dev: DevPages = {
  pages: (asked, response) => {
    touched.push(asked.headers.host ?? "");
    response.end("page");
  },
  upgrade: (asked, socket) => {
    touched.push(asked.headers.host ?? "");
    socket.destroy();
  },
};
const demo = demoParts();
const parts = { ...demo, feed: createFakeFeed(), clock: systemClock, staticDir: "/no-pages", origins: [], build: "b1" };
const apps: App[] = [];
const start = async (more: Partial<AppParts>): Promise<number> => {
  const app = createApp({ ...parts, say: () => undefined, ...more });
  apps.push(app);
  return (await app.listen(0, "127.0.0.1")).port;
};
let alone = 0;
let lan = 0;
let developing = 0;
beforeAll(async () => {
  alone = await start({ origins: ["https://board.example"] });
  lan = await start({ host: "0.0.0.0", hostnames: ["wallboard"] });
  developing = await start({ dev });
});
afterAll(async () => {
  for (const app of apps) await app.close();
  demo.access.close();
});

type Got = { readonly status: number; readonly type: string; readonly body: string };
const get = (port: number, path: string, host: string, method = "GET"): Promise<Got> =>
  new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, method, headers: { host } }, (response) => {
      let body = "";
      response.on("data", (chunk) => (body += String(chunk)));
      const type = response.headers["content-type"] ?? "";
      response.on("end", () => resolve({ status: response.statusCode ?? 0, type, body }));
    });
    asked.on("error", reject);
    asked.end();
  });

const statusOf = async (port: number, host: string): Promise<number> => (await get(port, "/healthz", host)).status;

/** The first line of the answer to an upgrade by a page of this very host. */
async function upgrade(port: number, host: string, path = "/socket.io/?EIO=4&transport=websocket"): Promise<string> {
  const client = await connectRaw(port, { path, headers: { Host: host, Origin: `http://${host}` } });
  client.socket.destroy();
  return client.status;
}

test("a host that is not ours gets nothing but a problem document that says how to allow it", async () => {
  for (const path of ["/", "/healthz", "/metrics", "/api/v1/boards/main/snapshot", "/nowhere"]) {
    for (const port of [alone, lan, developing]) {
      const { status, type, body } = await get(port, path, `evil.example:${port}`);
      expect([path, status, type]).toEqual([path, 421, "application/problem+json"]);
      const problem = JSON.parse(body) as Record<string, unknown>;
      expect(problem).toMatchObject({ type: "about:blank", title: "Misdirected Request", status: 421 });
      expect(problem["detail"]).toContain("PICKUP_ORIGINS");
      expect(body).not.toContain("evil");
    }
  }
  expect(await get(alone, "/healthz", "evil.example", "HEAD")).toMatchObject({ status: 421, body: "" });
  expect(touched).toEqual([]);
});

test("ours are served: on a machine by itself its own and the configured ones, in the LAN addresses and names", async () => {
  for (const host of [`localhost:${alone}`, "127.0.0.1", "[::1]:80", "board.example"]) {
    expect([host, await statusOf(alone, host)]).toEqual([host, 200]);
  }
  expect(await statusOf(alone, "10.0.0.9")).toBe(421);
  expect(await statusOf(alone, "wallboard")).toBe(421);
  for (const host of ["10.0.0.9:3000", "wallboard:3000", "wallboard.local", "localhost"]) {
    expect([host, await statusOf(lan, host)]).toEqual([host, 200]);
  }
});

test("an upgrade obeys the same rule, the development server's too", async () => {
  expect(await upgrade(alone, `localhost:${alone}`)).toContain("101");
  expect(await upgrade(alone, "evil.example:3000")).toContain("421");
  // Ours, but in the LAN nobody is let in without signing in, the demo or not.
  expect(await upgrade(lan, "wallboard.local:3000")).toContain("401");
  expect(await upgrade(lan, "evil.example:3000")).toContain("421");
  expect(await upgrade(developing, "evil.example:3000", "/_next/webpack-hmr")).toBe("closed");
  expect(touched).toEqual([]);
  await upgrade(developing, "localhost:3000", "/_next/webpack-hmr");
  expect(touched).toEqual(["localhost:3000"]);
});
