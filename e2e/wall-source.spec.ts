import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { systemClock } from "../server/clock";
import { amiEvent, callFields, type FakeEntry, type FakeModel } from "../server/sources/asterisk/testing/ami-text";
import { startFakeAsterisk, type FakeAsterisk } from "../server/sources/asterisk/testing/fake-asterisk";
import { makeSite, removeSite, siteAt, startPickup, type Pickup, type Site } from "./harness";
import { watchPage } from "./page-watch";
import { awaitWall, expectWallEqualsSnapshot, secondsOf, type WallReading } from "./wall-page";

let asterisk: FakeAsterisk;
let site: Site;
let pickup: Pickup;

const caller = (number: number, waitS: number): FakeEntry => ({
  uniqueid: `1795324900.${number}`,
  channel: `PJSIP/trunk-0000000${number}`,
  callerNumber: `+3512155500${number}0`,
  callerName: `Caller ${number}`,
  waitS,
});

const withWaiting = (...entries: FakeEntry[]): FakeModel => ({
  queues: [
    {
      name: "support",
      members: [
        { name: "Ana Souza", location: "PJSIP/1001", status: 1 },
        { name: "Léo Brandão", location: "PJSIP/1002", status: 2, inCall: true },
      ],
      entries,
    },
  ],
  channels: entries.map((entry) => ({
    uniqueid: entry.uniqueid,
    linkedid: entry.uniqueid,
    channel: entry.channel,
    callerNumber: entry.callerNumber,
    application: "Queue",
    applicationData: "support",
    bridgeId: "",
  })),
});

test.beforeEach(async ({ context }) => {
  asterisk = await startFakeAsterisk({ clock: systemClock });
  asterisk.model = withWaiting(caller(1, 20), caller(2, 5));
  site = await makeSite(
    [
      `${siteAt()}sources:`,
      `  - { id: pbx, kind: asterisk-ami, host: 127.0.0.1, port: ${asterisk.port}, username: pickup, secret: "\${AMI_SECRET}" }`,
      "queues:",
      "  - { id: support, name: Support }",
      "",
    ].join("\n"),
  );
  pickup = await startPickup(site, { AMI_SECRET: "right secret" });
  await pickup.signIn(context);
});
test.afterEach(async () => {
  await pickup.stop();
  removeSite(site);
  await asterisk.close();
});

const showsWaiting =
  (count: string) =>
  (wall: WallReading): boolean =>
    !wall.stale && wall.figures["waiting"] === count;

test("a caller who joins is on the wall within a second, and the longest wait ticks", async ({ page }) => {
  const watch = watchPage(page);
  await page.goto(`${pickup.url}/wall`);
  const first = await awaitWall(page, "two waiting", showsWaiting("2"));
  const third = caller(3, 0);
  asterisk.say(
    amiEvent("QueueCallerJoin", "agent", systemClock.nowMs(), {
      ...callFields(third),
      Queue: "support",
      Position: 3,
      Count: 3,
    }),
  );
  await awaitWall(page, "three waiting", showsWaiting("3"), 1_000);
  await expectWallEqualsSnapshot(page, pickup);
  const longest = secondsOf(first.figures["longestWait"]) ?? Number.NaN;
  expect(longest).toBeGreaterThanOrEqual(20);
  const isLonger = (wall: WallReading): boolean => (secondsOf(wall.figures["longestWait"]) ?? 0) >= longest + 2;
  await awaitWall(page, "a longer wait", isLonger, 3_500);
  watch.expectQuiet();
});

test("[UN3] a source that is cut looks stale within 12 s and stops counting; [UN4] back again it is right", async ({
  page,
}) => {
  const watch = watchPage(page);
  await page.goto(`${pickup.url}/wall`);
  await awaitWall(page, "two waiting", showsWaiting("2"));
  await asterisk.stopListening();
  await awaitWall(page, "the stale look", (wall) => wall.stale, 12_000);
  const stopped = await awaitWall(page, "a clock", () => true);
  await delay(2_500);
  const later = await awaitWall(page, "a clock", () => true);
  expect(later.figures).toEqual(stopped.figures);
  expect(later.queues).toEqual(stopped.queues);
  expect(later.secondMark).not.toBe(stopped.secondMark);
  await expect(page.getByText(/No live data since \d\d:\d\d:\d\d/).first()).toBeVisible();

  asterisk.model = withWaiting(caller(2, 25), caller(4, 8), caller(5, 3));
  await asterisk.listen();
  await awaitWall(page, "three waiting", showsWaiting("3"), 20_000);
  await expectWallEqualsSnapshot(page, pickup);
  const board = await pickup.snapshot();
  expect(board.total.today.unknown).toBe(1);
  expect(board.gaps).toHaveLength(1);
  watch.expectQuiet();
});
