import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as tlsRequest } from "node:https";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TLSSocket } from "node:tls";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { selfSigned } from "../../testing/self-signed";
import { readPair, watchCertificate } from "./certificate";
import { type Centre, startCentre } from "../testing/centre";

const QUICK = { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 50, keepAliveTimeout: 200 };
let folder = "";
let centre: Centre | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pickup-tls-"));
});
afterEach(async () => {
  await centre?.stop();
  centre = null;
  rmSync(folder, { recursive: true });
});

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A connection that sends so much and no more; resolves when the server has ended it. */
function halfOpen(port: number, bytes: string): { readonly socket: Socket; readonly ended: Promise<void> } {
  const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
  socket.on("error", () => undefined);
  socket.resume();
  return { socket, ended: new Promise((resolve) => socket.once("close", () => resolve())) };
}

describe("[AC74] requests that never end", () => {
  it("are cut, and meanwhile others are answered at once", async () => {
    centre = await startCentre({ empty: true, httpLimits: QUICK });
    const { port } = centre;
    const startedAt = performance.now();
    const slow = Array.from({ length: 200 }, (_, number) =>
      halfOpen(port, ["", "GET /healthz HT", "GET /healthz HTTP/1.1\r\nhost: localhost\r\nx: "][number % 3] ?? ""),
    );
    const body =
      "POST /api/v1/session HTTP/1.1\r\nhost: localhost\r\norigin: http://localhost\r\ncontent-length: 9\r\n";
    slow.push(halfOpen(port, `${body}content-type: application/json\r\n\r\n{`));
    // One byte now and then holds nobody: what counts is when it began.
    const dripping = setInterval(
      () => slow.slice(0, 60).forEach(({ socket }) => socket.writable && socket.write("x")),
      40,
    );
    await sleep(100);
    for (let times = 0; times < 5; times += 1) {
      const askedAt = performance.now();
      expect((await centre.as("nobody").get("/healthz")).status).toBe(200);
      expect(performance.now() - askedAt).toBeLessThan(1_000);
    }
    await Promise.all(slow.map(({ ended }) => ended));
    clearInterval(dripping);
    expect(performance.now() - startedAt).toBeLessThan(3_000);
    expect((await centre.as("nobody").get("/healthz")).status).toBe(200);
  });

  it("are cut within 30 s where nothing else is said", async () => {
    centre = await startCentre({ empty: true });
    const { headersTimeout, requestTimeout, keepAliveTimeout, maxConnections } = centre.app.httpServer;
    expect(Math.max(headersTimeout, keepAliveTimeout)).toBeLessThanOrEqual(10_000);
    expect(requestTimeout).toBeLessThanOrEqual(30_000);
    expect(maxConnections).toBe(5_500);
  });

  it("beyond the most connections are not taken at all", async () => {
    centre = await startCentre({ empty: true, limits: { perAddress: 10, total: 10 } });
    const { port } = centre;
    centre.app.httpServer.maxConnections = 5;
    const held = Array.from({ length: 5 }, () => halfOpen(port, "GET /healthz HTTP/1.1\r\n"));
    await sleep(50);
    await halfOpen(port, "GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n").ended;
    for (const { socket } of held) socket.destroy();
    await sleep(50);
    expect((await centre.as("nobody").get("/healthz")).status).toBe(200);
  });
});

function writePair(serial: number) {
  const files = { certPath: join(folder, "cert.pem"), keyPath: join(folder, "key.pem") };
  const { cert, key } = selfSigned(serial);
  writeFileSync(files.certPath, cert);
  writeFileSync(files.keyPath, key);
  return files;
}

type Got = { readonly status: number; readonly serial: string; readonly headers: Readonly<Record<string, unknown>> };
const getEncrypted = (port: number, path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Got> =>
  new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port, path, method, headers, rejectUnauthorized: false, agent: false };
    const asked = tlsRequest(options, (response) => {
      response.resume();
      const serial = (response.socket as TLSSocket).getPeerCertificate().serialNumber;
      response.on("end", () => resolve({ status: response.statusCode ?? 0, serial, headers: response.headers }));
    });
    asked.on("error", reject);
    asked.end();
  });

describe("[AC75] a server with a certificate", () => {
  const said: string[] = [];
  const start = async (hsts: boolean) => {
    const files = writePair(1);
    const read = readPair(files);
    if (read.kind === "refused") throw new Error(read.problem);
    const tls = watchCertificate(files, { pair: read.pair, hsts }, (line) => said.push(line), 30);
    centre = await startCentre({ tls, httpLimits: QUICK });
    return centre;
  };

  it("is its own origin by https alone, and its cookies stay encrypted", async () => {
    const { port, access, cast } = await start(false);
    const page = await getEncrypted(port, "/healthz");
    expect([page.status, page.headers["strict-transport-security"]]).toEqual([200, undefined]);
    const { token } = access.sessions.open(cast?.idOf("admin") ?? "", { address: "127.0.0.1" });
    const from = (origin: string) =>
      getEncrypted(port, "/api/v1/session", { origin, cookie: `pickup_session=${token}` }, "DELETE");
    expect((await from(`http://127.0.0.1:${port}`)).status).toBe(403);
    const out = await from(`https://127.0.0.1:${port}`);
    expect(out.status).toBe(204);
    expect(String(out.headers["set-cookie"])).toContain("; Secure");
  });

  it("tells browsers to come so for a year, where that is wanted", async () => {
    const { port } = await start(true);
    expect((await getEncrypted(port, "/healthz")).headers["strict-transport-security"]).toBe("max-age=31536000");
  });

  it("takes a renewed certificate without a restart, and keeps its own while the new one does not fit", async () => {
    const { port } = await start(false);
    expect((await getEncrypted(port, "/healthz")).serial).toBe("01");
    writePair(2);
    while ((await getEncrypted(port, "/healthz")).serial !== "02") await sleep(20);
    writeFileSync(join(folder, "key.pem"), "no key");
    while (!said.some((line) => line.includes("is not taken"))) await sleep(20);
    expect((await getEncrypted(port, "/healthz")).serial).toBe("02");
    writePair(3);
    while ((await getEncrypted(port, "/healthz")).serial !== "03") await sleep(20);
    expect(said.filter((line) => line.includes("is not taken"))).toHaveLength(1);
  });

  it("cuts who never finishes its handshake", async () => {
    const { port } = await start(false);
    await Promise.all(["", "\x16\x03\x01", "GET / HTTP/1.1\r\n\r\n"].map((bytes) => halfOpen(port, bytes).ended));
    expect((await getEncrypted(port, "/healthz")).status).toBe(200);
  });

  it("does not start with files that are none", () => {
    const files = writePair(4);
    const missing = { ...files, certPath: join(folder, "none.pem") };
    const problem = (pair: typeof files): string => {
      const read = readPair(pair);
      return read.kind === "refused" ? read.problem : "";
    };
    expect(problem(missing)).toBe(
      `the certificate ${missing.certPath} cannot be read: there is no such file or folder`,
    );
    writeFileSync(files.keyPath, "no key");
    expect(problem(files)).toContain("are no certificate with its key");
  });
});
