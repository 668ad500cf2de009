import type Database from "libsql";
import type { KeptSilence } from "../../../lib/alerts/alert-api";
import type { AlertRule } from "../../../lib/alerts/alert-rule";

/** A rule that was made in the settings. */
export type MadeRule = { readonly rule: AlertRule; readonly changedBy: string; readonly changedAtMs: number };

export type RuleRows = {
  readonly all: () => readonly MadeRule[];
  readonly put: (made: MadeRule) => void;
  readonly remove: (id: string) => void;
};

export type SilenceRows = {
  /** Those that had not ended at an instant, the first to end first. */
  readonly all: (nowMs: number) => readonly KeptSilence[];
  readonly put: (silence: KeptSilence) => void;
  readonly remove: (id: string) => void;
  readonly prune: (beforeMs: number) => void;
};

export function createRuleRows(db: Database.Database): RuleRows {
  const select = db.prepare("SELECT rule, changed_by, changed_at_ms FROM rules ORDER BY id").raw();
  const put = db.prepare("INSERT OR REPLACE INTO rules (id, rule, changed_by, changed_at_ms) VALUES (?, ?, ?, ?)");
  const remove = db.prepare("DELETE FROM rules WHERE id = ?");
  return {
    all: () =>
      (select.all() as [string, string, number][]).map(([rule, changedBy, changedAtMs]) => ({
        rule: JSON.parse(rule) as AlertRule,
        changedBy,
        changedAtMs,
      })),
    put: ({ rule, changedBy, changedAtMs }) => void put.run([rule.id, JSON.stringify(rule), changedBy, changedAtMs]),
    remove: (id) => void remove.run([id]),
  };
}

export function createSilenceRows(db: Database.Database): SilenceRows {
  const select = db.prepare("SELECT silence FROM silences WHERE until_ms > ? ORDER BY until_ms, id").raw();
  const put = db.prepare("INSERT OR REPLACE INTO silences (id, silence, until_ms) VALUES (?, ?, ?)");
  const remove = db.prepare("DELETE FROM silences WHERE id = ?");
  const prune = db.prepare("DELETE FROM silences WHERE until_ms < ?");
  return {
    all: (nowMs) => (select.all([nowMs]) as [string][]).map(([text]) => JSON.parse(text) as KeptSilence),
    put: (silence) => void put.run([silence.id, JSON.stringify(silence), silence.untilMs]),
    remove: (id) => void remove.run([id]),
    prune: (beforeMs) => void prune.run([beforeMs]),
  };
}
