import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { KeptEvent } from "../../lib/events";
import { agentId, type CallerAlias, contactId, queueId, sourceId } from "../../lib/vocabulary";
import { openAccess } from "../access/open-access";
import type { CallerVault } from "../callers/caller-vault";
import { openCallerVault } from "../callers/open-vault";
import { READS_INTERNATIONAL } from "../callers/rules/normal-number";
import { DAY_MS } from "../callers/rules/retention";
import { vaultPlaceOf } from "../callers/vault-place";
import { ANNA, BEN, calls } from "../callers/testing/vault-contract";
import { openSqliteStore } from "../store/sqlite";
import type { EventStore, NewEvent } from "../store/store";
import { answeredVisit } from "../store/testing/visits-contract";
import { runCli } from "./main-cli";
import { captureIo } from "./testing/captured-io";

const NINE_MS = Date.UTC(2026, 10, 23, 9);
const NOW_MS = NINE_MS + 3_600_000;
const clock = { nowMs: () => NOW_MS };
/** The secret stands in the surroundings of the server, not in those of whoever types. */
const CONFIG =
  'sources: [{ id: pbx, kind: asterisk-ami, host: pbx, username: u, secret: "${AMI_SECRET}" }]\nqueues: [{ id: sales, name: Sales }]\n';

let cwd = "";
let dataDir = "";
/** What a running server holds open. */
let vault: CallerVault;
let store: EventStore;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "pickup-privacy-test-"));
  dataDir = join(cwd, "data");
  writeFileSync(join(cwd, "pickup.config.yaml"), CONFIG);
  const opened = openCallerVault({
    ...vaultPlaceOf({ dataDir, keyFile: null }),
    numbersKeptDays: 30,
    numbers: READS_INTERNATIONAL,
    clock,
  });
  if (opened.kind === "refused") throw new Error(opened.message);
  const log = openSqliteStore({ path: join(dataDir, "events.db"), vault: opened.vault });
  if (log.kind === "refused") throw new Error(log.message);
  [vault, store] = [opened.vault, log.store];
});
afterEach(async () => {
  await store.close();
  vault.close();
  rmSync(cwd, { recursive: true, force: true });
});

async function privacy(...args: string[]) {
  const io = captureIo({ cwd, clock });
  const code = await runCli(["privacy", ...args], io);
  return { code, out: io.outLines, err: io.errLines };
}

function trail(): readonly string[] {
  const opened = openAccess({ path: join(dataDir, "access.db"), clock, log: () => {} });
  if (opened.kind === "refused") throw new Error(opened.message);
  const lines = Array.from(opened.access.auditTrail.all());
  opened.access.close();
  return lines.map(({ actor, act, subject, detail }) => [actor.kind, act, subject, detail].join(" | "));
}

const told = (contact: string, atMs: number, event: Partial<KeptEvent>): NewEvent => ({
  sourceId: sourceId("pbx"),
  sourceKey: `${contact} ${event.type} ${atMs}`,
  atMs,
  receivedAtMs: atMs,
  event: { queueId: queueId("sales"), contactId: contactId(contact), stay: 1, ...event } as KeptEvent,
});
const offered = (contact: string, atMs: number, caller: CallerAlias) =>
  told(contact, atMs, { type: "contact.offered", channel: "voice", caller, via: "direct" });

/** Anna called 300 and 401 days ago and twice today, the last time she still waits; Ben called today. */
async function aDay(): Promise<{ readonly anna: CallerAlias; readonly ben: CallerAlias }> {
  const anna = calls(vault, ANNA, NINE_MS - 10 * DAY_MS);
  calls(vault, ANNA, NINE_MS);
  const ben = calls(vault, BEN, NINE_MS);
  const past = [
    answeredVisit("long-ago", -300 * DAY_MS, { caller: anna }),
    answeredVisit("too-long-ago", -401 * DAY_MS, { caller: anna }),
  ];
  await store.saveFold({ seq: 0, version: "of another form", text: "" }, { visits: past, replaces: null });
  await store.append([
    offered("a", NINE_MS, anna),
    told("a", NINE_MS + 20_000, { type: "contact.answered", agentId: agentId("PJSIP/101") }),
    offered("b", NINE_MS + 60_000, ben),
    told("b", NINE_MS + 90_000, { type: "contact.abandoned" }),
    offered("c", NOW_MS - 30_000, anna),
  ]);
  return { anna, ben };
}

describe("pickup privacy export", () => {
  it("[PV7] prints all that is kept of one caller and nothing of others, while the server runs, and writes that down", async () => {
    await aDay();
    const { code, out, err } = await privacy("export", " +4930900174711 ");
    expect({ code, err }).toEqual({ code: 0, err: ["3 contacts of caller •••4711 found."] });
    const answered = { queue: "sales", queueName: "Sales", source: "pbx", outcome: "answered", reason: null };
    expect(JSON.parse(out.join("\n"))).toEqual({
      number: "+4930900174711",
      name: "Anna Ek",
      numberEnd: "4711",
      firstHeardOn: "2026-11-13",
      lastHeardOn: "2026-11-23",
      visits: [
        {
          ...answered,
          contact: "c",
          arrivedAt: "2026-11-23T09:59:30.000Z",
          outcome: "waiting",
          outcomeAt: null,
          waitMs: null,
          talkMs: null,
        },
        {
          ...answered,
          contact: "a",
          arrivedAt: "2026-11-23T09:00:00.000Z",
          outcomeAt: "2026-11-23T09:00:20.000Z",
          waitMs: 20_000,
          talkMs: null,
        },
        {
          ...answered,
          contact: "long-ago",
          arrivedAt: "2026-01-27T09:00:00.000Z",
          outcomeAt: "2026-01-27T09:00:20.000Z",
          waitMs: 20_000,
          talkMs: 60_000,
        },
      ],
    });
    expect(trail()).toEqual(["command-line | caller-exported | caller •••4711 | 3 contacts"]);
  });

  it("[PV7] says what is left of a number that is too old to be kept", async () => {
    await aDay();
    vault.expire(NINE_MS + 31 * DAY_MS);
    const { code, out } = await privacy("export", "+4930900174711");
    expect(code).toBe(0);
    expect(JSON.parse(out.join("\n"))).toMatchObject({ number: null, name: null, numberEnd: "4711" });
  });

  it("[PV7] a log that cannot be read is no empty answer", async () => {
    await aDay();
    await store.close();
    writeFileSync(join(dataDir, "events.db"), "no database\n".repeat(500));
    const { code, out, err } = await privacy("export", "+4930900174711");
    expect([code, out]).toEqual([1, []]);
    expect(err.join()).toMatch(/^pickup privacy: The event log .*events\.db cannot be read: it is damaged/);
    expect(trail()).toEqual([]);
  });
});

