/** The tables of `alerts.db`, version by version. Steps that have been released never change; new ones are added. */
export const ALERTS_MIGRATIONS: readonly string[] = [
  // What only this program reads is kept as JSON: an alert is one thing and is never asked for by its parts.
  `CREATE TABLE standing (key TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
   CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
   CREATE TABLE past (
     seq INTEGER PRIMARY KEY,
     id TEXT NOT NULL UNIQUE,
     fired_at_ms INTEGER NOT NULL,
     resolved_at_ms INTEGER NOT NULL,
     alert TEXT NOT NULL
   ) STRICT;
   CREATE INDEX past_by_end ON past (resolved_at_ms, seq);
   CREATE TABLE outbox (
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     channel TEXT NOT NULL,
     alert TEXT NOT NULL,
     kind TEXT NOT NULL CHECK (kind IN ('fired', 'resolved')),
     news TEXT NOT NULL,
     state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'given-up', 'dropped')),
     added_at_ms INTEGER NOT NULL,
     attempts INTEGER NOT NULL DEFAULT 0,
     next_at_ms INTEGER NOT NULL DEFAULT 0,
     why TEXT,
     ended_at_ms INTEGER,
     UNIQUE (channel, alert, kind)
   ) STRICT;
   CREATE INDEX outbox_waiting ON outbox (channel, id) WHERE state = 'waiting';
   CREATE INDEX outbox_ended ON outbox (channel, state, ended_at_ms);
   CREATE TABLE rules (id TEXT PRIMARY KEY, rule TEXT NOT NULL, changed_by TEXT NOT NULL, changed_at_ms INTEGER NOT NULL) STRICT;
   CREATE TABLE silences (id TEXT PRIMARY KEY, silence TEXT NOT NULL, until_ms INTEGER NOT NULL) STRICT;`,
  // News of other than alerts too. SQLite changes no check of a column: the table is made anew.
  `CREATE TABLE outbox_of_all (
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     channel TEXT NOT NULL,
     subject TEXT NOT NULL,
     kind TEXT NOT NULL,
     news TEXT NOT NULL,
     state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'given-up', 'dropped')),
     added_at_ms INTEGER NOT NULL,
     attempts INTEGER NOT NULL DEFAULT 0,
     next_at_ms INTEGER NOT NULL DEFAULT 0,
     why TEXT,
     ended_at_ms INTEGER,
     UNIQUE (channel, subject, kind)
   ) STRICT;
   INSERT INTO outbox_of_all
     SELECT id, channel, alert, kind, news, state, added_at_ms, attempts, next_at_ms, why, ended_at_ms FROM outbox;
   DROP TABLE outbox;
   ALTER TABLE outbox_of_all RENAME TO outbox;
   CREATE INDEX outbox_waiting ON outbox (channel, id) WHERE state = 'waiting';
   CREATE INDEX outbox_ended ON outbox (channel, state, ended_at_ms);
   CREATE TABLE told_tries (
     key TEXT PRIMARY KEY,
     caller TEXT,
     at_ms INTEGER NOT NULL,
     message_at_ms INTEGER,
     due_soon INTEGER NOT NULL,
     overdue INTEGER NOT NULL
   ) STRICT;`,
];
