import { afterEach, describe, expect, test } from "vitest";
import { MAIN_BOARD, boardId, queueId } from "../../../lib/vocabulary";
import type { Role } from "../../../lib/access/roles";
import { DEMO, NOBODY, type Principal } from "../../access/principal";
import { EVENT_RIGHTS } from "../../access/rights";
import type { WhoAsks } from "../../http/asking/who-asks";
import { createFakeAccess, type FakeAccess } from "../testing/fake-access";
import { startBroadcaster, until, type Started } from "../testing/harness";
import { connectRaw } from "../testing/raw-client";

let started: Started | null = null;
afterEach(async () => {
  await started?.stop();
  started = null;
});
async function startFor(principal: Principal): Promise<readonly [Started, FakeAccess]> {
  const access = createFakeAccess(principal);
  started = await startBroadcaster({ access, whoAsks: access.whoAsks });
  return [started, access];
}

const SALES = boardId("sales");
const HALL = boardId("hall");
const person = (role: Role, queues: readonly string[] | null = null, accountId = "a1"): Principal => ({
  kind: "person",
  accountId,
  sessionId: `s-${accountId}`,
  name: accountId,
  role,
  queueIds: queues === null ? null : queues.map(queueId),
  seesNumbers: false,
});
const display = (screenId = MAIN_BOARD): Principal => ({ kind: "display", displayId: "d1", name: "Hall", screenId });
const token = (scope: "read" | "metrics" | "ingest"): Principal => ({ kind: "token", tokenId: "t1", name: "t", scope });

/** As a page of the server asks for it. */
const connected = ({ port }: Started) => connectRaw(port, { headers: { Origin: `http://127.0.0.1:${port}` } });
async function upgrade(server: Started): Promise<number> {
  const client = await connected(server);
  client.socket.destroy();
  return Number(client.status.split(" ")[1]);
}

describe("[AC40] an upgrade", () => {
  test.each([
    ["nobody", NOBODY, 401],
    ["demo", DEMO, 101],
    ["a display", display(), 101],
    ["an admin", person("admin"), 101],
    ["a supervisor", person("supervisor"), 101],
    ["a lead", person("lead", ["sales"]), 101],
    ["an analyst", person("analyst"), 101],
    ["a read token", token("read"), 101],
    ["a metrics token", token("metrics"), 403],
    ["an ingest token", token("ingest"), 403],
  ] as const)("by %s", async (_who, principal, status) => {
    const [server] = await startFor(principal);
    expect(await upgrade(server)).toBe(status);
    expect(server.broadcaster.counters().refusedPrincipals).toBe(status === 101 ? 0 : 1);
    expect(server.said).toEqual([]);
  });
});

describe("[AC41] a server starts only where its events and the table of rights agree", () => {
  test.each([
    ["an event without an entry", {}, "events without an entry in the table of rights: board:watch"],
    [
      "an entry without an event",
      { ...EVENT_RIGHTS, "board:paint": "boards.read" },
      "entries in the table of rights without an event: board:paint",
    ],
  ] as const)("%s", async (_what, rights, problem) => {
    await expect(startBroadcaster({ rights })).rejects.toThrow(problem);
  });

  test("[AC40] who may read boards may not do what needs another right", async () => {
    const access = createFakeAccess(display());
    const rights = { "board:watch": "desk.read" } as const;
    started = await startBroadcaster({ access, whoAsks: access.whoAsks, rights });
    const screen = await started.screen();
    expect(await screen.watch()).toEqual({ ok: false, problem: "not allowed" });
  });
});

describe("[AC42] a board is shown as whoever asks may see it", () => {
  const refused = { ok: false, problem: "there is no such board" };

  test("a display has its own board, or those of its rotation, and no other", async () => {
    const [server, access] = await startFor(display());
    const screen = await server.screen();
    expect(await screen.watch()).toMatchObject({ ok: true });
    expect(await screen.watch(SALES)).toEqual(refused);
    access.becomes(display(HALL));
    const hall = await server.screen();
    expect([await hall.watch(), await hall.watch(SALES)]).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await hall.watch(HALL)).toEqual(refused);
    expect(await hall.watch(boardId("__proto__"))).toEqual(refused);
  });

  test("leads of the same queues share a room, and not with a supervisor; each is told of his own queues only", async () => {
    const asking: Record<string, Principal> = {
      one: person("lead", ["sales"], "one"),
      two: person("lead", ["sales"], "two"),
      other: person("lead", ["support"], "other"),
      all: person("supervisor", null, "all"),
    };
    const whoAsks: WhoAsks = ({ headers, socket }) => ({
      principal: asking[String(headers["x-name"])] ?? NOBODY,
      address: socket.remoteAddress ?? "",
      secure: false,
      host: headers.host,
      byToken: false,
    });
    started = await startBroadcaster({ whoAsks });
    const server = started;
    const screens = await Promise.all(["one", "two", "other", "all"].map((name) => server.screen({ "x-name": name })));
    for (const screen of screens) await screen.watch();
    await until(() => screens.every((screen) => screen.shown() !== null));
    expect(server.feed.asked()).toBe(3);
    server.feed.callerMore();
    await until(() => screens.every((screen) => screen.shown()?.revision.number === 2));
    expect(server.feed.asked()).toBe(6);
    const rows = screens.map((screen) => screen.shown()?.queues.map((row) => row.queueId));
    expect(rows.slice(0, 3)).toEqual([["sales"], ["sales"], ["support"]]);
    expect(rows[3]).toEqual(expect.arrayContaining(["sales", "support"]));
    const bySales = screens[0]?.messages.map((message) => JSON.stringify(message)).join();
    expect(bySales).not.toContain('"support"');
  });
});

