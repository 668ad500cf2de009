import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { MAIN_BOARD, boardId, queueId } from "../../../lib/vocabulary";
import type { Access, AccountChange, Doer } from "../../access/access";
import { openAccess } from "../../access/open-access";
import { systemClock } from "../../clock";
import { createTrustedProxies } from "../../http/asking/trusted-proxies";
import { createWhoAsks } from "../../http/asking/who-asks";
import { startBroadcaster, until, type Started } from "../testing/harness";
import { connectRaw } from "../testing/raw-client";

const DOER: Doer = { actor: { kind: "command-line", name: "root" }, address: null };
const PASSWORD = "correct horse battery";
const HERE = { address: "127.0.0.1" };
const DAY_MS = 86_400_000;

let folder = "";
let laterMs = 0;
let server: Started;
let access: Access;
/** The command line has the same books open. */
let commandLine: Access;

const clock = { nowMs: () => systemClock.nowMs() + laterMs };

function open(): Access {
  const passwordCost = { logN: 4, r: 1, p: 1 };
  const opened = openAccess({ path: join(folder, "access.db"), clock, passwordCost, log: () => undefined });
  if (opened.kind === "refused") throw new Error(opened.message);
  return opened.access;
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "pickup-revoked-"));
  laterMs = 0;
  access = open();
  commandLine = open();
  const trusted = createTrustedProxies([]);
  const whoAsks = createWhoAsks({ access, demo: false, isSetUp: () => true, trusted });
  server = await startBroadcaster({ access, whoAsks });
});
afterEach(async () => {
  await server.stop();
  access.close();
  commandLine.close();
  rmSync(folder, { recursive: true });
});

/** An open connection of somebody: what his upgrade shows, and his account, session or display. */
type Somebody = { readonly headers: Record<string, string>; readonly id: string; readonly sessionId: string };

async function aLead(): Promise<Somebody> {
  const lead = {
    name: "Lea",
    role: "lead",
    queueIds: [queueId("sales")],
    seesNumbers: false,
    password: PASSWORD,
  } as const;
  const made = await access.accounts.create(lead, DOER);
  if (made.kind === "refused") throw new Error(made.problem);
  const { token, principal } = access.sessions.open(made.account.id, HERE);
  if (principal.kind !== "person") throw new Error(principal.kind);
  return { headers: { cookie: `pickup_session=${token}` }, id: made.account.id, sessionId: principal.sessionId };
}

function aDisplay(): Somebody {
  const offered = access.displays.offerCode(HERE.address);
  if (offered === null) throw new Error("no code");
  const display = { name: "Hall", screenId: MAIN_BOARD };
  const paired = access.displays.pair(offered.pairing.code, display, DOER, "tests");
  if (paired.kind !== "paired") throw new Error(paired.problem);
  const { token } = access.displays.claim(offered.secret, HERE.address);
  return { headers: { cookie: `pickup_display=${token}` }, id: paired.display.id, sessionId: "" };
}

function aScript(): Somebody {
  const made = access.tokens.create({ name: "script", scope: "read" }, DOER);
  if (made.kind === "refused") throw new Error(made.problem);
  return { headers: { authorization: `Bearer ${made.secret}` }, id: made.token.id, sessionId: "" };
}

async function statusFor({ headers }: Somebody): Promise<number> {
  const client = await connectRaw(server.port, { headers: { Origin: `http://127.0.0.1:${server.port}`, ...headers } });
  client.socket.destroy();
  return Number(client.status.split(" ")[1]);
}

const changed = (change: AccountChange) => async (by: Access, who: Somebody) => {
  expect(await by.accounts.change(who.id, change, DOER)).toMatchObject({ kind: "changed" });
};

const ENDINGS: readonly (readonly [
  string,
  () => Somebody | Promise<Somebody>,
  (by: Access, who: Somebody) => unknown,
])[] = [
  ["a display that is let go", aDisplay, (by, { id }) => by.displays.revoke(id, DOER)],
  ["a person who signs out", aLead, (by, { sessionId }) => by.sessions.signOut(sessionId, DOER)],
  ["a person whose role changes", aLead, changed({ role: "analyst", queueIds: null })],
  ["a lead who gets another queue", aLead, changed({ queueIds: [queueId("support")] })],
  ["a person who gets another password", aLead, changed({ password: "another one altogether" })],
  ["an account that is disabled", aLead, changed({ disabled: true })],
  ["a token that is revoked", aScript, (by, { id }) => by.tokens.revoke(id, DOER)],
];

for (const [where, by] of [
  ["here", () => access],
  ["on the command line", () => commandLine],
] as const)
  test.each(ENDINGS)(`[AC43] ${where}: %s loses the open socket, and cannot come back`, async (_who, begin, end) => {
    const somebody = await begin();
    const screen = await server.screen(somebody.headers);
    expect(await screen.watch()).toMatchObject({ ok: true });
    await end(by(), somebody);
    const endedAt = performance.now();
    await until(() => !screen.socket.connected);
    expect(performance.now() - endedAt).toBeLessThan(2_000);
    expect(await statusFor(somebody)).toBe(401);
    expect(server.broadcaster.counters()).toMatchObject({ revoked: 1, refusedPrincipals: 1 });
  });

test("[AC43] a session that time ends loses its open socket by itself", async () => {
  const somebody = await aLead();
  const screen = await server.screen(somebody.headers);
  laterMs = DAY_MS;
  const endedAt = performance.now();
  await until(() => !screen.socket.connected);
  expect(performance.now() - endedAt).toBeLessThan(2_000);
  expect(await statusFor(somebody)).toBe(401);
});

test("[AC43] a display that shall show another board comes back with the same cookie, to that board alone", async () => {
  const display = aDisplay();
  const screen = await server.screen(display.headers);
  await screen.watch();
  access.displays.change(display.id, { screenId: boardId("sales") }, DOER);
  await until(() => !screen.socket.connected);
  const again = await server.screen(display.headers);
  expect(await again.watch()).toMatchObject({ ok: false });
  expect(await again.watch(boardId("sales"))).toMatchObject({ ok: true });
});

test("[AC46] the list of displays says which are connected, and where from", async () => {
  const { id, headers } = aDisplay();
  const its = () => access.displays.list().find((display) => display.id === id);
  expect(its()?.connected).toBe(false);
  const screen = await server.screen(headers);
  expect(its()).toMatchObject({ connected: true, lastAddress: "127.0.0.1" });
  screen.socket.close();
  await until(() => its()?.connected === false);
});
