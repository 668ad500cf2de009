import type { CallerAlias } from "../../../lib/vocabulary";
import type { OwnDatabase } from "../../store/libsql/own-database";
import { endOfNumber } from "../end-of-number";
import { callerText } from "./caller-text";
import { HOLDS, NO_BUCKET, NO_DAY } from "./schema";
import { SEALED_BYTES, type Sealing } from "./sealing";

/** A caller as he stands in the file, his end and number still sealed. */
export type Slot = {
  readonly slot: number;
  readonly alias: CallerAlias;
  /** null: too old. */
  readonly number: Buffer | null;
  readonly end: Buffer;
  readonly firstDay: string;
  readonly lastDay: string;
};

export type NewCaller = {
  readonly digest: string;
  readonly alias: CallerAlias;
  readonly number: string;
  readonly name: string | null;
  readonly day: string;
};

export type Slots = {
  readonly byDigest: (digest: string) => Slot | null;
  readonly byAlias: (alias: CallerAlias) => Slot | null;
  readonly add: (caller: NewCaller) => void;
  /** `number` null: what is sealed stays. */
  readonly touch: (slot: number, day: string, number: Buffer | null) => void;
  /** From now on he is found by another digest. */
  readonly rename: (slot: number, digest: string) => void;
  /** @returns whether there was such a caller */
  readonly clear: (alias: CallerAlias) => boolean;
  /** @returns how many numbers went */
  readonly clearOld: (numbersUntil: string, endsUntil: string) => number;
};

/** Where a slot goes that nobody is in. Its name is its own, and none that a caller could have. */
const EMPTY = `alias = printf('.%015d', slot), bucket = '${NO_BUCKET}', digest = zeroblob(32), holds = '${HOLDS.nobody}',
  number = zeroblob(${SEALED_BYTES.number}), ending = zeroblob(${SEALED_BYTES.end}),
  first_day = '${NO_DAY}', last_day = '${NO_DAY}'`;

export function createSlots(db: OwnDatabase, { seal }: Sealing): Slots {
  const select = (where: string) =>
    db.prepare(`SELECT slot, alias, holds, number, ending, first_day, last_day FROM callers WHERE ${where}`).raw();
  const selectByDigest = select("bucket = ? AND digest = ?");
  const selectByAlias = select(`alias = ? AND holds <> '${HOLDS.nobody}'`);
  const selectFree = db.prepare(`SELECT slot FROM callers WHERE holds = '${HOLDS.nobody}' LIMIT 1`).raw();
  const columns = "alias, bucket, digest, holds, number, ending, first_day, last_day";
  const insert = db.prepare(`INSERT INTO callers (${columns}) VALUES (?, ?, ?, '${HOLDS.number}', ?, ?, ?, ?)`);
  const refill = db.prepare(
    `UPDATE callers SET (${columns}) = (?, ?, ?, '${HOLDS.number}', ?, ?, ?, ?) WHERE slot = ?`,
  );
  const updateDay = db.prepare("UPDATE callers SET last_day = max(last_day, ?) WHERE slot = ?");
  const updateDigest = db.prepare("UPDATE callers SET bucket = ?, digest = ? WHERE slot = ?");
  const updateNumber = db.prepare(
    `UPDATE callers SET last_day = max(last_day, ?), number = ?, holds = '${HOLDS.number}' WHERE slot = ?`,
  );
  const empty = db.prepare(`UPDATE callers SET ${EMPTY} WHERE alias = ? AND holds <> '${HOLDS.nobody}'`);
  const clearNumbers = db.prepare(
    `UPDATE callers SET number = zeroblob(${SEALED_BYTES.number}), holds = '${HOLDS.end}'
     WHERE holds = '${HOLDS.number}' AND last_day <= ?`,
  );
  const clearEnds = db.prepare(`UPDATE callers SET ${EMPTY} WHERE holds = '${HOLDS.end}' AND last_day <= ?`);

  return {
    byDigest: (digest) => slotOf(selectByDigest.all([bucketOf(digest), Buffer.from(digest, "latin1")])),
    byAlias: (alias) => slotOf(selectByAlias.all([alias])),
    add: ({ digest, alias, number, name, day }) => {
      const bytes = Buffer.from(digest, "latin1");
      const sealed = seal("number", alias, callerText(number, name));
      const end = seal("end", alias, JSON.stringify(endOfNumber(number)));
      const values = [alias, bucketOf(digest), bytes, sealed, end, day, day];
      const [free] = selectFree.all() as [number][];
      if (free === undefined) insert.run(values);
      else refill.run([...values, free[0]]);
    },
    touch: (slot, day, number) => {
      if (number === null) updateDay.run([day, slot]);
      else updateNumber.run([day, number, slot]);
    },
    rename: (slot, digest) => void updateDigest.run([bucketOf(digest), Buffer.from(digest, "latin1"), slot]),
    clear: (alias) => empty.run([alias]).changes > 0,
    clearOld: (numbersUntil, endsUntil) => {
      const count = clearNumbers.run([numbersUntil]).changes;
      clearEnds.run([endsUntil]);
      return count;
    },
  };
}

type Row = readonly [number, CallerAlias, string, Buffer, Buffer, string, string];

function slotOf(rows: readonly unknown[]): Slot | null {
  const [row] = rows as readonly Row[];
  if (row === undefined) return null;
  const [slot, alias, holds, number, end, firstDay, lastDay] = row;
  return { slot, alias, number: holds === HOLDS.number ? number : null, end, firstDay, lastDay };
}

const bucketOf = (digest: string): string => Buffer.from(digest, "latin1").toString("base64url", 0, 3).slice(0, 3);
