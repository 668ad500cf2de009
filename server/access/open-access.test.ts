import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openAccess } from "./open-access";
import { DEMO, NOBODY } from "./principal";
import { ADMINISTRATOR, openAccessDesk, PASSWORD, showing, type AccessDesk } from "./testing/opened-access";

const HOUR_MS = 3_600_000;

let folder = "";
let path = "";
const desks: AccessDesk[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pickup-access-"));
  path = join(folder, "access.db");
});
afterEach(() => {
  for (const { access } of desks.splice(0)) access.close();
  rmSync(folder, { recursive: true, force: true });
});

/** One process. */
function opened(): AccessDesk {
  const desk = openAccessDesk({ path });
  desks.push(desk);
  return desk;
}

/** How often it was told, from now on. */
function changesOf({ access }: AccessDesk): { count: number } {
  const told = { count: 0 };
  access.onChange(() => (told.count += 1));
  return told;
}

const until = async (isSo: () => boolean): Promise<boolean> => {
  for (let tries = 0; tries < 150 && !isSo(); tries++) await sleep(10);
  return isSo();
};

describe("whoever listens for changes", () => {
  it("[AC28] is told at once of what this process does to rights, once for each piece of work", async () => {
    const desk = opened();
    const ada = await desk.account({ name: "Ada", role: "admin" });
    const { principal } = await desk.signedIn("Ada");
    const told = changesOf(desk);
    await desk.access.accounts.change(ada, { seesNumbers: true }, ADMINISTRATOR);
    await Promise.resolve();
    expect(told.count).toBe(1);
    if (principal.kind === "person") desk.access.sessions.signOut(principal.sessionId, ADMINISTRATOR);
    // Its session ended with the change already: there was nothing to end.
    await Promise.resolve();
    expect(told.count).toBe(1);
    const created = desk.access.tokens.create({ name: "a", scope: "read" }, ADMINISTRATOR);
    if (created.kind === "created") desk.access.tokens.revoke(created.token.id, ADMINISTRATOR);
    await Promise.resolve();
    expect(told.count).toBe(2);
  });

  it("[AC28] is told within a second of what another process does", async () => {
    const server = opened();
    await server.account({ name: "Ada", role: "admin" });
    const ben = await server.account({ name: "Ben" });
    const { principal, token } = await server.signedIn("Ben");
    const commandLine = opened();
    const told = changesOf(server);
    await commandLine.access.accounts.change(ben, { disabled: true }, ADMINISTRATOR);
    expect(await until(() => told.count > 0)).toBe(true);
    expect(server.access.current(principal)).toEqual(NOBODY);
    expect(server.access.principalOf(showing({ session: token }))).toEqual(NOBODY);
    expect(server.lastLines(1)).toEqual(["person Ada | account-disabled | Ben"]);
  });

  it("[AC28] looks each half second without being asked to", async () => {
    const nobody = openAccess({ path, clock: { nowMs: () => 0 }, log: () => undefined });
    if (nobody.kind === "refused") throw new Error(nobody.message);
    let told = 0;
    nobody.access.onChange(() => (told += 1));
    opened().access.tokens.create({ name: "a", scope: "read" }, ADMINISTRATOR);
    expect(await until(() => told > 0)).toBe(true);
    nobody.access.close();
  });

  it("[AC28] is told when a session ends by the clock, to the second", async () => {
    const desk = opened();
    await desk.account({ name: "Ada", role: "admin" });
    const { principal } = await desk.signedIn("Ada");
    await sleep(50);
    const told = changesOf(desk);
    desk.at(12 * HOUR_MS - 1_000);
    await sleep(60);
    expect([told.count, desk.access.current(principal)]).toEqual([0, principal]);
    desk.at(12 * HOUR_MS);
    expect(await until(() => told.count > 0)).toBe(true);
    expect(desk.access.current(principal)).toEqual(NOBODY);
    desk.at(12 * HOUR_MS + 1_000);
    await sleep(60);
    expect(told.count).toBe(1);
  });

  it("is told no more once it stopped listening, or access is closed", async () => {
    const desk = opened();
    const told = { first: 0, second: 0 };
    const stop = desk.access.onChange(() => (told.first += 1));
    desk.access.onChange(() => (told.second += 1));
    stop();
    await desk.account({ name: "Ada", role: "admin" });
    expect(told).toEqual({ first: 0, second: 1 });
    desk.access.close();
    desk.access.close();
    await sleep(50);
    expect(told).toEqual({ first: 0, second: 1 });
  });
});

describe("access", () => {
  it("keeps everything over a restart but the windows of throttling", async () => {
    const before = opened();
    await before.account({ name: "Ada", role: "admin" });
    const { token } = await before.signedIn("Ada");
    for (let count = 0; count < 10; count++) await before.signIn("Ada", "not the password");
    expect((await before.signIn("Ada")).kind).toBe("throttled");
    before.access.close();
    const after = opened();
    expect(after.access.principalOf(showing({ session: token })).kind).toBe("person");
    expect((await after.signIn("Ada")).kind).toBe("signed-in");
  });

  it("[AC10] has no secret on the disk that would let anybody in", async () => {
    const desk = opened();
    await desk.account({ name: "Ada", role: "admin" });
    const { token, device } = await desk.signedIn("Ada");
    const created = desk.access.tokens.create({ name: "a", scope: "read" }, ADMINISTRATOR);
    const secrets = [token, device ?? "", PASSWORD, created.kind === "created" ? created.secret : ""];
    const files = ["", "-wal", "-shm"].map((end) => readFileSync(`${path}${end}`, "latin1")).join("");
    for (const secret of secrets) expect([secret !== "", files.includes(secret)]).toEqual([true, false]);
  });

  it("leaves those who are nobody, and the demonstration, as they are", () => {
    const { access } = opened();
    expect(access.principalOf(showing({}))).toEqual(NOBODY);
    expect([access.current(NOBODY), access.current(DEMO)]).toEqual([NOBODY, DEMO]);
  });

  it("is refused in one line when the file is none of ours", () => {
    writeFileSync(path, "no database at all, only text".repeat(100));
    const answer = openAccess({ path, clock: { nowMs: () => 0 }, log: () => undefined });
    expect(answer).toMatchObject({ kind: "refused", message: expect.stringContaining(path) });
  });
});
