import { afterEach, beforeEach, expect, test } from "vitest";
import { closeOwnDatabase } from "../../store/libsql/own-database";
import { inTransaction } from "../../store/libsql/transaction";
import type { AccessDatabase } from "../store/parts";
import type { PrunableAuditTrail } from "./audit-trail";
import { toNdjson } from "./ndjson";
import { isIntact, makeTrailFile, type TrailFile, writeLine } from "./testing/trail-file";

const LINES = 2_500;
const TURNS = LINES / 200;
const NOTHING = (): void => undefined;

let file: TrailFile;
let db: AccessDatabase;
let running: PrunableAuditTrail;
beforeEach(() => {
  file = makeTrailFile();
  ({ db, trail: running } = file.open());
  inTransaction(db, () => {
    for (let n = 1; n <= LINES; n += 1) writeLine(running, `${n}`);
  });
});
afterEach(() => file.remove());

/** Waits for something, while something is done in each turn that others have. @returns how many turns those were */
async function turnsUntil(done: Promise<unknown>, work: (turn: number) => void = NOTHING): Promise<number> {
  const state = { isOver: false };
  const noted = done.finally(() => (state.isOver = true));
  let turns = 0;
  for (; !state.isOver; turns += 1) {
    work(turns);
    await new Promise(setImmediate);
  }
  await noted;
  return turns;
}

test("[AC35] others have a turn after each 200 lines, and nobody looks twice at what nobody touched", async () => {
  const reading = isIntact(running);
  expect(await turnsUntil(reading)).toBeGreaterThanOrEqual(Math.floor(TURNS));
  expect(await reading).toBe(true);
  expect(await turnsUntil(isIntact(running))).toBeLessThan(5);
});

test("[AC35] two who ask at once share the work", async () => {
  const both = Promise.all([isIntact(running), isIntact(running)]);
  expect(await turnsUntil(both)).toBeLessThan(TURNS);
  expect(await both).toEqual([true, true]);
});

test("[AC34] [AC35] the export gives turns too, and holds what stood there when it was asked for", async () => {
  const exporting = toNdjson(running.all());
  expect(await turnsUntil(exporting, (turn) => writeLine(running, `more ${turn}`))).toBeGreaterThan(TURNS - 1);
  const lines = (await exporting).toString("utf8").trimEnd().split("\n");
  expect(lines.map((line) => (JSON.parse(line) as { readonly seq: number }).seq)).toEqual(
    Array.from({ length: LINES }, (_, index) => index + 1),
  );
});

test("[AC31] [AC35] comes to an end while another process writes without end, or gives lines up", async () => {
  const { trail: other } = file.open();
  const reading = isIntact(running);
  expect(await turnsUntil(reading, () => writeLine(other, "more"))).toBeLessThan(LINES);
  expect(await reading).toBe(true);

  const again = isIntact(running);
  await turnsUntil(again, (turn) => void (turn === 3 && other.prune(5_001)));
  expect([await again, (await running.read({ before: null, limit: 1 })).lines]).toEqual([true, []]);
});

test("[AC31] what was touched before somebody asked is found, also where it is being looked at already", async () => {
  const before = isIntact(running);
  await new Promise(setImmediate);
  file.tamper("UPDATE audit_trail SET subject = 'x' WHERE seq = 1");
  expect([await isIntact(running), await before, await isIntact(running)]).toEqual([false, true, false]);
});

test.each([1, LINES])(
  "[AC31] line %i, touched while all are looked at, is found then or the next time",
  async (seq) => {
    const reading = turnsUntil(isIntact(running), (turn) => {
      if (turn === 3) file.tamper(`UPDATE audit_trail SET subject = 'x' WHERE seq = ${seq}`);
    });
    expect(await reading).toBeGreaterThan(3);
    expect(await isIntact(running)).toBe(false);
  },
);

test("closed meanwhile, it is an error and not the end of the process", async () => {
  const reading = isIntact(running);
  const exporting = toNdjson(running.all());
  closeOwnDatabase(db);
  await expect(reading).rejects.toThrow("were closed");
  await expect(exporting).rejects.toThrow("were closed");
});
