import type Database from "libsql";
import type { ToldTry } from "../../../lib/recovery/inbox/inbox-types";
import type { CallerAlias } from "../../../lib/vocabulary";

/** What people were told of missed callers, try by try. */
export type ToldRows = {
  readonly all: () => readonly ToldTry[];
  readonly put: (told: ToldTry) => void;
  readonly remove: (key: string) => void;
};

type Columns = readonly [
  key: string,
  caller: string | null,
  atMs: number,
  messageAtMs: number | null,
  dueSoon: number,
  overdue: number,
];

export function createToldRows(db: Database.Database): ToldRows {
  const select = db.prepare("SELECT key, caller, at_ms, message_at_ms, due_soon, overdue FROM told_tries").raw();
  const put = db.prepare(
    `INSERT OR REPLACE INTO told_tries (key, caller, at_ms, message_at_ms, due_soon, overdue) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const remove = db.prepare("DELETE FROM told_tries WHERE key = ?");
  return {
    all: () =>
      (select.all() as Columns[]).map(([key, caller, atMs, messageAtMs, dueSoon, overdue]) => ({
        key,
        caller: caller as CallerAlias | null,
        atMs,
        messageAtMs,
        dueSoon: dueSoon === 1,
        overdue: overdue === 1,
      })),
    put: ({ key, caller, atMs, messageAtMs, dueSoon, overdue }) =>
      void put.run([key, caller, atMs, messageAtMs, Number(dueSoon), Number(overdue)]),
    remove: (key) => void remove.run([key]),
  };
}
