import { request } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readJson } from "./body";
import { jsonReply, writeReply } from "../reply";

const server = createServer((asked, response) => {
  void readJson(asked).then((read) => {
    if (read.kind === "gone") return gone.push(asked.url ?? "");
    return writeReply(response, read.kind === "read" ? jsonReply(200, { body: read.body }) : read.reply);
  });
});
const gone: string[] = [];
let port = 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => void server.close());

type Got = { readonly status: number; readonly body: unknown; readonly detail: unknown };
function post(
  body: string | Buffer,
  headers: Record<string, string> = { "content-type": "application/json" },
): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, method: "POST", headers }, (response) => {
      let text = "";
      response.on("data", (chunk) => (text += String(chunk)));
      response.on("end", () => {
        const value = JSON.parse(text) as { readonly body?: unknown; readonly detail?: unknown };
        resolve({ status: response.statusCode ?? 0, body: value.body, detail: value.detail });
      });
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

describe("what comes with a request", () => {
  it("is JSON, or nothing", async () => {
    expect(await post('{"name":"Ana","n":[1]}')).toMatchObject({ status: 200, body: { name: "Ana", n: [1] } });
    expect(await post('"Ünï"', { "content-type": "application/json; charset=utf-8" })).toMatchObject({ body: "Ünï" });
    expect(await post("", {})).toMatchObject({ status: 200, body: null });
    expect(await post("null")).toMatchObject({ status: 200, body: null });
  });

  it("is refused when it says to be something else, as a form of another site must", async () => {
    const types = ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonp", ""];
    for (const type of [...types, "application/json; charset=utf-16", "text/plain; application/json"]) {
      expect([type, (await post("{}", { "content-type": type })).status]).toEqual([type, 415]);
    }
    expect((await post("{}", { "content-type": "application/json", "content-encoding": "gzip" })).status).toBe(415);
  });

  it("is refused when it is no JSON, or not UTF-8", async () => {
    for (const text of ["{", "{'a':1}", "undefined", "[1,]", '{"a":1}x', " ", "NaN"]) {
      expect([text, await post(text)]).toMatchObject([text, { status: 400, detail: "What was sent is not JSON." }]);
    }
    expect((await post(Buffer.from([0x22, 0xff, 0x22]))).status).toBe(400);
  });

  it("is 64 kB at most, counted or not", async () => {
    const chunked = { "content-type": "application/json", "transfer-encoding": "chunked" };
    const largest = `"${"x".repeat(65_534)}"`;
    expect((await post(largest)).status).toBe(200);
    expect((await post(largest, chunked)).status).toBe(200);
    expect((await post(`${largest} `)).status).toBe(413);
    expect((await post(`${largest} `, chunked)).status).toBe(413);
    expect((await post("x".repeat(1_000_000))).status).toBe(413);
  });

  it("is nested 32 deep at most; brackets within texts are none", async () => {
    expect((await post("[".repeat(32) + "]".repeat(32))).status).toBe(200);
    expect(await post("[".repeat(33) + "]".repeat(33))).toMatchObject({
      status: 400,
      detail: "What was sent is nested too deeply.",
    });
    expect((await post(`{"a":${"[".repeat(30_000)}`)).status).toBe(400);
    expect((await post(JSON.stringify({ a: '[[["{{{\\'.repeat(50) }))).status).toBe(200);
  });

  it("is looked through quickly, though a text in it never ends", async () => {
    const startMs = performance.now();
    expect((await post(`"${'\\"'.repeat(32_700)}`)).status).toBe(400);
    expect(performance.now() - startMs).toBeLessThan(200);
  });

  it("that ends in the middle is nobody's", async () => {
    const headers = { "content-type": "application/json", "content-length": "100" };
    const asked = request({ host: "127.0.0.1", port, method: "POST", path: "/half", headers });
    asked.on("error", () => undefined);
    asked.write("{");
    await new Promise((resolve) => setTimeout(resolve, 30));
    asked.destroy();
    while (gone.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(gone).toEqual(["/half"]);
  });
});
