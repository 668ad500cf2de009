import { EventEmitter, once } from "node:events";
import net from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { systemClock } from "../../../clock";
import { type FakeAsterisk, type FakeAsteriskOptions, startFakeAsterisk } from "../testing/fake-asterisk";
import { selfSignedForLoopback } from "../testing/self-signed";
import { type AmiConnection, type AmiTarget, type ConnectionEnd, openConnection } from "./connection";

const SECRET = "right secret";
let fake: FakeAsterisk | null = null;
afterEach(async () => {
  await fake?.close();
  fake = null;
});

async function asterisk(options: Omit<FakeAsteriskOptions, "clock"> = {}): Promise<FakeAsterisk> {
  fake = await startFakeAsterisk({ clock: systemClock, ...options });
  return fake;
}

type Dialled = {
  readonly connection: AmiConnection;
  readonly loggedIn: Promise<{ openly: boolean }>;
  readonly ended: Promise<ConnectionEnd>;
  readonly heard: () => string;
};

function dial(port: number, changes: Partial<AmiTarget> = {}, answerLimitMs = 2_000): Dialled {
  const target = { host: "127.0.0.1", port, username: "pickup", secret: SECRET, tls: false, trustedCertificate: null };
  let heard = "";
  const told = new EventEmitter();
  const loggedIn = once(told, "loggedIn").then(([openly]) => ({ openly: openly === true }));
  const ended = once(told, "ended").then(([end]) => end as ConnectionEnd);
  const connection = openConnection({ ...target, ...changes }, answerLimitMs, {
    loggedIn: (openly) => told.emit("loggedIn", openly),
    bytes: (chunk) => {
      heard += Buffer.from(chunk).toString();
    },
    ended: (end) => told.emit("ended", end),
  });
  return { connection, loggedIn, ended, heard: () => heard };
}

describe("a connection to Asterisk", () => {
  test("logs in by challenge: the secret never goes over an open line", async () => {
    const { port, actions } = await asterisk();
    const { connection, loggedIn, ended } = dial(port);
    expect(await loggedIn).toEqual({ openly: false });
    connection.close();
    expect(await ended).toEqual({ kind: "closed", detail: "closed by us" });
    expect(actions.map(({ name }) => name)).toEqual(["Challenge", "Login", "Logoff"]);
    expect(actions.map(({ text }) => text).join()).not.toContain(SECRET);
  });

  test("logs in with the secret where the challenge is refused", async () => {
    const { port } = await asterisk({ refuseChallenge: true });
    const { connection, loggedIn, ended } = dial(port);
    expect(await loggedIn).toEqual({ openly: true });
    connection.close();
    await ended;
  });

  test("logs in over TLS with a certificate that it was told to trust", async () => {
    const { key, cert } = selfSignedForLoopback();
    const { port, actions } = await asterisk({ tls: { key, cert } });
    const { connection, loggedIn, ended } = dial(port, { tls: true, trustedCertificate: cert });
    expect(await loggedIn).toEqual({ openly: false });
    connection.close();
    await ended;
    expect(actions.map(({ name }) => name)).toEqual(["Login", "Logoff"]);
  });

  test("refuses a certificate that nobody vouches for, before the secret is sent", async () => {
    const { port, actions } = await asterisk({ tls: selfSignedForLoopback() });
    const { ended } = dial(port, { tls: true });
    expect(await ended).toEqual({
      kind: "unreachable",
      detail: `127.0.0.1:${port} shows a self-signed certificate (name it in NODE_EXTRA_CA_CERTS to trust it)`,
    });
    expect(actions).toEqual([]);
  });

  test("says so when the port does not speak TLS", async () => {
    const { port } = await asterisk();
    const { ended } = dial(port, { tls: true });
    expect(await ended).toMatchObject({
      kind: "unreachable",
      detail: `127.0.0.1:${port} does not speak TLS on this port`,
    });
  });

  test("a wrong secret is told plainly, without the secret", async () => {
    const { port } = await asterisk();
    const { ended } = dial(port, { secret: "wrong" });
    expect(await ended).toEqual({
      kind: "login-refused",
      detail: 'Asterisk refused the login of "pickup": Authentication failed',
    });
  });

  test.each(["\r", "\n", "\0"])("a user name with %j never reaches the wire", async (character) => {
    const { port, actions } = await asterisk();
    const { ended } = dial(port, { username: `pickup${character}Action: QueueReset` });
    const end = await ended;
    expect(end.kind).toBe("login-refused");
    expect(end.detail).toMatch(/^Login was not sent: its Username contains a/);
    expect(actions.map(({ name }) => name)).toEqual(["Challenge"]);
  });

  test("nobody at the port, another service, a silent one: each is told", async () => {
    const { port, stopListening } = await asterisk({ greeting: "SSH-2.0-OpenSSH_9.9\r\n" });
    expect(await dial(port).ended).toMatchObject({ kind: "not-ami" });
    await stopListening();
    expect(await dial(port).ended).toEqual({ kind: "unreachable", detail: `127.0.0.1:${port} refuses connections` });

    const sockets: net.Socket[] = [];
    const silent = net.createServer((socket) => sockets.push(socket)).listen(0, "127.0.0.1");
    await new Promise((resolve) => silent.once("listening", resolve));
    const address = silent.address();
    const silentPort = address !== null && typeof address === "object" ? address.port : 0;
    expect(await dial(silentPort, {}, 100).ended).toEqual({
      kind: "unreachable",
      detail: `127.0.0.1:${silentPort} does not answer the login`,
    });
    for (const socket of sockets) socket.destroy();
    silent.close();
  });

  test("bytes are handed on from the answer to Login, and a cut is told once", async () => {
    const made = await asterisk();
    const { loggedIn, ended, heard } = dial(made.port);
    await loggedIn;
    made.say("Event: Reload\r\n\r\n");
    await expect.poll(heard).toContain("Event: Reload\r\n\r\n");
    expect(heard()).toMatch(/^Event: FullyBooted\r\n/);
    made.cut();
    expect((await ended).kind).toBe("lost");
  });

  test("leaving ends also where the other side has gone deaf", async () => {
    const made = await asterisk();
    const { connection, loggedIn, ended } = dial(made.port);
    await loggedIn;
    made.blackhole();
    connection.close();
    expect((await ended).kind).toBe("closed");
  });
});
