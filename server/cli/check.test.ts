import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../clock";
import { startFakeAsterisk, type FakeAsterisk } from "../sources/asterisk/testing/fake-asterisk";
import { selfSigned } from "../testing/self-signed";
import { runCli } from "./main-cli";
import { captureIo } from "./testing/captured-io";

let cwd: string;
let asterisk: FakeAsterisk;

beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), "pickup-check-test-"));
  asterisk = await startFakeAsterisk({ clock: systemClock });
});
afterEach(async () => {
  await asterisk.close();
  await rm(cwd, { recursive: true, force: true });
});

async function check(env: Record<string, string> = {}, ...args: string[]) {
  const io = captureIo({ cwd, env });
  const code = await runCli(["check", ...args], io);
  return { code, out: io.outLines, err: io.errLines };
}
const writeConfig = (text: string, name = "pickup.config.yaml") => writeFile(path.join(cwd, name), text);
const pbx = (id: string, port: number, secret = "right secret"): string =>
  `  - { id: ${id}, kind: asterisk-ami, host: 127.0.0.1, port: ${port}, username: pickup, secret: ${secret} }\n`;
const logged = (id: string, secret: string, queueLog: string) =>
  pbx(id, asterisk.port, secret).replace(" }\n", `, queueLog: ${queueLog} }\n`);