describe("pickup privacy erase", () => {
  it("[PV6] forgets who called; the running server knows at the next call, the contacts stay, and it is written down", async () => {
    const { anna, ben } = await aDay();
    expect(await privacy("erase", "+4930900174711")).toEqual({
      code: 0,
      out: [
        "Erased of caller •••4711: number, name, the number's end, and when it was first and last heard.",
        "In all totals and lists 3 contacts stay, under a name that leads nowhere.",
      ],
      err: [],
    });
    expect([vault.reveal(anna), vault.endOf(anna), vault.reveal(ben)]).toEqual([null, null, BEN]);
    expect(calls(vault, ANNA, NOW_MS)).not.toBe(anna);
    expect(await store.visitsOf(anna, 0)).toHaveLength(2);
    expect(trail()).toEqual(["command-line | caller-erased | caller •••4711 | 3 contacts stay in the totals"]);
  });

  it("[PV6] the number stands in no file afterwards, the audit trail included", async () => {
    await aDay();
    await privacy("export", "+4930900174711");
    await privacy("erase", "+4930900174711");
    const files = readdirSync(dataDir).map((name) => readFileSync(join(dataDir, name), "latin1"));
    for (const text of files) for (const canary of ["900174711", "Anna Ek"]) expect(text.includes(canary)).toBe(false);
  });

  it("[PV6] does not need the log", async () => {
    await aDay();
    await store.close();
    writeFileSync(join(dataDir, "events.db"), "no database\n".repeat(500));
    const { code, out, err } = await privacy("erase", "+4930900174711");
    expect([code, out[1]]).toEqual([0, "In all totals and lists its contacts stay, under a name that leads nowhere."]);
    expect(err.join()).toContain("they were not counted: The event log");
    expect(vault.find("+4930900174711")).toBeNull();
  });
});

it.each(["export", "erase"])("[PV7] %s is not done where the audit trail takes no line", async (act) => {
  const { anna } = await aDay();
  trail();
  const other = new Database(join(dataDir, "access.db"));
  other.exec("BEGIN IMMEDIATE");
  const { code, out, err } = await privacy(act, "+4930900174711");
  other.exec("ROLLBACK");
  other.close();
  const why = "the audit trail cannot be written (database is locked)";
  expect({ code, out, err }).toEqual({
    code: 1,
    out: [],
    err: [`pickup privacy: caller •••4711 was not ${act === "erase" ? "erased" : "exported"}: ${why}`],
  });
  expect([vault.reveal(anna), trail()]).toEqual([ANNA, []]);
});

describe("pickup privacy", () => {
  it.each(["export", "erase"])("[PV7] %s of a number that nobody called from says so, and exits 1", async (act) => {
    await aDay();
    for (const number of ["030900174711", "+493090017471", "1"]) {
      const { code, out, err } = await privacy(act, number);
      expect([code, out]).toEqual([1, []]);
      expect(err.join()).toMatch(/^pickup privacy: nobody is known who called from this number \(caller •••\d*\)/);
      expect(err.join()).not.toContain(number.length > 4 ? number : "•••1");
    }
    expect(existsSync(join(dataDir, "access.db"))).toBe(false);
  });

  it("where there never were callers it says so, and makes nothing", async () => {
    const { code, err } = await (async () => {
      writeFileSync(join(cwd, "other.yaml"), CONFIG);
      const io = captureIo({ cwd, clock, env: { PICKUP_DATA_DIR: "empty" } });
      return {
        code: await runCli(["privacy", "erase", "+4930900174711", "--config", "other.yaml"], io),
        err: io.errLines,
      };
    })();
    expect(code).toBe(1);
    expect(err.join()).toContain(`There are no callers in ${join(cwd, "empty")} at all`);
    expect(existsSync(join(cwd, "empty"))).toBe(false);
  });

  it("without the key it says what to do", async () => {
    await aDay();
    rmSync(join(dataDir, "caller-numbers.key"));
    const { code, err } = await privacy("erase", "+4930900174711");
    expect(code).toBe(1);
    expect(err.join()).toContain("is not there. Put the right key back, or move");
  });

  it.each([
    [["forget", "1"], 'it takes export or erase, not "forget"'],
    [["erase"], "export or erase, and a NUMBER is missing"],
    [["erase", "  "], "the NUMBER is empty"],
    [["erase", "+49", "30"], 'what is "30" for?'],
  ])("asked wrongly, %j, it says how it is asked", async (args, problem) => {
    const { code, err } = await privacy(...args);
    expect([code, err.join()]).toEqual([2, expect.stringContaining(problem)]);
  });
});
