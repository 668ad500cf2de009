import type { AccountView } from "../../../lib/access/access-types";
import type { Role } from "../../../lib/access/roles";
import type { QueueId } from "../../../lib/vocabulary";
import type { AccessDatabase } from "../store/parts";

/** An account as it is kept. Instants epoch ms. */
export type AccountRow = {
  readonly id: string;
  readonly name: string;
  readonly foldedName: string;
  readonly role: Role;
  readonly queueIds: readonly QueueId[] | null;
  readonly seesNumbers: boolean;
  /** null: signs in the company's way only. */
  readonly password: string | null;
  readonly vouchedSubject: string | null;
  readonly disabled: boolean;
  readonly createdAtMs: number;
  readonly lastSeenAtMs: number | null;
};

/** Reads and writes the table of accounts; checks nothing. */
export type AccountRows = {
  readonly byId: (id: string) => AccountRow | null;
  readonly byFoldedName: (foldedName: string) => AccountRow | null;
  readonly bySubject: (subject: string) => AccountRow | null;
  readonly all: () => readonly AccountRow[];
  readonly insert: (row: AccountRow) => void;
  /** All but id, subject and when it was made and seen. */
  readonly update: (row: AccountRow) => void;
  /** Enabled administrators with a password. */
  readonly administrators: () => readonly string[];
  readonly markSeen: (id: string, atMs: number) => void;
};

const COLUMNS =
  "id, name, folded_name, role, queue_ids, sees_numbers, password, vouched_subject, disabled, created_at_ms, last_seen_at_ms";

type Columns = readonly [
  string,
  string,
  string,
  string,
  string | null,
  number,
  string | null,
  string | null,
  number,
  number,
  number | null,
];

export function createAccountRows(db: AccessDatabase): AccountRows {
  const select = (where: string) => {
    const statement = db.prepare(`SELECT ${COLUMNS} FROM accounts ${where}`).raw();
    return (...given: readonly unknown[]) => (statement.all([...given]) as Columns[]).map(rowOf);
  };
  const byId = select("WHERE id = ?");
  const byFoldedName = select("WHERE folded_name = ?");
  const bySubject = select("WHERE vouched_subject = ?");
  const all = select("ORDER BY folded_name");
  const administrators = select("WHERE role = 'admin' AND disabled = 0 AND password IS NOT NULL");
  const insert = db.prepare(`INSERT INTO accounts (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const update = db.prepare(
    `UPDATE accounts SET name = ?, folded_name = ?, role = ?, queue_ids = ?, sees_numbers = ?, password = ?, disabled = ?
     WHERE id = ?`,
  );
  const markSeen = db.prepare("UPDATE accounts SET last_seen_at_ms = ? WHERE id = ?");

  return {
    byId: (id) => byId(id)[0] ?? null,
    byFoldedName: (foldedName) => byFoldedName(foldedName)[0] ?? null,
    bySubject: (subject) => bySubject(subject)[0] ?? null,
    all: () => all(),
    insert: (row) => {
      insert.run([
        row.id,
        ...changeable(row).slice(0, 6),
        row.vouchedSubject,
        Number(row.disabled),
        row.createdAtMs,
        row.lastSeenAtMs,
      ]);
    },
    update: (row) => {
      update.run([...changeable(row), row.id]);
    },
    administrators: () => administrators().map(({ id }) => id),
    markSeen: (id, atMs) => {
      markSeen.run([atMs, id]);
    },
  };
}

/** An account as administrators see it. */
export const viewOf = (row: AccountRow): AccountView => ({
  id: row.id,
  name: row.name,
  role: row.role,
  queueIds: row.queueIds,
  seesNumbers: row.seesNumbers,
  disabled: row.disabled,
  signsInBy: row.password === null ? "company" : "password",
  createdAtMs: row.createdAtMs,
  lastSeenAtMs: row.lastSeenAtMs,
});

const changeable = (row: AccountRow): readonly unknown[] => [
  row.name,
  row.foldedName,
  row.role,
  row.queueIds === null ? null : JSON.stringify(row.queueIds),
  Number(row.seesNumbers),
  row.password,
  Number(row.disabled),
];

const rowOf = ([id, name, foldedName, role, queues, sees, password, subject, disabled, made, seen]: Columns) => ({
  id,
  name,
  foldedName,
  // Only roles were written.
  role: role as Role,
  queueIds: queues === null ? null : (JSON.parse(queues) as readonly QueueId[]),
  seesNumbers: sees === 1,
  password,
  vouchedSubject: subject,
  disabled: disabled === 1,
  createdAtMs: made,
  lastSeenAtMs: seen,
});
