/** The tables of `access.db`, version by version. Steps that have been released never change; new ones are added. */
export const ACCESS_MIGRATIONS: readonly string[] = [
  // Secrets stand here as SHA-256 of 256 random bits, passwords as scrypt. Names are unique whatever their case.
  // The audit trail's anchor is the last line that was given up, its head the last one written.
  `CREATE TABLE accounts (
     id TEXT PRIMARY KEY,
     name TEXT NOT NULL,
     folded_name TEXT NOT NULL UNIQUE,
     role TEXT NOT NULL,
     queue_ids TEXT,
     sees_numbers INTEGER NOT NULL,
     password TEXT,
     vouched_subject TEXT UNIQUE,
     disabled INTEGER NOT NULL DEFAULT 0,
     created_at_ms INTEGER NOT NULL,
     last_seen_at_ms INTEGER
   ) STRICT;
   CREATE TABLE sessions (
     id TEXT PRIMARY KEY,
     token_hash BLOB NOT NULL UNIQUE,
     account_id TEXT NOT NULL REFERENCES accounts (id),
     opened_at_ms INTEGER NOT NULL,
     last_used_at_ms INTEGER NOT NULL,
     address TEXT NOT NULL
   ) STRICT;
   CREATE INDEX sessions_by_account ON sessions (account_id);
   CREATE TABLE devices (
     token_hash BLOB NOT NULL,
     account_id TEXT NOT NULL REFERENCES accounts (id),
     made_at_ms INTEGER NOT NULL,
     PRIMARY KEY (token_hash, account_id)
   ) STRICT;
   CREATE TABLE displays (
     id TEXT PRIMARY KEY,
     name TEXT NOT NULL,
     screen_id TEXT NOT NULL,
     token_hash BLOB NOT NULL UNIQUE,
     previous_token_hash BLOB UNIQUE,
     renewed_at_ms INTEGER NOT NULL,
     paired_at_ms INTEGER NOT NULL,
     paired_by TEXT NOT NULL,
     last_seen_at_ms INTEGER,
     last_address TEXT
   ) STRICT;
   CREATE TABLE pairings (
     secret_hash BLOB PRIMARY KEY,
     code_hash BLOB NOT NULL UNIQUE,
     offered_at_ms INTEGER NOT NULL,
     expires_at_ms INTEGER NOT NULL,
     address TEXT NOT NULL,
     display_id TEXT REFERENCES displays (id)
   ) STRICT;
   CREATE TABLE tokens (
     id TEXT PRIMARY KEY,
     name TEXT NOT NULL,
     scope TEXT NOT NULL,
     token_hash BLOB NOT NULL UNIQUE,
     created_at_ms INTEGER NOT NULL,
     created_by TEXT NOT NULL,
     last_used_at_ms INTEGER
   ) STRICT;
   CREATE TABLE audit_trail (
     seq INTEGER PRIMARY KEY,
     at_ms INTEGER NOT NULL,
     actor_kind TEXT NOT NULL,
     actor_name TEXT NOT NULL,
     address TEXT,
     act TEXT NOT NULL,
     subject TEXT,
     detail TEXT,
     hash BLOB NOT NULL
   ) STRICT;
   CREATE TABLE audit_anchor (only INTEGER PRIMARY KEY CHECK (only = 1), seq INTEGER NOT NULL, hash BLOB NOT NULL) STRICT;
   CREATE TABLE audit_head (only INTEGER PRIMARY KEY CHECK (only = 1), seq INTEGER NOT NULL, hash BLOB NOT NULL) STRICT;
   INSERT INTO audit_anchor VALUES (1, 0, zeroblob(32));
   INSERT INTO audit_head VALUES (1, 0, zeroblob(32));
   CREATE TRIGGER audit_trail_stays BEFORE UPDATE ON audit_trail BEGIN SELECT RAISE(ABORT, 'the audit trail is only written on'); END;
   CREATE TRIGGER audit_trail_keeps BEFORE DELETE ON audit_trail
     WHEN OLD.seq > coalesce((SELECT seq FROM audit_anchor), 0) BEGIN SELECT RAISE(ABORT, 'the audit trail is only written on'); END;`,
];
