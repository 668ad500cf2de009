import { afterEach, describe, expect, test } from "vitest";
import { startBroadcaster, until, type Started } from "./testing/harness";
import { connectRaw, type RawClient } from "./testing/raw-client";

let started: Started | null = null;
afterEach(async () => {
  await started?.stop();
  started = null;
});

/** Watches, then stops reading; fat changes until the sockets' own buffers are full and it counts as slow. */
async function stall(server: Started): Promise<RawClient> {
  const client = await connectRaw(server.port);
  client.send("40");
  await until(() => client.texts.some((text) => text.startsWith("40")));
  client.send('420["board:watch","main",null]');
  await until(() => client.texts.some((text) => text.startsWith('42["board:message",{"type":"snapshot"')));
  client.pause();
  let fat = 0;
  while (server.broadcaster.screens().slow === 0) {
    fat += 1;
    server.feed.change((board) => ({ ...board, boardName: String(fat).padEnd(500_000, "x") }));
    await until(() => server.broadcaster.counters().deltasSent + server.broadcaster.counters().slowReaders >= fat);
  }
  return client;
}

describe("a screen that stops reading", () => {
  test("costs no memory while changes go on, and gets the newest state when it reads again", async () => {
    started = await startBroadcaster();
    const server = started;
    const client = await stall(server);
    const sentWhenStalled = server.broadcaster.counters().deltasSent;
    const heapBefore = process.memoryUsage().external + process.memoryUsage().heapUsed;
    for (let i = 0; i < 400; i += 1) {
      server.feed.change((board) => ({ ...board, boardName: String(i).padEnd(500_000, "y") }));
      if (i % 40 === 0) await new Promise((resolve) => setTimeout(resolve, 55));
    }
    const grownMb = (process.memoryUsage().external + process.memoryUsage().heapUsed - heapBefore) / 1e6;
    expect(server.broadcaster.counters().deltasSent).toBe(sentWhenStalled);
    expect(grownMb).toBeLessThan(60); // 200 MB would have been queued

    server.feed.change((board) => ({ ...board, boardName: "the newest" }));
    await new Promise((resolve) => setTimeout(resolve, 60));
    client.resume();
    await until(() => client.texts.at(-1)?.includes('"boardName":"the newest"') === true);
    expect(client.texts.at(-1)).toMatch(/^42\["board:message",\{"type":"snapshot"/);
    expect(server.broadcaster.screens()).toMatchObject({ watching: 1, slow: 0 });

    server.feed.callerMore();
    await until(() => client.texts.at(-1)?.startsWith('42["board:message",{"type":"delta"') === true);
    client.socket.destroy();
  });

  test("does not keep others waiting, and is cut when it takes nothing for long", async () => {
    started = await startBroadcaster({ undrainedLimitMs: 300 });
    const server = started;
    const other = await server.screen();
    const stalled = await stall(server);
    await other.watch();
    server.feed.callerMore();
    await until(() => other.shown()?.revision.number === server.feed.revision().number);
    await until(() => server.broadcaster.screens().connected === 1);
    expect(server.broadcaster.counters().cut).toBe(1);
    stalled.socket.destroy();
  });
});
