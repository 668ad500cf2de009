import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { selfSigned } from "../testing/self-signed";
import { runCli } from "./main-cli";
import { captureIo } from "./testing/captured-io";

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "pickup-serve-test-"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const PASSWORD = "correct horse battery";
const PLAIN = "sources: [{ id: a, kind: simulator }]\n";
const configure = (lines = ""): void => writeFileSync(join(cwd, "pickup.config.yaml"), PLAIN + lines);

/** Serves until `use` is done. @returns what was printed */
async function serving(
  env: Record<string, string>,
  args: readonly string[],
  use: (url: string, lines: readonly string[]) => Promise<void>,
) {
  const stopping = new AbortController();
  const io = captureIo({ cwd, env: { PORT: "0", ...env }, signal: stopping.signal });
  const ended = runCli(["serve", ...args], io);
  const port = await (async () => {
    for (;;) {
      const found = /localhost:(\d+)/.exec(io.outLines.join("\n"))?.[1];
      if (found !== undefined) return found;
      await Promise.race([sleep(20), ended]);
    }
  })();
  try {
    await use(`http://127.0.0.1:${port}`, io.outLines);
  } finally {
    stopping.abort();
    expect(await ended).toBe(0);
  }
  return { out: io.outLines, err: io.errLines, port };
}

const links = (lines: readonly string[]): readonly string[] => lines.filter((line) => line.includes("/setup#"));
const tokenOf = (lines: readonly string[]): string => /#([\w-]{43})$/.exec(links(lines)[0] ?? "")?.[1] ?? "";
const setUp = (url: string, token: string): Promise<Response> =>
  fetch(`${url}/api/v1/setup`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ token, name: "Ana", password: PASSWORD }),
  });

const warnings = async (env: Record<string, string>): Promise<readonly string[]> =>
  (await serving(env, [], () => Promise.resolve())).err.filter((line) => line.startsWith("warning:"));

describe("pickup serve with a configuration", () => {
  it("[AC1] prints the link that makes the first administrator, once, and nothing works before", async () => {
    configure();
    let first = "";
    await serving({}, [], async (url, lines) => {
      expect(links(lines)).toHaveLength(1);
      first = tokenOf(lines);
      expect((await fetch(`${url}/api/v1/boards`)).status).toBe(403);
    });
    await serving({}, [], async (url, lines) => {
      const token = tokenOf(lines);
      expect(token).not.toBe(first);
      expect((await setUp(url, first)).status).toBe(403);
      const made = await setUp(url, token);
      expect(made.status).toBe(201);
      const cookie = made.headers.getSetCookie()[0]?.split(";", 1)[0] ?? "";
      expect((await fetch(`${url}/api/v1/boards`, { headers: { cookie } })).status).toBe(200);
      expect((await fetch(`${url}/api/v1/boards`)).status).toBe(401);
      expect((await setUp(url, token)).status).toBe(403);
    });
    const { out } = await serving({}, [], async (url) => {
      expect((await fetch(`${url}/api/v1/boards`)).status).toBe(401);
    });
    expect(out.join("\n")).not.toMatch(/setup|administrator|demo/);
  });

  it("[AC1] prints it on every address: here, in the LAN and under its configured name", async () => {
    configure();
    const env = { HOST: "0.0.0.0", PICKUP_ORIGINS: "https://wall.example" };
    const { out, port } = await serving(env, [], () => Promise.resolve());
    const token = tokenOf(out);
    expect(links(out)[0]).toBe(`  http://localhost:${port}/setup#${token}`);
    expect(links(out).at(-1)).toBe(`  https://wall.example/setup#${token}`);
    expect(links(out).every((line) => line.endsWith(`/setup#${token}`))).toBe(true);
  });

  it("[AC75] warns in one line where others on the way could read passwords, and only there", async () => {
    configure();
    expect(await warnings({})).toEqual([]);
    const [warning, ...more] = await warnings({ HOST: "0.0.0.0" });
    expect(warning).toContain("0.0.0.0 is reached unencrypted");
    expect(more).toEqual([]);
    configure("trustedProxies: [10.0.0.1]\n");
    expect(await warnings({ HOST: "0.0.0.0" })).toEqual([]);
  });

  it("[AC75] serves by its certificate, and does not start with one that is none", async () => {
    const { cert, key } = selfSigned();
    writeFileSync(join(cwd, "cert.pem"), cert);
    configure("tls: { cert: cert.pem, key: key.pem }\n");
    const io = captureIo({ cwd, env: { PORT: "0" } });
    expect(await runCli(["serve"], io)).toBe(1);
    const missing = `the key ${join(cwd, "key.pem")} cannot be read: there is no such file or folder`;
    expect(io.errLines).toEqual([`pickup serve: ${missing}`]);
    writeFileSync(join(cwd, "key.pem"), key);
    const { out, port } = await serving({ HOST: "0.0.0.0" }, [], () => Promise.resolve());
    expect(out[0]).toContain(`https://localhost:${port}`);
    expect(out.join("\n")).not.toContain("http://");
  });
});

describe("[AC72] the demo", () => {
  it("is open on this machine and keeps no accounts", async () => {
    const { out } = await serving({}, ["--demo"], async (url) => {
      expect(await (await fetch(`${url}/api/v1/me`)).json()).toMatchObject({ kind: "demo" });
      expect((await fetch(`${url}/api/v1/boards`)).status).toBe(200);
      // A proxy on this machine lets others in: for them it is no demo.
      const through = await fetch(`${url}/api/v1/boards`, { headers: { "x-forwarded-for": "10.0.0.9" } });
      expect(through.status).toBe(401);
    });
    expect(out).toContain("This is the demo: on this machine nobody has to sign in.");
    expect(links(out)).toEqual([]);
    expect(existsSync(join(cwd, "data/access.db"))).toBe(false);
  });

  it("is closed as soon as others can reach it", async () => {
    const { out } = await serving({ HOST: "0.0.0.0" }, ["--demo"], async (url) => {
      expect((await fetch(`${url}/api/v1/boards`)).status).toBe(403);
    });
    expect(links(out).length).toBeGreaterThan(0);
    expect(out.join("\n")).not.toContain("nobody has to sign in");
  });
});
