import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AccountView, AuditLine, AuditPage, TokenView } from "../../lib/access/access-types";
import type { BoardSnapshot } from "../../lib/metrics/snapshot-types";
import { plainId, shownName } from "../../lib/names/names";
import { runCli } from "../../server/cli/main-cli";
import { captureIo } from "../../server/cli/testing/captured-io";
import { systemClock } from "../../server/clock";
import type { Browser } from "../../server/http/testing/browser";
import type { Who } from "../../server/http/testing/cast";
import { type FakeAsterisk, startFakeAsterisk } from "../../server/sources/asterisk/testing/fake-asterisk";
import { timeZoneAt, until } from "../harness";
import { browserOf, layOut } from "../privacy/canary-site";
import { HOSTILE, MODEL, QUEUES, UNSHOWN } from "./hostile";
import { brokenMessages, hostileHour } from "./hostile-calls";

const PLAIN = "plain";
/** All that is ever said to Asterisk, line by line. */
const SAID = /^(Action|ActionID|AuthType|Username|Key|Events|EventMask|Queue|Member): [ -~]*$/;
const ASKED = new Set([
  "Challenge",
  "Login",
  "Events",
  "QueueStatus",
  "QueueSummary",
  "CoreShowChannels",
  "Ping",
  "Logoff",
]);

/** A name cut and cleaned by the eye of the test, not by the product's. */
const graphemes = (text: string): number => [...new Intl.Segmenter("en").segment(text)].length;

const config = (port: number): string => `
site: { name: ${JSON.stringify(HOSTILE.get("override"))}, timeZone: ${timeZoneAt()} }
sources: [{ id: pbx, kind: asterisk-ami, host: 127.0.0.1, port: ${port}, username: pickup, secret: right secret }]
queues:
  - { id: ${PLAIN} }
  - { id: __proto__, name: ${JSON.stringify(HOSTILE.get("markup"))} }
  - { id: constructor, name: ${JSON.stringify(`${HOSTILE.get("escape")}\r\n\u2028x`)} }
boards: [{ id: main, name: ${JSON.stringify(HOSTILE.get("script"))}, agentNames: full }, { id: odd, queues: [__proto__, toString] }]
`;

