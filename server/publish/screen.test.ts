import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { sleep, startBroadcaster, until, type Started } from "./testing/harness";
import { connectRaw, type RawClient } from "./testing/raw-client";
import { parseWatch } from "./watch-request";

let started: Started | null = null;
afterEach(async () => {
  await started?.stop();
  started = null;
});

async function connected(server: Started): Promise<RawClient> {
  const client = await connectRaw(server.port);
  client.send("40");
  await until(() => client.texts.some((text) => text.startsWith("40")));
  return client;
}

/** What came back: the text of an answer to question 7, or that the connection was ended. */
async function outcome(client: RawClient): Promise<string> {
  let ended = false;
  void client.closed.then(() => {
    ended = true;
  });
  const answer = (): string | undefined => client.texts.find((text) => text.startsWith("437"));
  await until(() => ended || answer() !== undefined);
  client.socket.destroy();
  return answer() ?? "cut";
}

describe("what a screen asks", () => {
  test("wrongly is answered where it asked for an answer", async () => {
    started = await startBroadcaster();
    const cases = [
      ['427["board:watch"]', "expected (boardId, haveRevision, pace?, ack)"],
      ['427["board:watch","main"]', "expected (boardId, haveRevision, pace?, ack)"],
      ['427["board:watch","main",null,"tv",1]', "expected (boardId, haveRevision, pace?, ack)"],
      ['427["board:watch",7,null]', "boardId is not a text of up to 128 characters"],
      [`427["board:watch","${"x".repeat(129)}",null]`, "boardId is not a text of up to 128 characters"],
      ['427["board:watch","main",{"epoch":1,"number":1}]', "haveRevision is neither null nor {epoch, number}"],
      ['427["board:watch","main",{"__proto__":{"epoch":"e"}}]', "haveRevision is neither null nor {epoch, number}"],
      ['427["board:watch","main",null,"fast"]', "pace is neither laptop nor tv"],
      ['427["board:watch","nowhere",null]', "there is no such board"],
      ['427["error",1]', "unknown event"],
      ['427["__proto__"]', "unknown event"],
      ["427[1]", "unknown event"],
    ] as const;
    for (const [sent, problem] of cases) {
      const client = await connected(started);
      client.send(sent);
      expect([sent, await outcome(client)]).toEqual([sent, `437${JSON.stringify([{ ok: false, problem }])}`]);
    }
  });

  test("wrongly and without a way to answer ends its connection", async () => {
    started = await startBroadcaster();
    for (const sent of [
      '42["board:watch","main",null]x',
      '42["board:watch","main",null,"tv"]',
      '42["error"]',
      '42["disconnect"]',
      "42{}",
      "42",
      "4",
      "9",
      "2probe",
      "41-",
      '451-["board:watch",{"_placeholder":true,"num":0}]\x00',
      `420["board:watch","${"x".repeat(70_000)}",null]`,
    ]) {
      const client = await connected(started);
      client.send(sent);
      // A binary event waits for its attachment: a text in its place ends it.
      if (sent.startsWith("45")) client.send("42[]");
      expect([sent.slice(0, 60), await outcome(client)]).toEqual([sent.slice(0, 60), "cut"]);
    }
    expect(await (await started.screen()).watch()).toMatchObject({ ok: true });
  });

  test("in any form whatsoever leaves the process and the other screens alone", async () => {
    started = await startBroadcaster();
    const server = started;
    const other = await server.screen();
    await other.watch();
    const anyPacket = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.json({ maxDepth: 4 }).map((json) => `42${json}`),
      fc.array(fc.jsonValue(), { maxLength: 5 }).map((args) => `420${JSON.stringify(["board:watch", ...args])}`),
      fc
        .tuple(fc.constantFrom("0", "1", "2", "3", "5", "6"), fc.nat(20), fc.string())
        .map(([type, id, text]) => `4${type}${id}-${text}`),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anyPacket, { maxLength: 10 }), async (packets) => {
        const client = await connectRaw(server.port);
        client.send("40");
        for (const packet of packets) client.send(packet);
        await sleep(2);
        client.socket.destroy();
      }),
      { numRuns: 100 },
    );
    server.feed.callerMore();
    await until(() => other.shown()?.revision.number === 2);
    expect(other.gaps()).toBe(0);
  });

  test("too often is refused, and a flood ends its connection", async () => {
    started = await startBroadcaster();
    const screen = await started.screen();
    const answers = [];
    for (let i = 0; i < 10; i += 1) answers.push(await screen.watch());
    expect(answers.filter((answer) => answer.ok)).toHaveLength(8);
    expect(answers[9]).toEqual({ ok: false, problem: "asked too often; try again in a second" });
    await sleep(1_100);
    expect((await screen.watch()).ok).toBe(true);

    const flooding = await connected(started);
    for (let i = 0; i < 60; i += 1) flooding.send("3");
    await flooding.closed;
    expect(started.broadcaster.counters().cut).toBe(1);
    await until(() => started?.broadcaster.screens().connected === 1);
  });

  test("is read the same whatever else the arguments are", () => {
    fc.assert(
      fc.property(fc.array(fc.anything()), (args) => {
        const parsed = parseWatch([...args, () => undefined]);
        if (parsed.type === "request") expect(args.length === 2 || args.length === 3).toBe(true);
      }),
    );
  });
});