describe("pickup check", () => {
  it("without a configuration the simulator is right, and nothing is left behind", async () => {
    expect(await check()).toEqual({
      code: 0,
      out: [
        "No pickup.config.yaml here: the built-in contact centre plays.",
        `OK  data directory ${path.join(cwd, "data")}`,
        "OK  source simulator (simulator)",
      ],
      err: [],
    });
    expect(await readdir(cwd)).toEqual([]);
  });

  it("logs in to every source", async () => {
    await writeConfig(`sources:\n${pbx("pbx", asterisk.port)}`);
    const { code, out, err } = await check();
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(out[0]).toBe(`OK  configuration ${path.join(cwd, "pickup.config.yaml")}`);
    expect(out[2]).toBe(`OK  source pbx (asterisk-ami, 127.0.0.1:${asterisk.port})`);
  });

  it("[AL49] finds and reaches the host of every channel, and sends nothing", async () => {
    const heard: string[] = [];
    const receiver = createServer((socket) => socket.on("data", (bytes) => heard.push(String(bytes))));
    await new Promise<void>((done) => receiver.listen(0, "127.0.0.1", done));
    const { port } = receiver.address() as AddressInfo;
    const lines = (privateAddresses: boolean): string => `sources: [{ id: a, kind: simulator }]
alerts:
  privateAddresses: ${privateAddresses}
  channels:
    - { id: hook, kind: webhook, url: "https://127.0.0.1:${port}/secret-path" }
    - { id: mail, kind: email, from: a@example.com, to: [b@example.com], host: 127.0.0.1, port: ${port} }
    - { id: gone, kind: slack, url: "https://nowhere.invalid/T0/B0/secret-path" }
missed: { inbox: { channels: [mail] } }
`;
    await writeConfig(lines(true));
    const allowed = await check();
    expect(allowed.out).toEqual(
      expect.arrayContaining([
        `OK  alert channel hook (webhook, 127.0.0.1:${port})`,
        `OK  alert channel mail (email, 127.0.0.1:${port}), also for missed callers`,
      ]),
    );
    expect(allowed.err).toEqual([
      "1 problem:",
      "  alert channel gone (slack, nowhere.invalid): the name of the host is not known",
    ]);
    await writeConfig(lines(false));
    const refused = await check();
    expect(refused.err.filter((line) => line.includes("private network"))).toHaveLength(2);
    expect(JSON.stringify([allowed, refused])).not.toContain("secret-path");
    await new Promise((done) => receiver.close(done));
    expect(heard).toEqual([]);
  });

  it("tries the certificate and the key of the callers' numbers, and says who could read along", async () => {
    const simulator = "sources: [{ id: a, kind: simulator }]\n";
    const { cert, key } = selfSigned();
    await writeConfig(cert, "cert.pem");
    await writeConfig(key, "key.pem");
    await writeConfig(`${simulator}tls: { cert: cert.pem, key: key.pem }\ntrustedProxies: [10.0.0.5]\n`);
    const right = await check({ HOST: "0.0.0.0" });
    expect(right.code).toBe(0);
    expect(right.out).toContain(`OK  certificate ${path.join(cwd, "cert.pem")}, good until 2049-12-31`);
    expect(right.out.filter((line) => line.startsWith("note:")).join()).toContain("PICKUP_ORIGINS is not");

    await writeConfig("nothing of the kind", "key.pem");
    const wrong = await check({ PICKUP_KEY_FILE: "key.pem" });
    expect([wrong.code, wrong.err[0]]).toEqual([1, "2 problems:"]);
    expect(wrong.err[1]).toContain("are no certificate with its key");
    expect(wrong.err[2]).toContain("is no key of ours");

    await writeConfig(simulator);
    const plain = await check({ HOST: "0.0.0.0" });
    expect([plain.code, plain.out[0]]).toEqual([0, expect.stringContaining("0.0.0.0 is reached unencrypted")]);
  });

  it("lists a wrong secret and a data directory that is none together, and exits 1", async () => {
    await writeConfig(`sources:\n${pbx("good", asterisk.port)}${pbx("bad", asterisk.port, "wrong")}`);
    await writeConfig("not a directory", "taken");
    const { code, out, err } = await check({ PICKUP_DATA_DIR: "taken" });
    expect(code).toBe(1);
    expect(out.map((line) => line.split(" (")[0])).toEqual([
      expect.stringContaining("configuration"),
      "OK  source good",
    ]);
    expect(err).toHaveLength(3);
    expect(err[0]).toBe("2 problems:");
    expect(err[1]).toContain("taken is not a directory");
    expect(err[2]).toContain("source bad");
    expect(err.join("\n")).not.toContain("wrong");
  });

  it("lists every problem of a wrong file and tries nothing", async () => {
    await writeConfig(`sources:\n${pbx("pbx", asterisk.port)}${pbx("pbx", 0)}`);
    const { code, err } = await check({ PORT: "http" });
    expect(code).toBe(1);
    expect(err).toEqual([
      "3 problems:",
      "  pickup.config.yaml:3 sources[1].port: expected a port from 1 to 65535, got 0",
      '  pickup.config.yaml:3 sources[1].id: expected each id once, got "pbx" again (first on line 2)',
      '  PORT: expected a port from 1 to 65535, or 0 for any free one, got "http"',
    ]);
    expect(asterisk.actions).toEqual([]);
  });

  it("takes --config before PICKUP_CONFIG before the file beside", async () => {
    await writeConfig("beside");
    await writeConfig("sources: [{ id: a, kind: simulator }]", "named.yaml");
    await writeConfig("sources: [{ id: b, kind: simulator }]", "environment.yaml");
    expect((await check({ PICKUP_CONFIG: "environment.yaml" })).out.at(-1)).toBe("OK  source b (simulator)");
    const named = await check({ PICKUP_CONFIG: "environment.yaml" }, "--config", "named.yaml");
    expect(named.out.at(-1)).toBe("OK  source a (simulator)");
    expect((await check()).code).toBe(1);
  });

  it("a configuration that is asked for and missing is a problem", async () => {
    const { code, err } = await check({}, "--config", "nowhere.yaml");
    expect(code).toBe(1);
    expect(err).toEqual(["1 problem:", `  there is no configuration at ${path.join(cwd, "nowhere.yaml")}`]);
  });

  it("a configuration of another name is a problem: nothing made up is tried in its place", async () => {
    await writeConfig("sources: [{ id: a, kind: simulator }]", "pickup.yml");
    expect(await check()).toEqual({
      code: 1,
      out: [],
      err: [
        "1 problem:",
        "  no pickup.config.yaml here, but found pickup.yml: rename it to pickup.config.yaml, or name it with --config",
      ],
    });
  });

  it("notes a board's queue that is not listed, and exits 0", async () => {
    await writeConfig("sources: [{ id: a, kind: simulator }]\nboards:\n  - { id: b, queues: [sales] }\n");
    const { code, out, err } = await check();
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(out[0]).toBe(
      'note: pickup.config.yaml:3 boards[0].queues[0]: "sales" is not listed under queues; it is shown once a source speaks of it',
    );
  });

  it("[LE5] notes a board whose screen is too small for how far away it is read", async () => {
    const boards =
      "  - { id: hall, screen: { inches: 32, metres: 10 } }\n  - { id: b, screen: { inches: 42, metres: 10 } }\n";
    await writeConfig(`sources: [{ id: a, kind: simulator }]\nboards:\n${boards}`);
    const { code, out } = await check();
    expect({ code, notes: out.filter((line) => line.startsWith("note:")) }).toEqual({
      code: 0,
      notes: [
        "note: pickup.config.yaml:3 boards[0].screen: letters on 32 inches cannot be read from 10 m; up to 7.7 m they can, or from there on 42 inches",
      ],
    });
  });

  it("says that the queue_log cannot be read, whether the connection works or not", async () => {
    await writeConfig("", "queue_log");
    const good = logged("good", "right secret", "queue_log");
    await writeConfig(
      `sources:\n${good}${logged("bad", "wrong", "nowhere/queue_log")}${logged("dir", "right secret", ".")}`,
    );
    const { code, out, err } = await check();
    expect(code).toBe(1);
    expect(out).toContain(`OK  queue_log of source good, ${path.join(cwd, "queue_log")}`);
    expect(err.slice(1).map((line) => line.split(" (")[0])).toEqual([
      "  source bad",
      `  queue_log of source bad, ${path.join(cwd, "nowhere/queue_log")}: cannot be read: there is no such file or folder`,
      `  queue_log of source dir, ${cwd}: cannot be read: it is a directory`,
    ]);
  });

  it("tries the rest when one source's secret is not in the environment", async () => {
    await writeConfig(`sources:\n${pbx("good", asterisk.port)}${pbx("bare", asterisk.port, '"${AMI_SECRET}"')}`);
    expect(await check({ PICKUP_DATA_DIR: "pickup.config.yaml" })).toEqual({
      code: 1,
      out: [`OK  source good (asterisk-ami, 127.0.0.1:${asterisk.port})`],
      err: [
        "2 problems:",
        "  pickup.config.yaml:3 sources[1].secret: the environment variable AMI_SECRET is not set",
        `  data directory ${path.join(cwd, "pickup.config.yaml")}: ${path.join(cwd, "pickup.config.yaml")} is not a directory`,
      ],
    });
  });
});
