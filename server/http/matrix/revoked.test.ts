import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Access } from "../../access/access";
import { systemClock } from "../../clock";
import { until } from "../../publish/testing/harness";
import { marksIn, NORD } from "./testing/floor";
import { type Office, openOffice } from "./testing/office";
import { type Guest, type Name, NOTHING, type Shown, TESTS } from "./testing/people";
import { openScreen, type RawScreen, SOCKET } from "./testing/raw-screen";
import { bytesOf, rawAnswer } from "./testing/raw-request";

const WITHIN_MS = 5_000;
const HOUR_MS = 3_600_000;
/** As often as a server looks. */
const POLL_MS = 500;

let office: Office;
let other: Access;
beforeAll(async () => {
  office = await openOffice({ pollMs: POLL_MS, startMs: systemClock.nowMs() });
  other = office.otherProcess();
});
afterAll(() => office.close());
const screens: RawScreen[] = [];
afterEach(() => {
  for (const { client } of screens.splice(0)) client.socket.destroy();
});

async function watching(who: Name): Promise<{ readonly guest: Guest; readonly screen: RawScreen }> {
  const guest = await office.newcomer(who);
  const screen = await openScreen(office, guest.shown);
  screens.push(screen);
  expect(await screen.watch(NORD.board)).toContain('"ok":true');
  return { guest, screen };
}

/** How long an open socket stays open, ms. */
async function lasts(screen: RawScreen): Promise<number> {
  const fromMs = performance.now();
  await until(() => !screen.isOpen());
  return performance.now() - fromMs;
}

/** Every way to come back with what one had. @returns those that led anywhere */
async function waysBack({ shown }: Guest, sid: string): Promise<readonly string[]> {
  const secret = `${shown.cookie ?? ""}${shown.authorization ?? ""}`.split(/[= ]/)[1] ?? "";
  const shows: readonly Shown[] = [shown, { ...shown, cookie: `${shown.cookie ?? ""}; io=${sid}` }, NOTHING];
  const queries = [
    "",
    `&sid=${sid}`,
    `&sid=${sid}&EIO=3`,
    `&token=${secret}&pickup_session=${secret}&pickup_display=${secret}`,
    `&pid=${sid}&offset=0`,
  ];
  const paths = [
    ...queries.map((query) => `${SOCKET}${query}`),
    `/socket.io/?EIO=3&transport=websocket&sid=${sid}`,
    `/socket.io/?transport=websocket&sid=${sid}`,
    `/socket.io/?EIO=4&transport=webtransport&sid=${sid}`,
  ];
  const upgrades = shows.flatMap((show) =>
    paths.map(async (path) => {
      const screen = await openScreen(office, show, { path });
      screens.push(screen);
      await screen.watch(NORD.board);
      return screen.status === 101 || marksIn(screen.told(), NORD).length > 0 ? `upgrade ${path}` : null;
    }),
  );
  const polls = shows.flatMap((show) =>
    ["GET", "POST"].flatMap((method) =>
      [`&sid=${sid}`, "", `&sid=${sid}&t=1&b64=1`].map(async (query) => {
        const path = `/socket.io/?EIO=4&transport=polling${query}`;
        const answer = await rawAnswer(office.port, bytesOf(office, { method, path }, show));
        return answer.status < 400 || marksIn(answer.all, NORD).length > 0 ? `${method} ${path}` : null;
      }),
    ),
  );
  const reads = shows.map(async (show) => {
    const path = `/api/v1/boards/${NORD.board}/snapshot`;
    const { status } = await rawAnswer(office.port, bytesOf(office, { method: "GET", path }, show));
    return status === 401 ? null : `GET ${path}: ${status}`;
  });
  return (await Promise.all([...upgrades, ...polls, ...reads])).flatMap((way) => way ?? []);
}

type Ending = readonly [string, Name, (by: Access, guest: Guest) => unknown];
const disabled = { disabled: true } as const;
const ENDINGS: readonly Ending[] = [
  ["a display that is revoked", "display", (by, { id }) => by.displays.revoke(id, TESTS)],
  ["a lead who is disabled", "lead", (by, { id }) => by.accounts.change(id, disabled, TESTS)],
  ["an admin who is made an analyst", "admin", (by, { id }) => by.accounts.change(id, { role: "analyst" }, TESTS)],
  ["an analyst who gets another password", "analyst", (by, { id }) => by.accounts.change(id, PASSWORD, TESTS)],
  ["a token that is revoked", "token:read", (by, { id }) => by.tokens.revoke(id, TESTS)],
];
const PASSWORD = { password: "calm-green-harbour-77" };

describe("[AC43] [AC69] [AC81] who loses his right loses his open socket, and no old id brings him back", () => {
  describe.each([
    ["by this server", () => office.access],
    ["by another that has the same books open", () => other],
  ] as const)("%s", (_by, by) => {
    it.each(ENDINGS)("%s", async (_what, who, end) => {
      const { guest, screen } = await watching(who);
      await end(by(), guest);
      expect(await lasts(screen)).toBeLessThan(WITHIN_MS);
      expect(await waysBack(guest, screen.sid())).toEqual([]);
    });
  });

  it("by the command line, a process of its own", async () => {
    const { guest, screen } = await watching("lead");
    const stays = await watching("display");
    const { name } = office.access.accounts.list().find(({ id }) => id === guest.id) ?? { name: "" };
    const root = fileURLToPath(new URL("../../..", import.meta.url));
    const child = spawn(process.execPath, ["--import", "tsx", "server/main.ts", "user", "disable", name], {
      cwd: root,
      env: { ...process.env, PICKUP_DATA_DIR: office.folder },
      stdio: ["ignore", "ignore", "inherit"],
    });
    const [code] = (await once(child, "exit")) as [number];
    expect(code).toBe(0);
    expect(await lasts(screen)).toBeLessThan(WITHIN_MS);
    expect(await waysBack(guest, screen.sid())).toEqual([]);
    expect(stays.screen.isOpen()).toBe(true);
  });

  it("[AC22] by time: after twelve hours without a request, and not a second before", async () => {
    const { guest, screen } = await watching("supervisor");
    const television = await watching("display");
    office.pass(12 * HOUR_MS - 1_000);
    await new Promise((resolve) => setTimeout(resolve, 2 * POLL_MS));
    expect(screen.isOpen()).toBe(true);
    office.pass(1_000);
    expect(await lasts(screen)).toBeLessThan(WITHIN_MS);
    expect(await waysBack(guest, screen.sid())).toEqual([]);
    expect(television.screen.isOpen()).toBe(true);
  });

  it("a lead whose queue is taken from him is told nothing more of it", async () => {
    const { guest, screen } = await watching("lead");
    await office.access.accounts.change(guest.id, { role: "analyst", queueIds: null }, TESTS);
    expect(await lasts(screen)).toBeLessThan(WITHIN_MS);
    const before = screen.told();
    await office.floor.callersMore();
    expect(screen.told()).toBe(before);
  });

  it("what was begun with a right that is lost before its last byte is not done", async () => {
    const { id, shown } = await office.newcomer("admin");
    const body = { name: "made too late", scope: "read" };
    const bytes = bytesOf(office, { method: "POST", path: "/api/v1/tokens", body }, shown);
    const before = await rawAnswer(office.port, bytes.replace("late", "soon"), () => undefined);
    expect(before.status).toBe(201);
    const { status } = await rawAnswer(office.port, bytes, () => office.access.accounts.change(id, disabled, TESTS));
    expect(status).toBe(401);
    expect(office.access.tokens.list().map(({ name }) => name)).not.toContain("made too late");
  });
});
