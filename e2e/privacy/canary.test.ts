import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { captureIo } from "../../server/cli/testing/captured-io";
import { runCli } from "../../server/cli/main-cli";
import { EVERYBODY, type Who } from "../../server/http/testing/cast";
import { until } from "../harness";
import { CANARY, canariesIn } from "./canaries";
import { AGENT_OUTSIDE, canaryMorning, gapLines, KEPT, MODEL } from "./canary-calls";
import { type CanarySite, startCanarySite } from "./canary-site";
import {
  backUp,
  contactsSeenBy,
  filesIn,
  listenIn,
  revealAll,
  sealedIn,
  settled,
  stillIn,
  sweepAnswers,
  sweepFiles,
  type Wire,
} from "./sweep";

/** Whoever is told a number when asking for it. */
const MAY_REVEAL: ReadonlySet<Who> = new Set(["supervisor", "lead", "lead of another queue", "admin with numbers"]);
/** The callers of the day: of one who withheld his number nobody knows. */
const CONTACTS = KEPT.length + 1;

describe("callers' numbers put in through AMI", () => {
  let site: CanarySite;
  const wires = new Map<Who, Wire>();

  beforeAll(async () => {
    site = await startCanarySite();
    for (const who of EVERYBODY) {
      const wire = await listenIn(site.port, site.as(who));
      if (wire !== null) wires.set(who, wire);
    }
    site.asterisk.say(canaryMorning(Date.now()));
    await settled(site.as("supervisor"), CONTACTS - 1);
    site.asterisk.model = { ...MODEL, queues: MODEL.queues.map((queue) => ({ ...queue, entries: [] })) };
    await site.asterisk.stopListening();
    await sleep(1_100);
    appendFileSync(path.join(site.folder, "queue_log"), gapLines(Date.now() - 1_000));
    await sleep(1_100);
    await site.asterisk.listen();
    await settled(site.as("supervisor"), CONTACTS);
  }, 60_000);
  afterAll(async () => {
    for (const wire of wires.values()) wire.close();
    await site.remove();
  });

  it("[PV4] arrived: who may see them is told each one when asking for it, and the audit trail its end", async () => {
    const told = await revealAll(site.as("supervisor"));
    const numbers = told.filter(({ status }) => status === 200).map(({ number }) => number);
    expect(numbers.toSorted()).toEqual(KEPT.toSorted());
    expect(told.filter(({ status }) => status !== 200)).toEqual([{ status: 404, number: "" }]);
    const trail = await site.as("admin").get("/api/v1/audit-trail?limit=100");
    for (const number of KEPT) expect(trail.text).toContain(`caller •••${number.slice(-4)}`);
  });

  it("[PV1] stand in nothing that anybody is answered or told, the reveal alone excepted", async () => {
    for (const who of EVERYBODY) expect(await sweepAnswers(who, site.as(who))).toEqual([]);
    expect([...wires.keys()]).toEqual(expect.arrayContaining(["display", "lead", "analyst", "token:read"]));
    for (const [who, wire] of wires) {
      if (who === "display") expect(wire.frames()).toContain('\\"queues\\"');
      expect(canariesIn(`socket of ${who}`, wire.frames())).toEqual([]);
    }
  });

  it("[PV4] are told to nobody without the right, and to a lead of his own queues only", async () => {
    const key = (await contactsSeenBy(site.as("supervisor")))[0]?.key ?? "";
    for (const who of EVERYBODY.filter((each) => !MAY_REVEAL.has(each))) {
      const { status, text } = await site.as(who).post("/api/v1/contacts/number", { board: "main", key });
      expect([who, [401, 403].includes(status)]).toEqual([who, true]);
      expect(canariesIn(who, text)).toEqual([]);
    }
    const other = await site.as("lead of another queue").post("/api/v1/contacts/number", { board: "main", key });
    expect(other.status).toBe(404);
  });

  it("[PV2] stand nowhere in the log, though much was complained of, each in one line", () => {
    expect(site.printed()).toMatch(/QueueCallerJoin without a call or a queue/);
    expect(site.printed()).toMatch(/a line longer than 8 kB/);
    expect(site.printed()).toMatch(/a message longer than 64 kB/);
    expect(site.printed()).toMatch(/neither an event nor an answer/);
    expect(canariesIn("log", site.printed())).toEqual([]);
  });

  it("[PV4] stand in the clear in no file and no backup while it runs", () => {
    const backup = mkdtempSync(path.join(tmpdir(), "pickup-canary-backup-"));
    backUp(site.dataDir, backup);
    expect([...filesIn(site.dataDir).keys()]).toEqual(expect.arrayContaining(["callers.db", "caller-numbers.key"]));
    expect(sweepFiles(site.dataDir)).toEqual([]);
    expect(sweepFiles(backup)).toEqual([]);
    expect(stillIn(backup, sealedIn(site.dataDir))).toBeGreaterThan(KEPT.length);
    rmSync(backup, { recursive: true });
  });

  it("an agent's own telephone is the centre's, and stays his name where he has no other", async () => {
    const desk = await site.as("supervisor").get("/api/v1/boards/main/desk");
    expect(desk.text).toContain(AGENT_OUTSIDE);
  });

  it("[PV6] who is erased while it runs is gone: 410 for who asks, and nothing sealed of him on the disk or in a backup", async () => {
    const before = sealedIn(site.dataDir);
    const erase = captureIo({ cwd: site.folder });
    for (const number of [CANARY.answered, CANARY.spaced, CANARY.inGap]) {
      expect(await runCli(["privacy", "erase", number], erase)).toBe(0);
    }
    const left = sealedIn(site.dataDir);
    const gone = before.filter((bytes) => !left.some((kept) => kept.equals(bytes)));
    expect(gone).toHaveLength(9);
    expect(canariesIn("erase", [...erase.outLines, ...erase.errLines].join("\n"))).toEqual([]);
    const told = await revealAll(site.as("supervisor"));
    expect(told.filter(({ status }) => status === 410)).toHaveLength(3);
    expect(told.filter(({ status }) => status === 200)).toHaveLength(KEPT.length - 3);
    const backup = mkdtempSync(path.join(tmpdir(), "pickup-canary-backup-"));
    backUp(site.dataDir, backup);
    expect(stillIn(site.dataDir, gone)).toBe(0);
    expect(stillIn(backup, gone)).toBe(0);
    expect([sweepFiles(site.dataDir), sweepFiles(backup)]).toEqual([[], []]);
    rmSync(backup, { recursive: true });
  });

  const breaks = async (what: "throw" | "reject"): Promise<void> => {
    const from = site.printed().length;
    site.misbehave(what, CANARY.complained);
    expect(await site.ended()).toBe(1);
    const said = site.printed().slice(from);
    expect(said.trimEnd().split("\n").at(-1)).toMatch(
      /^pickup: this should not have happened: Error: .*misbehave\.mjs/,
    );
    expect(said.match(/this should not have happened/g)).toHaveLength(1);
    expect(canariesIn(what, said)).toEqual([]);
    expect(sweepFiles(site.dataDir)).toEqual([]);
  };

  it("[PV2] a server that breaks with a number in its hands says what broke, in one line, and not whose it was", async () => {
    await breaks("throw");
    await site.start();
    await breaks("reject");
    await site.start();
  });

  it("stand nowhere after it has stopped, in files or in what it said", async () => {
    expect(await site.ended("SIGTERM")).toBe(0);
    expect(sweepFiles(site.dataDir)).toEqual([]);
    expect(canariesIn("log", site.printed())).toEqual([]);
    for (const line of site.printed().split("\n")) expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
  });

  it("would be found: what leaks on purpose is, in the log, in a file and in an answer", async () => {
    await site.start();
    site.misbehave("leak", CANARY.waiting);
    await until("it said so", () => (site.printed().includes("plainly said") ? true : null));
    expect(canariesIn("log", site.printed())).toHaveLength(1);
    mkdirSync(path.join(site.folder, "leak"));
    writeFileSync(path.join(site.folder, "leak/events.db-wal"), Buffer.from(`\0${CANARY.waiting}\0`, "utf16le"));
    expect(sweepFiles(path.join(site.folder, "leak"))).toHaveLength(1);
    const key = (await contactsSeenBy(site.as("supervisor"))).find(
      ({ caller }) => caller.kind === "number" && CANARY.waiting.endsWith(caller.tail),
    )?.key;
    const answer = await site.as("supervisor").post("/api/v1/contacts/number", { board: "main", key });
    expect(canariesIn("reveal", answer.text)).toHaveLength(1);
  });
});
