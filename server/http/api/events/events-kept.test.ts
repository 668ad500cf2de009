import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EVERYBODY } from "../../testing/cast";
import { asBatch, morning, sent, SINGLE } from "./testing/morning";
import { startToldServer, type Told, type ToldServer } from "./testing/told-server";

let server: ToldServer;
beforeEach(async () => {
  server = await startToldServer();
});
afterEach(() => server.stop());

const data = { queueId: "support", contactId: "c1" };
const EVENT = sent("09:29:00", "contact.offered", data);
const ONE = JSON.stringify(EVENT);
const many = (count: number, source: string) =>
  Array.from({ length: count }, (_, id) => ({ ...EVENT, source, id: `${source} ${count} ${id}` }));

it("[EV5] 256 kB exactly, and 1,000 events, are taken", async () => {
  const { send } = server;
  const padded = `${ONE}${" ".repeat(262_144 - ONE.length)}`;
  expect((await send(padded, { type: SINGLE })).status).toBe(202);
  const answer = await send(asBatch(many(1_000, "crm")));
  expect(answer).toMatchObject({ status: 202, json: { accepted: 1_000, duplicates: 0, rejected: [] } });
});

describe("[AC80] who may tell events", () => {
  it("a token for telling, and nobody else", async () => {
    const seen: Record<string, number> = {};
    for (const who of EVERYBODY) seen[who] = (await server.send(ONE, { who, type: SINGLE })).status;
    const expected = Object.fromEntries(EVERYBODY.map((who) => [who, 403]));
    expect(seen).toEqual({
      ...expected,
      nobody: 401,
      "revoked display": 401,
      "revoked token": 401,
      "token:ingest": 202,
    });
  });

  it("is asked for a token, whatever page it comes from; nothing is read of who may not", async () => {
    for (const origin of ["https://evil.example", "null"]) {
      const answer = await server.send(ONE, { who: "nobody", type: SINGLE, headers: { origin } });
      expect([origin, answer.status, answer.headers.get("www-authenticate")]).toEqual([
        origin,
        401,
        'Bearer realm="Pickup"',
      ]);
      expect((await server.send(ONE, { who: "admin", type: SINGLE, headers: { origin } })).status).toBe(403);
    }
    const wrong = { authorization: `Bearer pk_ingest_${"A".repeat(43)}` };
    expect((await server.send(ONE, { who: "nobody", type: SINGLE, headers: wrong })).status).toBe(401);
    expect((await server.send("{", { who: "token:read", type: "text/plain" })).status).toBe(403);
    expect(await server.lines()).toEqual([]);
  });
});

describe("[EV3] when it cannot be kept", () => {
  it("the log refuses: 503, nothing of it counts, and told again it is there once", async () => {
    let full = true;
    const other = await startToldServer({
      disk: (store) => ({
        append: (events) => (full ? Promise.reject(new Error("database or disk is full")) : store.append(events)),
      }),
    });
    const events = morning();
    const refused = await other.send(asBatch(events));
    expect(refused).toMatchObject({
      status: 503,
      json: { detail: expect.stringContaining("send all of it again") as unknown },
    });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    expect(await other.lines()).toEqual([]);
    expect(other.pipeline.counters()).toMatchObject({ accepted: 0, pending: 0, storeFailures: 1 });
    full = false;
    // The clock of the test stands still: between two attempts nothing is taken.
    other.pass("09:30:01");
    expect(await other.send(asBatch(events))).toMatchObject({
      status: 202,
      json: { accepted: events.length, duplicates: 0 },
    });
    await other.stop();
  });

  it("of two sources it is one: what the log refuses of one, it has not of the other", async () => {
    let written = 0;
    const held: (() => void)[] = [];
    const other = await startToldServer({
      disk: (store) => ({
        append: async (events) => {
          written += 1;
          if (written === 1) await new Promise<void>((resolve) => held.push(resolve));
          if (written === 3) throw new Error("database or disk is full");
          return store.append(events);
        },
      }),
    });
    const both = [...many(400, "crm"), ...many(400, "pbx")];
    // The disk writes the first; the others wait for it, more of them than one transaction takes.
    const answers = [other.send(asBatch([EVENT]))];
    await expect.poll(() => held.length).toBe(1);
    for (const events of [many(300, "crm"), both]) {
      const before = other.pipeline.counters().pending;
      answers.push(other.send(asBatch(events)));
      await expect.poll(() => other.pipeline.counters().pending).toBe(before + events.length);
    }
    for (const goOn of held) goOn();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([202, 202, 503]);
    expect(await other.lines()).toHaveLength(301);
    other.pass("09:30:01");
    expect((await other.send(asBatch(both))).json).toMatchObject({ accepted: 800, duplicates: 0 });
    await other.stop();
  });

  it("a source that does not listen yet: 503", async () => {
    await server.pipeline.close();
    expect((await server.send(ONE, { type: SINGLE })).status).toBe(503);
    expect((await server.send("[]", { query: "?source=crm" })).status).toBe(503);
  });
});

it("[EV7] a token has 200 requests at once and 200 a second; others have their own", async () => {
  const statuses = new Map<number, number>();
  const ask = async (): Promise<Told> => {
    const answer = await server.send("[]", { query: "?source=crm" });
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    return answer;
  };
  for (let count = 0; count < 200; count += 20) await Promise.all(Array.from({ length: 20 }, ask));
  expect([...statuses]).toEqual([[202, 200]]);
  const refused = await ask();
  expect(refused.status).toBe(429);
  expect(refused.headers.get("retry-after")).toBe("1");
  server.pass("09:30:00.005");
  expect((await ask()).status).toBe(202);
  expect((await ask()).status).toBe(429);
});

it("[PV1] [PV2] numbers are with the vault: neither in the log's lines nor in what is logged or answered", async () => {
  const caller = { number: "+4915112345678", name: "Zoé Canary" };
  const right = sent("09:29:00", "contact.offered", { ...data, caller });
  const wrong = sent("09:29:00", "contact.offered", {
    ...data,
    contactId: 7,
    caller: { ...caller, number: `${caller.number}${"0".repeat(40)}` },
  });
  const answer = await server.send(asBatch([right, wrong]));
  expect(answer.json).toMatchObject({ accepted: 1, rejected: [{ index: 1 }] });
  const lines = await server.lines();
  const [line] = lines;
  const alias = line !== undefined && "caller" in line.event ? line.event.caller : null;
  expect(alias === null ? null : server.vault.reveal(alias)).toEqual(caller);
  for (const told of [JSON.stringify(lines), server.logged.join("\n"), JSON.stringify(answer.json)]) {
    expect(told).not.toMatch(/15112345678|Canary/);
  }
});
