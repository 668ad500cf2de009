import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ask, whenUnknown } from "./ask";
import { serverNowMs } from "../shared/time/server-clock";

let server: Server;
let url: string;
let answer: RequestListener;
let unknown = 0;

beforeEach(async () => {
  unknown = 0;
  whenUnknown(() => {
    unknown += 1;
  });
  server = createServer((request, response) => answer(request, response)).listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/thing`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const says = (status: number, body: string, headers: Record<string, string> = {}): void => {
  answer = (_, response) => response.writeHead(status, headers).end(body);
};

/** Its clock is ahead of ours, and its answer takes a while. */
const saysTime = (aheadMs: number, afterMs: number): void => {
  const date = new Date(Date.now() + aheadMs).toUTCString();
  answer = (_, response) => void setTimeout(() => response.writeHead(200, { date }).end("{}"), afterMs);
};

describe("asking the server", () => {
  it("[AC99] tells what its clock says, however wrong ours is, and still when it is set", async () => {
    for (const aheadHours of [-3, 26, 0]) {
      const aheadMs = aheadHours * 3_600_000;
      saysTime(aheadMs, 0);
      // One after another: the last answer counts.
      // oxlint-disable-next-line no-await-in-loop
      await ask("GET", url);
      expect(Math.abs(serverNowMs() - Date.now() - aheadMs)).toBeLessThan(2_000);
    }
  });

  it("[AC99] an answer that was long on its way does not move the clock", async () => {
    saysTime(60_000, 0);
    await ask("GET", url);
    saysTime(0, 2_100);
    await ask("GET", url);
    expect(Math.abs(serverNowMs() - Date.now() - 60_000)).toBeLessThan(2_000);
  });

  it("sends JSON and gives what comes back", async () => {
    const came: { request?: IncomingMessage; body?: string } = {};
    answer = async (request, response) => {
      came.request = request;
      came.body = "";
      for await (const chunk of request) came.body += String(chunk);
      response.writeHead(201).end(`{"id":7}`);
    };
    expect(await ask("POST", url, { name: "Ada" })).toEqual({ kind: "ok", value: { id: 7 } });
    expect(came.request?.headers["content-type"]).toBe("application/json");
    expect(came.body).toBe(`{"name":"Ada"}`);
  });

  it("an answer without a body is one", async () => {
    says(204, "");
    expect(await ask("DELETE", url)).toEqual({ kind: "ok", value: null });
  });

  it("a refusal says why, about which field, and until when", async () => {
    const problems = [{ field: "name", what: "must be a name; it is missing" }, "nonsense"];
    says(429, JSON.stringify({ detail: "Too many.", problems }), { "retry-after": "40" });
    expect(await ask("POST", url, {})).toEqual({
      kind: "refused",
      status: 429,
      detail: "Too many.",
      problems: [problems[0]],
      retryAfterMs: 40_000,
      document: { detail: "Too many.", problems },
    });
  });

  it("a proxy's page is a refusal without words; a gateway that reaches nobody is no answer", async () => {
    says(403, "<html>no</html>");
    expect(await ask("GET", url)).toMatchObject({ kind: "refused", status: 403, detail: "403 Forbidden" });
    says(502, "<html>bad gateway</html>");
    expect(await ask("GET", url)).toEqual({ kind: "no-answer" });
    server.close();
    server.closeAllConnections();
    expect(await ask("GET", url)).toEqual({ kind: "no-answer" });
  });

  it("only a 401 says that the server does not know this browser", async () => {
    says(403, "{}");
    await ask("GET", url);
    expect(unknown).toBe(0);
    says(401, "{}");
    await ask("GET", url);
    expect(unknown).toBe(1);
  });
});
