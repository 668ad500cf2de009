import { afterEach, beforeEach, expect, test } from "vitest";
import { inTransaction } from "../../store/libsql/transaction";
import type { PrunableAuditTrail } from "./audit-trail";
import { hashAfter, type Unhashed } from "./chain";
import { isIntact, makeTrailFile, type TrailFile, writeLine as write } from "./testing/trail-file";

let file: TrailFile;
beforeEach(() => {
  file = makeTrailFile();
});
afterEach(() => file.remove());

const openTrail = (): PrunableAuditTrail => file.open().trail;
const tamper = (...statements: readonly string[]): void => file.tamper(...statements);

const COPY = "at_ms, actor_kind, actor_name, address, act, subject, detail, hash FROM audit_trail";
const LAST: Unhashed = {
  seq: 6,
  atMs: 5_000,
  actor: { kind: "person", name: "Mallory" },
  address: null,
  act: "number-shown",
  subject: "6",
  detail: null,
};

test.each([
  ["a subject changed", "UPDATE audit_trail SET subject = 'x' WHERE seq = 3"],
  ["an actor changed", "UPDATE audit_trail SET actor_name = 'Ben' WHERE seq = 1"],
  ["an instant changed by a millisecond", "UPDATE audit_trail SET at_ms = at_ms + 1 WHERE seq = 5"],
  ["a value moved into the next column", "UPDATE audit_trail SET detail = subject, subject = NULL WHERE seq = 2"],
  ["nothing where an empty text stood", "UPDATE audit_trail SET detail = '' WHERE seq = 2"],
  ["a hash changed", "UPDATE audit_trail SET hash = zeroblob(32) WHERE seq = 4"],
  ["the first line removed", "DELETE FROM audit_trail WHERE seq = 1"],
  ["one in the middle removed", "DELETE FROM audit_trail WHERE seq = 3"],
  ["the last one removed", "DELETE FROM audit_trail WHERE seq = 5"],
  ["all removed", "DELETE FROM audit_trail"],
  ["all removed, with anchor and head", "DELETE FROM audit_trail; DELETE FROM audit_anchor; DELETE FROM audit_head"],
  [
    "one removed and the others moved up",
    "DELETE FROM audit_trail WHERE seq = 3; UPDATE audit_trail SET seq = seq - 1 WHERE seq > 3",
  ],
  ["one added before the first", `INSERT INTO audit_trail SELECT 0, ${COPY} WHERE seq = 1`],
  ["one added after the last", `INSERT INTO audit_trail SELECT 6, ${COPY} WHERE seq = 5`],
  [
    "two exchanged",
    "UPDATE audit_trail SET seq = 99 WHERE seq = 2; UPDATE audit_trail SET seq = 2 WHERE seq = 3; UPDATE audit_trail SET seq = 3 WHERE seq = 99",
  ],
])("[AC31] found, now and after a restart, and after more was written: %s", async (_, statement) => {
  const running = openTrail();
  for (const subject of ["1", "2", "3", "4", "5"]) write(running, subject);
  expect(await isIntact(running)).toBe(true);
  tamper(statement);
  expect(await isIntact(running)).toBe(false);
  expect(await isIntact(running)).toBe(false);
  write(running, "more");
  expect(await isIntact(running)).toBe(false);
  expect(await isIntact(openTrail())).toBe(false);
});

test("[AC31] found: one added with the hash it should have", async () => {
  const running = openTrail();
  for (const subject of ["1", "2", "3", "4", "5"]) write(running, subject);
  const before = [...running.all()].at(-1)?.hash ?? "";
  const hash = hashAfter(Buffer.from(before, "hex"), LAST).toString("hex");
  tamper(`INSERT INTO audit_trail VALUES (6, 5000, 'person', 'Mallory', NULL, 'number-shown', '6', NULL, x'${hash}')`);
  expect(await isIntact(running)).toBe(false);
  write(running, "more");
  expect((await running.read({ before: null, limit: 1 })).lines[0]?.seq).toBe(7);
  expect(await isIntact(running)).toBe(false);
});

test("what another process rightly wrote leaves it intact", async () => {
  const [server, commandLine] = [openTrail(), openTrail()];
  for (const subject of ["1", "2", "3"]) {
    write(server, subject);
    write(commandLine, subject);
    expect([await isIntact(server), await isIntact(commandLine)]).toEqual([true, true]);
  }
  expect(server.prune(5_001)).toBe(6);
  expect([await isIntact(server), await isIntact(commandLine)]).toEqual([true, true]);
});

test("[AC31] what was looked at ahead is found too, however much there is", async () => {
  const { db, trail: running } = file.open();
  inTransaction(db, () => {
    for (let n = 1; n <= 2_500; n += 1) write(running, `${n}`);
  });
  for (let n = 0; n < 5; n += 1) running.lookAhead();
  expect(await isIntact(running)).toBe(true);
  tamper("UPDATE audit_trail SET subject = 'x' WHERE seq = 1500");
  for (let n = 0; n < 5; n += 1) running.lookAhead();
  expect(await isIntact(running)).toBe(false);
  tamper("UPDATE audit_trail SET subject = '1500' WHERE seq = 1500");
  running.lookAhead();
  expect(await isIntact(running)).toBe(true);
});
