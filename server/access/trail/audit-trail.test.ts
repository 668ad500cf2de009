import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { closeOwnDatabase } from "../../store/libsql/own-database";
import { inTransaction } from "../../store/libsql/transaction";
import { startChild } from "../../store/testing/child";
import type { Doer } from "../access";
import { openAccessDatabase } from "../store/open-database";
import type { AccessDatabase } from "../store/parts";
import { createAuditTrail, type PrunableAuditTrail } from "./audit-trail";
import { toNdjson } from "./ndjson";

const DAY_MS = 86_400_000;
const ANNA: Doer = { actor: { kind: "person", name: "Anna" }, address: "10.0.0.7" };

let folder = "";
let path = "";
let nowMs = 0;
let trail: PrunableAuditTrail;
let db: AccessDatabase;
const opened: AccessDatabase[] = [];

function open(): AccessDatabase {
  const answer = openAccessDatabase({ path });
  if (answer.kind === "refused") throw new Error(answer.message);
  opened.push(answer.db);
  return answer.db;
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pickup-trail-"));
  path = join(folder, "access.db");
  nowMs = 1_000_000;
  db = open();
  trail = createAuditTrail({ db, clock: { nowMs: () => nowMs } });
});
afterEach(() => {
  for (const one of opened.splice(0)) closeOwnDatabase(one);
  rmSync(folder, { recursive: true, force: true });
});

const write = (...subjects: readonly string[]): void => {
  for (const subject of subjects) trail.write({ ...ANNA, act: "account-created", subject, detail: null });
};
const read = (limit = 50, before: number | null = null) => trail.read({ before, limit });
const subjects = async (limit?: number) => (await read(limit)).lines.map(({ subject }) => subject);

describe("the audit trail", () => {
  test("[AC30] a line says who did what to whom, from where and when; the newest stands first, page by page", async () => {
    trail.write({ ...ANNA, act: "account-changed", subject: "Ben", detail: "role lead → analyst" });
    nowMs = 2_000_000;
    write("Cem", "Dora");
    const { lines, next, intact } = await read(2);
    expect(lines.map(({ seq, atMs, subject }) => [seq, atMs, subject])).toEqual([
      [3, 2_000_000, "Dora"],
      [2, 2_000_000, "Cem"],
    ]);
    expect([next, intact]).toEqual([2, true]);
    const last = await read(2, next);
    expect(last.next).toBeNull();
    expect(last.lines).toEqual([
      {
        seq: 1,
        atMs: 1_000_000,
        actor: ANNA.actor,
        address: "10.0.0.7",
        act: "account-changed",
        subject: "Ben",
        detail: "role lead → analyst",
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    expect((await read(3)).next).toBeNull();
    expect([...trail.all()].map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  test("an empty one is intact", async () => {
    expect(await read()).toEqual({ lines: [], next: null, intact: true });
    expect([...trail.all()]).toEqual([]);
  });

  test("[AC30] a change and its line stand or fall together", async () => {
    write("Ben");
    expect(() =>
      inTransaction(db, () => {
        write("Cem");
        throw new Error("the change failed");
      }),
    ).toThrow("the change failed");
    inTransaction(db, () => write("Dora"));
    expect(await subjects()).toEqual(["Dora", "Ben"]);
    expect((await read()).intact).toBe(true);
  });

  test("[AC31] the database itself refuses to change or remove a line", async () => {
    write("Ben");
    for (const statement of ["UPDATE audit_trail SET subject = 'x'", "DELETE FROM audit_trail"]) {
      expect(() => open().exec(statement)).toThrow("only written on");
    }
    expect(await subjects()).toEqual(["Ben"]);
  });

  test("[AC33] lines are given up after their time, the second itself is kept; the rest stays a chain", async () => {
    for (const day of [0, 1, 2]) {
      nowMs = day * DAY_MS;
      write(`day ${day}`);
    }
    expect(trail.prune(DAY_MS)).toBe(1);
    expect(await subjects()).toEqual(["day 2", "day 1"]);
    expect(trail.prune(DAY_MS)).toBe(0);
    expect((await read()).intact).toBe(true);
    expect(trail.prune(DAY_MS + 1)).toBe(1);
    expect(trail.prune(3 * DAY_MS)).toBe(1);
    expect(await read()).toEqual({ lines: [], next: null, intact: true });
    write("after");
    expect((await read()).lines.map(({ seq }) => seq)).toEqual([4]);
    expect((await read()).intact).toBe(true);
    expect(
      (await createAuditTrail({ db: open(), clock: { nowMs: () => nowMs } }).read({ before: null, limit: 5 })).intact,
    ).toBe(true);
  });

  test("[AC33] a line dated by a clock that was wrong takes no newer ones with it", async () => {
    nowMs = 10 * DAY_MS;
    write("now");
    nowMs = 0;
    write("in 1970");
    nowMs = 10 * DAY_MS;
    write("now again");
    expect(trail.prune(5 * DAY_MS)).toBe(0);
    expect(await subjects()).toEqual(["now again", "in 1970", "now"]);
  });

  test("[AC34] the export has one line an act, whatever somebody calls himself", async () => {
    const name = `Eve\n{"seq":9}\r\n\u2028\u0085\0\u001B[31m\u202Eevil\u200B ${"x".repeat(10_000)}\uD800`;
    trail.write({
      actor: { kind: "nobody", name },
      address: `10.0.0.7\n`,
      act: "sign-in-failed",
      subject: name,
      detail: name,
    });
    write("Zoë😀");
    const exported = await toNdjson(trail.all());
    const lines = exported.toString("utf8").split(/[\n\r\u2028\u2029\u0085]/u);
    expect(lines).toHaveLength(3);
    expect(lines[2]).toBe("");
    expect(lines.slice(0, 2).map((line) => JSON.parse(line) as unknown)).toEqual([...trail.all()]);
    const subject = (await read()).lines[1]?.subject ?? "";
    expect(subject.startsWith('Eve {"seq":9} [31mevil xxx')).toBe(true);
    expect(subject).toHaveLength(200);
    expect(await subjects(1)).toEqual(["Zoë😀"]);
    expect((await read()).intact).toBe(true);
  });

  test("[AC32] two processes that write at once keep one chain", async () => {
    const script = new URL("./testing/write-lines.ts", import.meta.url).href;
    const children = ["one", "two"].map((name) => startChild(script, [path, name, "60"]));
    for (const child of children) expect(await child.nextLine()).toBe("ready");
    for (let n = 0; n < 60; n += 1) {
      write(`own ${n}`);
      await new Promise(setImmediate);
    }
    expect(await Promise.all(children.map(({ gone }) => gone))).toEqual([0, 0]);
    const seqs = [...trail.all()].map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: 180 }, (_, n) => n + 1));
    expect((await read()).intact).toBe(true);
  });
});
