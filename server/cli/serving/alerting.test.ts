import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { until } from "../../publish/testing/harness";
import { runCli } from "../main-cli";
import { captureIo } from "../testing/captured-io";

let cwd = "";
let receiver: Server;
let heard: string[] = [];
beforeEach(async () => {
  cwd = mkdtempSync(join(tmpdir(), "pickup-alerting-"));
  heard = [];
  receiver = createServer((request, response) => {
    let text = "";
    request.on("data", (bytes) => (text += String(bytes)));
    request.on("end", () => {
      heard.push(`${request.method} ${request.url} ${text}`);
      response.writeHead(200).end("thanks");
    });
  });
  await new Promise<void>((done) => receiver.listen(0, "127.0.0.1", done));
});
afterEach(async () => {
  await new Promise((done) => receiver.close(done));
  rmSync(cwd, { recursive: true, force: true });
});

const config = (): string => {
  const { port } = receiver.address() as AddressInfo;
  return `
sources: [{ id: pbx, kind: asterisk-ami, host: 127.0.0.1, port: 9, username: u, secret: s }]
alerts:
  privateAddresses: true
  deadMansSwitch: http://127.0.0.1:${port}/ping
  channels: [{ id: hook, kind: webhook, url: "http://127.0.0.1:${port}/hook" }]
  rules: [{ id: silent, name: Silent, severity: critical, when: { noData: true } }]
`;
};

async function serveUntil(
  isDone: () => boolean,
): Promise<{ readonly code: number; readonly errors: readonly string[] }> {
  const stopping = new AbortController();
  const io = captureIo({ cwd, env: { PORT: "0" }, signal: stopping.signal });
  const ended = runCli(["serve"], io);
  await until(isDone);
  stopping.abort();
  return { code: await ended, errors: io.errLines };
}

it("[AL44] [AL46] pickup serve tells of what fires, once, also after a restart; where not all is well nobody is told that it is", async () => {
  writeFileSync(join(cwd, "pickup.config.yaml"), config());
  const first = await serveUntil(() => heard.length > 0);
  expect([first.code, heard]).toEqual([0, [expect.stringContaining("POST /hook ")]]);
  expect(heard[0]).toContain("Silent");

  let looks = 0;
  const second = await serveUntil(() => (looks += 1) > 600);
  expect([second.code, heard.length]).toEqual([0, 1]);
}, 60_000);

it("[AL44] the demonstration has the default rules, no channels, and keeps no alerts", async () => {
  writeFileSync(join(cwd, "pickup.config.yaml"), config());
  const stopping = new AbortController();
  const io = captureIo({ cwd, env: { PORT: "0" }, signal: stopping.signal });
  const ended = runCli(["serve", "--demo"], io);
  const url = (): string | undefined => /http:\/\/localhost:\d+/.exec(io.outLines.join("\n"))?.[0];
  await until(() => url() !== undefined);
  const base = (url() ?? "").replace("localhost", "127.0.0.1");
  const rules = (await (await fetch(`${base}/api/v1/alert-rules`)).json()) as { rules: { id: string }[]; channels: [] };
  expect([rules.rules.map(({ id }) => id), rules.channels]).toEqual([
    expect.arrayContaining(["no-data", "longest-wait"]),
    [],
  ]);
  expect((await fetch(`${base}/api/v1/alerts`)).status).toBe(200);
  stopping.abort();
  expect(await ended).toBe(0);
  expect(heard).toEqual([]);
}, 60_000);