describe("[AC43] whoever is no longer who he was loses his connection", () => {
  const CHANGES = [
    ["a display that is let go", display(), NOBODY],
    ["a display that shall show another board", display(), display(SALES)],
    ["a supervisor who becomes a lead", person("supervisor"), person("lead", ["sales"])],
    ["a lead with another queue more", person("lead", ["sales"]), person("lead", ["sales", "support"])],
  ] as const;

  test.each(CHANGES)("at once: %s", async (_who, before, after) => {
    const [server, access] = await startFor(before);
    const screen = await server.screen();
    await screen.watch();
    access.becomes(after);
    await until(() => !screen.socket.connected);
    await until(() => server.broadcaster.screens().connected === 0);
    expect(server.broadcaster.counters()).toMatchObject({ revoked: 1, cut: 0 });
    expect(await upgrade(server)).toBe(after.kind === "nobody" ? 401 : 101);
  });

  test("a while later where who he is could not be read just then; nobody else is in danger", async () => {
    const [server, access] = await startFor(display());
    const screen = await server.screen();
    access.fail(true);
    access.becomes(NOBODY);
    expect(await upgrade(server)).toBe(503);
    expect(screen.socket.connected).toBe(true);
    access.fail(false);
    const changedAt = performance.now();
    await until(() => !screen.socket.connected);
    expect(performance.now() - changedAt).toBeLessThan(2_500);
    expect(server.said).toEqual([
      "who may see what cannot be read: Error: cannot be read",
      expect.stringContaining("a connection could not be looked at: Error: cannot be read"),
    ]);
  });

  test("with its next question at the latest", async () => {
    const [server, access] = await startFor(person("analyst"));
    const screen = await server.screen();
    access.becomesQuietly(NOBODY);
    void screen.watch();
    await until(() => !screen.socket.connected);
    expect(server.broadcaster.screens().watching).toBe(0);
  });

  test("who stays who he was keeps it", async () => {
    const [server, access] = await startFor(display());
    const screen = await server.screen();
    access.becomes({ ...display() });
    expect(await screen.watch()).toMatchObject({ ok: true });
  });
});

describe("[AC45] one display, person or token has its share of the connections", () => {
  test.each([
    ["a display, four a board", display(), 4],
    ["a display, of a rotation of two boards", display(HALL), 8],
    ["a person", person("admin"), 50],
  ] as const)("%s", async (_who, principal, most) => {
    const [server, access] = await startFor(principal);
    const clients = await Promise.all(Array.from({ length: most }, () => connected(server)));
    expect(clients.every(({ status }) => status.includes(" 101 "))).toBe(true);
    expect(await upgrade(server)).toBe(429);
    expect(server.broadcaster.counters()).toMatchObject({ refusedShares: 1, refusedConnections: 0 });
    clients[0]?.socket.destroy();
    await until(() => server.broadcaster.screens().connected === most - 1);
    expect(await upgrade(server)).toBe(101);
    access.becomesQuietly(person("admin", null, "somebody else"));
    expect(await upgrade(server)).toBe(101);
    for (const { socket } of clients) socket.destroy();
  });
});

describe("[AC46] a television's connection", () => {
  test("says that it is there, and since when no longer", async () => {
    const [server, access] = await startFor(display());
    const { broadcaster } = server;
    expect(access.isConnected("d1")).toBe(false);
    const [one, two] = [await server.screen(), await server.screen()];
    expect([access.isConnected("d1"), access.isConnected("d2")]).toEqual([true, false]);
    expect(access.seen).toEqual([
      ["d1", "127.0.0.1"],
      ["d1", "127.0.0.1"],
    ]);
    expect(broadcaster.toDisplay("d1", { kind: "reload" })).toBe(2);
    one.socket.close();
    two.socket.close();
    await until(() => !access.isConnected("d1"));
    expect(broadcaster.toDisplay("d1", { kind: "reload" })).toBe(0);
  });

  test("of anybody else is no display's", async () => {
    const [server, access] = await startFor(person("admin"));
    await server.screen();
    expect(access.seen).toEqual([]);
    expect(server.broadcaster.toDisplay("a1", { kind: "reload" })).toBe(0);
  });
});
