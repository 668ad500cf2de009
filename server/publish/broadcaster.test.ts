import { afterEach, describe, expect, test } from "vitest";
import { MAIN_BOARD, boardId } from "../../lib/vocabulary";
import { sleep, startBroadcaster, until, type Started, type TestScreen } from "./testing/harness";

let started: Started | null = null;
afterEach(async () => {
  await started?.stop();
  started = null;
});
async function start(): Promise<Started> {
  started = await startBroadcaster();
  return started;
}

const revisionOf = (screen: TestScreen): number | undefined => screen.shown()?.revision.number;

describe("watching a board", () => {
  test("a screen that has nothing is answered and gets the snapshot, then each change as a delta", async () => {
    const server = await start();
    const screen = await server.screen();
    expect(await screen.watch()).toEqual({ ok: true, current: false });
    await until(() => screen.messages.length === 1);
    expect(screen.shown()).toEqual(server.main());

    server.feed.callerMore();
    await until(() => screen.messages.length === 2);
    expect(screen.messages[1]).toMatchObject({ type: "delta", base: { number: 1 }, revision: { number: 2 } });
    expect(screen.shown()).toEqual(server.main());
  });

  test("a screen that comes back with the newest revision gets no snapshot, and the next delta fits", async () => {
    const server = await start();
    const screen = await server.screen();
    await screen.watch();
    await until(() => screen.messages.length === 1);
    expect(await screen.watch(MAIN_BOARD, screen.shown()?.revision)).toEqual({ ok: true, current: true });
    server.feed.callerMore();
    await until(() => screen.messages.length === 2);
    expect(screen.gaps()).toBe(0);
    expect(screen.shown()).toEqual(server.main());
  });

  test("a screen that missed a revision, or has one of another epoch, gets a snapshot", async () => {
    const server = await start();
    const [old, other] = [await server.screen(), await server.screen()];
    server.feed.callerMore();
    expect(await old.watch(MAIN_BOARD, { epoch: "fake", number: 1 })).toEqual({ ok: true, current: false });
    expect(await other.watch(MAIN_BOARD, { epoch: "before", number: 2 })).toEqual({ ok: true, current: false });
    await until(() => revisionOf(old) === 2 && revisionOf(other) === 2);
  });

  test("a screen that joins while changes are being merged has no gap", async () => {
    const server = await start();
    const first = await server.screen();
    const second = await server.screen();
    await first.watch();
    server.feed.callerMore(); // at once
    server.feed.callerMore(); // merged for 50 ms
    await second.watch();
    server.feed.callerMore();
    await until(() => revisionOf(first) === 4 && revisionOf(second) === 4);
    expect([first.gaps(), second.gaps()]).toEqual([0, 0]);
    expect(second.shown()).toEqual(server.main());
  });

  test("another board replaces the first; a board that does not exist is refused", async () => {
    const server = await start();
    const screen = await server.screen();
    await screen.watch();
    expect(await screen.watch(boardId("__proto__"))).toEqual({ ok: true, current: false });
    await until(() => screen.shown()?.boardId === "__proto__");
    server.feed.callerMore();
    await until(() => screen.messages.length === 3);
    await sleep(100);
    expect(screen.messages.slice(1).every((message) => message.boardId === "__proto__")).toBe(true);
    expect(await screen.watch(boardId("constructor"))).toEqual({ ok: false, problem: "there is no such board" });
    expect(server.broadcaster.screens().watching).toBe(0);
  });

  test("nothing is sent where nothing but the revision changed", async () => {
    const server = await start();
    const screen = await server.screen();
    await screen.watch();
    server.feed.change((board) => board);
    server.feed.callerMore();
    await until(() => screen.messages.length === 2);
    expect(screen.messages[1]).toMatchObject({ base: { number: 1 }, revision: { number: 3 } });
  });

  test("a beat comes every 2 s with the revision the screens have", async () => {
    const server = await start();
    const screen = await server.screen();
    await screen.watch();
    server.feed.callerMore();
    await until(() => screen.beats.length === 2);
    expect(screen.beats[0]).toMatchObject({ revision: { epoch: "fake", number: 2 }, protocol: 1, build: "test" });
    const [first, second] = screen.beats.map((beat) => beat.serverTimeMs);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(1_900);
  });
});

describe("merging", () => {
  test("the first change goes out at once, later ones at most 20 a second to a laptop and 4 to a TV", async () => {
    const server = await start();
    const [laptop, tv] = [await server.screen(), await server.screen()];
    await laptop.watch(MAIN_BOARD, null, "laptop");
    await tv.watch(MAIN_BOARD, null, "tv");
    await until(() => laptop.messages.length === 1 && tv.messages.length === 1);
    const changedAt = performance.now();
    server.feed.callerMore();
    await until(() => laptop.messages.length === 2 && tv.messages.length === 2);
    expect(performance.now() - changedAt).toBeLessThan(40);

    const changing = setInterval(() => server.feed.callerMore(), 4);
    await sleep(2_000);
    clearInterval(changing);
    await sleep(300); // the last ones are on their way
    expect(laptop.messages.length - 2).toBeLessThanOrEqual(41);
    expect(laptop.messages.length - 2).toBeGreaterThan(20);
    expect(tv.messages.length - 2).toBeLessThanOrEqual(9);
    expect(tv.messages.length - 2).toBeGreaterThanOrEqual(6);
    expect(laptop.shown()).toEqual(server.main());
    expect(tv.shown()).toEqual(server.main());
  });

  test("the feed is asked once a change, however many screens watch", async () => {
    const server = await start();
    const screens = await Promise.all(Array.from({ length: 20 }, () => server.screen()));
    await Promise.all(screens.map((screen, index) => screen.watch(MAIN_BOARD, null, index % 2 ? "tv" : "laptop")));
    expect(server.feed.asked()).toBe(1);
    server.feed.callerMore();
    await until(() => screens.every((screen) => revisionOf(screen) === 2));
    expect(server.feed.asked()).toBe(2);
  });
});
