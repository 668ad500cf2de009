import { SEALED_BYTES } from "./sealing";

/** The day of a slot that nobody is in. */
export const NO_DAY = "0000-00-00";

/** The bucket of a slot that nobody is in; no digest begins so. */
export const NO_BUCKET = "...";

/** What a slot holds: a number and its end, the end alone, nobody. */
export const HOLDS = { number: "N", end: "E", nobody: "-" } as const;

/** The tables of `callers.db`, version by version. Steps that have been released never change; new ones are added. */
export const CALLERS_MIGRATIONS: readonly string[] = [
  // SQLite leaves copies of what it moves, whatever `secure_delete` says. So nothing here is ever moved: slots are
  // added at the end, all columns are equally long in all of them, and what goes is overwritten where it stands.
  // The slot is then given to somebody else. The index knows 18 bits of a digest: too few to say who called.
  `CREATE TABLE callers (
     slot INTEGER PRIMARY KEY,
     alias TEXT NOT NULL UNIQUE CHECK (length(alias) = 16),
     bucket TEXT NOT NULL CHECK (length(bucket) = 3),
     digest BLOB NOT NULL CHECK (length(digest) = 32),
     holds TEXT NOT NULL CHECK (holds IN ('N', 'E', '-')),
     number BLOB NOT NULL CHECK (length(number) = ${SEALED_BYTES.number}),
     ending BLOB NOT NULL CHECK (length(ending) = ${SEALED_BYTES.end}),
     first_day TEXT NOT NULL CHECK (length(first_day) = 10),
     last_day TEXT NOT NULL CHECK (length(last_day) = 10)
   ) STRICT;
   CREATE INDEX callers_by_bucket ON callers (bucket);
   CREATE INDEX callers_by_age ON callers (holds, last_day);
   CREATE TABLE sealed_with (only INTEGER PRIMARY KEY CHECK (only = 1), key_check BLOB NOT NULL) STRICT;`,
];
