import type { AccessDatabase } from "../store/parts";
import { unlessRefused } from "../store/unless-refused";

/** How long a session lasts unused, and at all. */
export const IDLE_MS = 12 * 3_600_000;
export const ABSOLUTE_MS = 7 * 86_400_000;
/** How exactly the last use is known. */
export const USE_STEP_MS = 60_000;
/** More browsers than anybody has; the oldest are given up. */
const MOST_PER_ACCOUNT = 50;

export type SessionRow = {
  readonly id: string;
  readonly accountId: string;
  readonly openedAtMs: number;
  readonly lastUsedAtMs: number;
};

/** Reads and writes the tables of sessions and of the browsers that have signed in. */
export type SessionRows = {
  /** null: there is none, or it has expired. */
  readonly byToken: (tokenHash: Buffer, nowMs: number) => SessionRow | null;
  readonly byId: (id: string, nowMs: number) => SessionRow | null;
  /** @returns how many of the account's oldest were given up for it */
  readonly insert: (row: SessionRow, tokenHash: Buffer, address: string) => number;
  readonly markUsed: (id: string, atMs: number) => void;
  /** @returns false: there was none */
  readonly end: (id: string) => boolean;
  readonly endAllOf: (accountId: string) => void;
  /** @returns how many had expired, also where their rows cannot be deleted now: they are not read in any case */
  readonly endExpired: (nowMs: number) => number;
  readonly knowsDevice: (deviceHash: Buffer, accountId: string) => boolean;
  /** Whether it is known at any account. */
  readonly isDevice: (deviceHash: Buffer) => boolean;
  /** Remembers from now on that a browser, which may be others' too, is this account's. */
  readonly keepDevice: (deviceHash: Buffer, accountId: string, atMs: number) => void;
  readonly forgetDevicesOf: (accountId: string) => void;
};

const COLUMNS = "id, account_id, opened_at_ms, last_used_at_ms";
const EXPIRED = "(opened_at_ms <= ? OR last_used_at_ms <= ?)";
const SURPLUS = (table: string, by: string) =>
  `DELETE FROM ${table} WHERE rowid IN
     (SELECT rowid FROM ${table} WHERE account_id = ? ORDER BY ${by} DESC, rowid DESC LIMIT -1 OFFSET ${MOST_PER_ACCOUNT})`;

export function createSessionRows(db: AccessDatabase): SessionRows {
  const select = (by: string) => {
    const statement = db.prepare(`SELECT ${COLUMNS} FROM sessions WHERE ${by} = ? AND NOT ${EXPIRED}`).raw();
    return (key: unknown, nowMs: number): SessionRow | null => {
      const [row] = statement.all([key, ...limitsAt(nowMs)]) as (readonly [string, string, number, number])[];
      if (row === undefined) return null;
      const [id, accountId, openedAtMs, lastUsedAtMs] = row;
      return { id, accountId, openedAtMs, lastUsedAtMs };
    };
  };
  const insert = db.prepare(`INSERT INTO sessions (${COLUMNS}, token_hash, address) VALUES (?, ?, ?, ?, ?, ?)`);
  const dropSurplus = db.prepare(SURPLUS("sessions", "opened_at_ms"));
  const markUsed = db.prepare("UPDATE sessions SET last_used_at_ms = ? WHERE id = ?");
  const end = db.prepare("DELETE FROM sessions WHERE id = ?");
  const endAllOf = db.prepare("DELETE FROM sessions WHERE account_id = ?");
  const selectExpired = db.prepare(`SELECT count(*) FROM sessions WHERE ${EXPIRED}`).raw();
  const endExpired = db.prepare(`DELETE FROM sessions WHERE ${EXPIRED}`);
  const selectDevice = db.prepare("SELECT 1 FROM devices WHERE token_hash = ? AND account_id = ?").raw();
  const selectDeviceOfAny = db.prepare("SELECT 1 FROM devices WHERE token_hash = ? LIMIT 1").raw();
  const keepDevice = db.prepare("INSERT OR REPLACE INTO devices (token_hash, account_id, made_at_ms) VALUES (?, ?, ?)");
  const dropSurplusDevices = db.prepare(SURPLUS("devices", "made_at_ms"));
  const forgetDevices = db.prepare("DELETE FROM devices WHERE account_id = ?");

  return {
    byToken: select("token_hash"),
    byId: select("id"),
    insert: (row, tokenHash, address) => {
      insert.run([row.id, row.accountId, row.openedAtMs, row.lastUsedAtMs, tokenHash, address]);
      return dropSurplus.run([row.accountId]).changes;
    },
    markUsed: (id, atMs) => {
      markUsed.run([atMs, id]);
    },
    end: (id) => end.run([id]).changes > 0,
    endAllOf: (accountId) => {
      endAllOf.run([accountId]);
    },
    endExpired: (nowMs) => {
      // Asked first: looking needs no lock, and there is nearly never one.
      const [count] = selectExpired.all(limitsAt(nowMs))[0] as [number];
      if (count > 0) unlessRefused(() => endExpired.run(limitsAt(nowMs)));
      return count;
    },
    knowsDevice: (deviceHash, accountId) => selectDevice.all([deviceHash, accountId]).length > 0,
    isDevice: (deviceHash) => selectDeviceOfAny.all([deviceHash]).length > 0,
    keepDevice: (deviceHash, accountId, atMs) => {
      keepDevice.run([deviceHash, accountId, atMs]);
      dropSurplusDevices.run([accountId]);
    },
    forgetDevicesOf: (accountId) => {
      forgetDevices.run([accountId]);
    },
  };
}

const limitsAt = (nowMs: number): [number, number] => [nowMs - ABSOLUTE_MS, nowMs - IDLE_MS];
