import type Database from "libsql";

/** What has not ended, a text each under a key of its own, and counters. */
export type StandingRows = {
  readonly all: () => ReadonlyMap<string, string>;
  readonly put: (key: string, text: string) => void;
  readonly remove: (key: string) => void;
  readonly counter: (name: string) => number;
  readonly setCounter: (name: string, value: number) => void;
};

export function createStandingRows(db: Database.Database): StandingRows {
  const selectAll = db.prepare("SELECT key, text FROM standing ORDER BY key").raw();
  const put = db.prepare("INSERT OR REPLACE INTO standing (key, text) VALUES (?, ?)");
  const remove = db.prepare("DELETE FROM standing WHERE key = ?");
  const selectCounter = db.prepare("SELECT value FROM counters WHERE name = ?").raw();
  const putCounter = db.prepare("INSERT OR REPLACE INTO counters (name, value) VALUES (?, ?)");
  return {
    all: () => new Map(selectAll.all() as [string, string][]),
    put: (key, text) => void put.run([key, text]),
    remove: (key) => void remove.run([key]),
    counter: (name) => (selectCounter.all([name]) as [number][])[0]?.[0] ?? 0,
    setCounter: (name, value) => void putCounter.run([name, value]),
  };
}
