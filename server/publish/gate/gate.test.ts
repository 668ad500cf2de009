import { afterEach, describe, expect, test } from "vitest";
import { startBroadcaster, until, type Started } from "../testing/harness";
import { connectRaw } from "../testing/raw-client";
import { originAllowed } from "./origin";

let started: Started | null = null;
afterEach(async () => {
  await started?.stop();
  started = null;
});

const SWITCHED = "HTTP/1.1 101 Switching Protocols";
const STRANGE = "HTTP/1.1 403 Forbidden";
const MISDIRECTED = "HTTP/1.1 421 Misdirected Request";
const TOO_MANY = "HTTP/1.1 429 Too Many Requests";
const MALFORMED = "HTTP/1.1 400 Bad Request";
const SESSION = "/socket.io/?EIO=4&transport=websocket";

/** An upgrade without Origin. */
const NAMELESS = { origin: undefined, host: "a", secure: false, forwarded: false, byToken: false, isDemo: true };

/** The answer to one upgrade; the connection is ended at once. */
async function answerTo(port: number, headers: Record<string, string>, path = SESSION): Promise<string> {
  const client = await connectRaw(port, { path, headers });
  client.socket.destroy();
  return client.status;
}

describe("an upgrade", () => {
  test("passes from the server's own page and from listed origins, written exactly", async () => {
    started = await startBroadcaster({ origins: ["https://board.example"] });
    const { port } = started;
    expect(await answerTo(port, { Origin: `http://127.0.0.1:${port}` })).toBe(SWITCHED);
    expect(await answerTo(port, { Origin: "https://board.example" })).toBe(SWITCHED);
    expect(await answerTo(port, { Origin: "http://localhost", Host: "LOCALHOST:80" })).toBe(SWITCHED);
    expect(await answerTo(port, { Origin: "https://board.example", Host: "board.example" })).toBe(SWITCHED);
  });

  test("[AC40] the scheme of the server's own page counts: encrypted or not, as the upgrade came", () => {
    const pages = ["http://wall.example", "https://wall.example", "http://wall.example:443", "https://wall.example:80"];
    const own = (secure: boolean, host: string): string[] =>
      pages.filter((origin) =>
        originAllowed({ ...NAMELESS, origin, host, secure, peerAddress: "10.0.0.9" }, new Set()),
      );
    expect(own(false, "wall.example")).toEqual(["http://wall.example"]);
    expect(own(true, "Wall.Example:443")).toEqual(["https://wall.example"]);
    expect(own(true, "wall.example:80")).toEqual(["https://wall.example:80"]);
    expect(own(false, "wall.example@wall.example")).toEqual([]);
  });

  test("is refused from anywhere else, and said once for each origin", async () => {
    started = await startBroadcaster({ origins: ["https://board.example"] });
    const { port, said, broadcaster } = started;
    const strangers = [
      "null",
      "",
      "http://evil.example",
      "http://board.example", // not https
      "https://board.example.evil.example",
      "https://evilboard.example",
      "https://board.example:8443",
      "https://board.example/",
      "https://board.example@evil.example",
      "https://BOARD.example",
      `http://127.0.0.1:${port + 1}`,
      `http://127.0.0.1:${port}.evil.example`,
      "file://",
      "chrome-extension://abc",
    ];
    for (const origin of strangers) {
      expect([origin, await answerTo(port, { Origin: origin })]).toEqual([origin, STRANGE]);
    }
    await answerTo(port, { Origin: "http://evil.example" });
    expect(broadcaster.counters().refusedOrigins).toBe(strangers.length + 1);
    expect(said.filter((line) => line.includes('"http://evil.example"'))).toHaveLength(1);
  });

  test("to a host that is not ours is refused, although page and host are one, and said once", async () => {
    started = await startBroadcaster();
    const { port, said, broadcaster } = started;
    const rebound = { Origin: "http://evil.example:3000", Host: "evil.example:3000" };
    expect(await answerTo(port, rebound)).toBe(MISDIRECTED);
    expect(await answerTo(port, rebound)).toBe(MISDIRECTED);
    expect(await answerTo(port, { Host: "evil.example" })).toBe(MISDIRECTED);
    expect(broadcaster.counters().refusedOrigins).toBe(3);
    expect(said.filter((line) => line.includes('to host "evil.example:3000"'))).toHaveLength(1);
  });

  test("[AC40] without Origin passes at the demo only, and there for this machine's own programs", async () => {
    started = await startBroadcaster();
    expect(await answerTo(started.port, {})).toBe(SWITCHED);
    expect(await answerTo(started.port, { "X-Forwarded-For": "10.0.0.9" })).toBe(STRANGE);
    const peers = ["127.0.0.1", "::1", "::ffff:127.0.0.1", "10.0.0.9", "::ffff:10.0.0.9", "fe80::1", "1127.0.0.1"];
    const allowed = peers.filter((peerAddress) => originAllowed({ ...NAMELESS, peerAddress }, new Set()));
    expect(allowed).toEqual(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);
    // Where people sign in, a cookie comes from a page, and a page says which.
    const closed = { ...NAMELESS, isDemo: false, peerAddress: "127.0.0.1" };
    expect([closed, { ...closed, byToken: true }].map((upgrade) => originAllowed(upgrade, new Set()))).toEqual([
      false,
      true,
    ]);
    const far = { ...NAMELESS, peerAddress: "10.0.0.9", forwarded: true };
    expect([far, { ...far, byToken: true }].map((upgrade) => originAllowed(upgrade, new Set()))).toEqual([false, true]);
  });

  test("of another protocol, or naming a session, is refused", async () => {
    started = await startBroadcaster();
    const { port } = started;
    const screen = await started.screen();
    for (const query of [
      "transport=websocket",
      "EIO=3&transport=websocket",
      "EIO=5&transport=websocket",
      "EIO=4&EIO=3&transport=websocket",
      "EIO=4&transport=polling",
      "EIO=4&transport=webtransport",
      "EIO=4&transport=__proto__",
      "EIO=4&transport=websocket&sid=__proto__",
      "EIO=4&transport=websocket&sid=constructor",
      `EIO=4&transport=websocket&sid=${screen.socket.id}`,
      "__proto__=1&constructor=2",
      "%",
    ]) {
      expect([query, await answerTo(port, {}, `/socket.io/?${query}`)]).toEqual([query, MALFORMED]);
    }
    expect(await screen.watch()).toMatchObject({ ok: true });
  });

  test("of another path is ended", async () => {
    started = await startBroadcaster();
    expect(await answerTo(started.port, {}, "/elsewhere")).toBe("closed");
  });
});

describe("the number of connections", () => {
  test("is limited by address; a place is free again when a screen goes", async () => {
    started = await startBroadcaster({ limits: { perAddress: 3, total: 100 } });
    const { port, broadcaster } = started;
    const first = await connectRaw(port);
    await connectRaw(port);
    await connectRaw(port);
    expect(await answerTo(port, {})).toBe(TOO_MANY);
    first.socket.destroy();
    await until(() => broadcaster.screens().connected === 2);
    expect(await answerTo(port, {})).toBe(SWITCHED);
    expect(broadcaster.counters().refusedConnections).toBe(1);
  });

  test("is limited in total", async () => {
    started = await startBroadcaster({ limits: { perAddress: 100, total: 2 } });
    await connectRaw(started.port);
    await connectRaw(started.port);
    expect(await answerTo(started.port, {})).toBe(TOO_MANY);
  });
});