describe("names that mean no good, end to end", () => {
  let asterisk: FakeAsterisk;
  let folder = "";
  let as: (who: Who) => Browser;
  const said: string[] = [];
  const say = (text: string): void => void said.push(text);
  const stopping = new AbortController();
  let ended: Promise<number>;

  const board = async (who: Who = "supervisor", id = "main"): Promise<BoardSnapshot> => {
    const { status, json } = await as(who).get(`/api/v1/boards/${id}/snapshot`);
    expect(status).toBe(200);
    return json as BoardSnapshot;
  };

  beforeAll(async () => {
    asterisk = await startFakeAsterisk({ clock: systemClock });
    asterisk.model = MODEL;
    const laid = await layOut(asterisk.port);
    ({ folder } = laid);
    writeFileSync(path.join(folder, "pickup.config.yaml"), config(asterisk.port));
    const io = captureIo({ cwd: folder, env: { PORT: "0" }, signal: stopping.signal, err: say, out: say });
    ended = runCli(["serve"], io);
    const port = await until("it listens", () => /localhost:(\d+)/.exec(said.join("\n"))?.[1] ?? null);
    as = (who) => browserOf(laid.cast, Number(port), who);
    await until("it is live", async () => ((await as("admin").get("/readyz")).text.includes('"live"') ? true : null));
    asterisk.say(hostileHour(systemClock.nowMs()));
    asterisk.say(brokenMessages(systemClock.nowMs(), PLAIN));
    await until("the last caller waits", async () => ((await board()).total.waiting === QUEUES.length ? true : null));
    await until("who broke out has left", async () =>
      (await board()).queues.some(({ queueId, today }) => queueId === PLAIN && today.abandoned === 3) ? true : null,
    );
  }, 30_000);
  afterAll(async () => {
    stopping.abort();
    await ended;
    await asterisk.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("[NM2] the figures of each queue are its own, whatever it is called", async () => {
    const { queues, total } = await board();
    const rows = new Map(queues.map((row) => [String(row.queueId), row]));
    for (const queue of QUEUES) {
      const id = plainId(queue);
      const row = rows.get(id);
      const { offered, answered, abandoned, unknown } = row?.today ?? {};
      expect([id.slice(0, 40), offered, answered, abandoned, unknown, row?.waiting]).toEqual([
        id.slice(0, 40),
        3,
        1,
        1,
        0,
        1,
      ]);
    }
    expect(queues).toHaveLength(QUEUES.length + 1);
    expect(total.today).toMatchObject({ offered: 3 * QUEUES.length + 3, answered: QUEUES.length, unknown: 0 });
  });

  it("[NM1] no name that is told holds what cannot be seen, or is longer than 64 characters", async () => {
    const { queues, people, boardName, site } = await board();
    const desk = await as("supervisor").get("/api/v1/boards/main/desk");
    const agents = (desk.json as { agents: readonly { name: string; reason: string | null }[] }).agents;
    const reasons = [...Object.values(people), ...agents].flatMap(({ reason }) => (reason === null ? [] : [reason]));
    const names = [...queues, ...Object.values(people), ...agents].map(({ name }) => name);
    expect(reasons.length).toBeGreaterThan(5);
    for (const name of [...names, ...reasons, boardName, site.name]) {
      expect(name).not.toMatch(UNSHOWN);
      expect(graphemes(name)).toBeLessThanOrEqual(64);
      expect(name).not.toMatch(/\p{M}{5}/u);
    }
    expect(Object.keys(people)).toHaveLength(QUEUES.length);
    for (const name of HOSTILE.values()) {
      const shown = shownName(plainId(name));
      if (shown !== "") expect(Object.values(people).map((person) => person.name)).toContain(shown);
    }
  });

  it("[NM2] one who leads a queue that is called so sees it, and it alone", async () => {
    const admin = as("admin");
    for (const queue of [
      "__proto__",
      "constructor",
      "toString",
      HOSTILE.get("override") ?? "",
      HOSTILE.get("markup") ?? "",
    ]) {
      const lead = { name: `lead ${queue.slice(0, 20)}`, role: "lead", queueIds: [queue], seesNumbers: false };
      const made = await admin.post("/api/v1/accounts", { ...lead, password: "sturdy-oak-bridge-41" });
      expect(made.status).toBe(201);
      expect((made.json as AccountView).queueIds).toEqual([queue]);
      const browser = as("nobody");
      const signedIn = await browser.post("/api/v1/session", { name: lead.name, password: "sturdy-oak-bridge-41" });
      expect(signedIn.status).toBe(200);
      const { json } = await browser.get("/api/v1/boards/main/snapshot");
      expect((json as BoardSnapshot).queues.map(({ queueId }) => queueId)).toEqual([queue]);
    }
    const { queues } = await board("supervisor", "odd");
    expect(queues.map(({ queueId, today }) => [queueId, today.offered])).toEqual([
      ["__proto__", 3],
      ["toString", 3],
    ]);
  });

  it("[NM1] [AC33] names of accounts, tokens and displays are cleaned or refused, and each act is one line of the trail", async () => {
    const admin = as("admin");
    for (const name of HOSTILE.values()) {
      const account = { name, role: "analyst", queueIds: null, seesNumbers: false, password: "sturdy-oak-bridge-41" };
      const made = [
        await admin.post("/api/v1/tokens", { name, scope: "read" }),
        await admin.post("/api/v1/accounts", account),
        await as("nobody").post("/api/v1/session", { name, password: "wrong, of course" }),
      ];
      for (const { status, text } of made) {
        expect([200, 201, 400, 401, 409, 422, 429]).toContain(status);
        expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]|\p{Cc}/u);
      }
    }
    const { tokens } = (await admin.get("/api/v1/tokens")).json as { tokens: readonly TokenView[] };
    const { accounts } = (await admin.get("/api/v1/accounts")).json as { accounts: readonly AccountView[] };
    expect(tokens.length).toBeGreaterThan(12);
    for (const { name } of [...tokens, ...accounts]) {
      expect(name).not.toMatch(UNSHOWN);
      expect(graphemes(name)).toBeLessThanOrEqual(64);
    }
    const { text } = await admin.get("/api/v1/audit-trail/export");
    const page = (await admin.get("/api/v1/audit-trail?limit=1")).json as AuditPage;
    const lines = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as AuditLine);
    expect(page.intact).toBe(true);
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, index) => (lines[0]?.seq ?? 0) + index));
    for (const { actor, subject, detail } of lines) {
      expect(`${actor.name}${subject ?? ""}${detail ?? ""}`).not.toMatch(UNSHOWN);
    }
    for (const line of text.trimEnd().split("\n")) expect(line).not.toMatch(UNSHOWN);
  });

  it("[NM3] what was complained of is one line each, and no terminal obeys it", () => {
    expect(said.join("\n")).toMatch(/a line longer than 8 kB/);
    expect(said.join("\n")).toMatch(/neither an event nor an answer/);
    expect(said.join("\n")).toMatch(/QueueCallerJoin without a call or a queue/);
    for (const line of said) expect(line).not.toMatch(UNSHOWN);
  });

  it("Asterisk is told nothing of it: what we say is asked by us, line by line", () => {
    expect(asterisk.actions.length).toBeGreaterThan(3);
    for (const { name, text } of asterisk.actions) {
      expect(ASKED).toContain(name);
      for (const line of text.split("\r\n")) expect(line).toMatch(SAID);
      expect(text.match(/^Action: /gm)).toHaveLength(1);
    }
  });
});

it("[NM2] an id with a line break in the configuration is refused, with its line", async () => {
  const { folder } = await layOut(1);
  for (const [written, place] of [
    ['queues: [{ id: "sales\\r\\nAction: QueueReset" }]', "queues[0].id"],
    ['boards: [{ id: odd, queues: ["sales\\u001b[1m"] }]', "boards[0].queues[0]"],
  ] as const) {
    writeFileSync(path.join(folder, "pickup.config.yaml"), `sources: [{ id: a, kind: simulator }]\n${written}\n`);
    const io = captureIo({ cwd: folder, env: { PORT: "0" } });
    expect(await runCli(["serve"], io)).toBe(1);
    expect(io.errLines.join("\n")).toContain(`:2 ${place}: expected a text of up to 200 characters without control`);
    expect(io.errLines.join("\n")).not.toMatch(/\p{Cc}(?<!\n)/u);
  }
  rmSync(folder, { recursive: true });
});
