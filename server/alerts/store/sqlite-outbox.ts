import type Database from "libsql";
import { type News, subjectOf } from "../../notify/channel";
import {
  type Due,
  isDueAt,
  type NewOutboxRow,
  type Outbox,
  type OutboxRow,
  type OutboxStanding,
} from "../../notify/outbox/outbox";
import { inTransaction } from "../../store/libsql/transaction";

export type SqliteOutbox = Outbox & {
  /** Within the transaction of what they tell. */
  readonly add: (rows: readonly NewOutboxRow[], atMs: number) => void;
  /** Over all channels: rows that wait, those of them that were tried in vain, and those given up since an instant. */
  readonly totals: (sinceMs: number) => { readonly waiting: number; readonly failed: number; readonly givenUp: number };
  /** Forgets what was told, or given up, before an instant, but not of alerts that still fire; what waits stays. */
  readonly prune: (beforeMs: number) => void;
};

type Columns = readonly [
  id: number,
  channel: string,
  news: string,
  addedAtMs: number,
  attempts: number,
  nextAtMs: number,
];
const SELECT_WAITING = `SELECT id, channel, news, added_at_ms, attempts, next_at_ms FROM outbox WHERE state = 'waiting'`;

const rowOf = ([id, channelId, news, addedAtMs, attempts]: Columns): OutboxRow => ({
  id,
  channelId,
  news: JSON.parse(news) as News,
  addedAtMs,
  attempts,
});

/** What is to be told, in the database in which the alerts stand. Ids come as one JSON list, however many. */
export function createSqliteOutbox(db: Database.Database): SqliteOutbox {
  const insert = db.prepare(
    `INSERT INTO outbox (channel, subject, kind, news, added_at_ms) SELECT ?1, ?2, ?3, ?4, ?5
     WHERE ?3 <> 'resolved' OR EXISTS (
       SELECT 1 FROM outbox WHERE channel = ?1 AND subject = ?2 AND kind = 'fired' AND state IN ('waiting', 'delivered'))
     ON CONFLICT (channel, subject, kind) DO NOTHING`,
  );
  const selectDue = db.prepare(`${SELECT_WAITING} AND channel = ? ORDER BY id LIMIT ?`).raw();
  const markDelivered = db.prepare(
    `UPDATE outbox SET state = 'delivered', ended_at_ms = ?, why = NULL
     WHERE state = 'waiting' AND id IN (SELECT value FROM json_each(?))`,
  );
  const markLater = db.prepare(
    `UPDATE outbox SET next_at_ms = ?, why = ?, attempts = attempts + 1
     WHERE state = 'waiting' AND id IN (SELECT value FROM json_each(?))`,
  );
  const markGivenUp = db.prepare(
    `UPDATE outbox SET state = 'given-up', ended_at_ms = ?, why = ?
     WHERE state = 'waiting' AND id IN (SELECT value FROM json_each(?))`,
  );
  const dropResolved = db.prepare(
    `UPDATE outbox SET state = 'dropped', ended_at_ms = ? WHERE state = 'waiting' AND kind = 'resolved' AND EXISTS (
       SELECT 1 FROM outbox AS fired WHERE fired.channel = outbox.channel AND fired.subject = outbox.subject
         AND fired.kind = 'fired' AND fired.state = 'given-up' AND fired.id IN (SELECT value FROM json_each(?)))`,
  );
  const selectOfOthers = db
    .prepare(`SELECT id FROM outbox WHERE state = 'waiting' AND channel NOT IN (SELECT value FROM json_each(?))`)
    .raw();
  const countWaiting = db.prepare(`SELECT count(*) FROM outbox WHERE state = 'waiting' AND channel = ?`).raw();
  const selectFirst = db
    .prepare(
      `SELECT added_at_ms, why, next_at_ms FROM outbox WHERE state = 'waiting' AND channel = ? ORDER BY id LIMIT 1`,
    )
    .raw();
  const lastDelivered = db
    .prepare(`SELECT max(ended_at_ms) FROM outbox WHERE channel = ? AND state = 'delivered'`)
    .raw();
  const selectGivenUp = db
    .prepare(
      `SELECT count(*) OVER (), ended_at_ms, why FROM outbox WHERE channel = ? AND state = 'given-up'
       AND ended_at_ms >= ? ORDER BY ended_at_ms DESC, id DESC LIMIT 1`,
    )
    .raw();

  const selectTotals = db
    .prepare(
      `SELECT coalesce(sum(state = 'waiting'), 0), coalesce(sum(state = 'waiting' AND attempts > 0), 0),
         coalesce(sum(state = 'given-up' AND ended_at_ms >= ?), 0) FROM outbox`,
    )
    .raw();
  const deleteOld = db.prepare(
    `DELETE FROM outbox WHERE state <> 'waiting' AND ended_at_ms < ?1
       AND (kind NOT IN ('fired', 'resolved') OR subject IN (SELECT id FROM past WHERE resolved_at_ms < ?1))`,
  );

  const due = (channelId: string, nowMs: number, limit: number): Due => {
    const rows = selectDue.all([channelId, limit]) as Columns[];
    const [first] = rows;
    if (first === undefined) return { kind: "none", nextAtMs: null };
    const [, , , , , nextAtMs] = first;
    return isDueAt(nextAtMs, nowMs) ? { kind: "rows", rows: rows.map(rowOf) } : { kind: "none", nextAtMs };
  };

  const giveUp = (ids: readonly number[], atMs: number, why: string): void => {
    const list = JSON.stringify(ids);
    inTransaction(db, () => {
      markGivenUp.run([atMs, why, list]);
      dropResolved.run([atMs, list]);
    });
  };

  return {
    add: (rows, atMs) => {
      for (const { channelId, news } of rows)
        insert.run([channelId, subjectOf(news), news.kind, JSON.stringify(news), atMs]);
    },
    totals: (sinceMs) => {
      const [waiting, failed, givenUp] = selectTotals.all([sinceMs])[0] as [number, number, number];
      return { waiting, failed, givenUp };
    },
    prune: (beforeMs) => void deleteOld.run([beforeMs]),
    due: async (channelId, nowMs, limit) => due(channelId, nowMs, limit),
    delivered: async (ids, atMs) => void markDelivered.run([atMs, JSON.stringify(ids)]),
    later: async (ids, nextAtMs, why) => void markLater.run([nextAtMs, why, JSON.stringify(ids)]),
    givenUp: async (ids, atMs, why) => giveUp(ids, atMs, why),
    keepOnly: async (channelIds, atMs, why) => {
      const others = (selectOfOthers.all([JSON.stringify(channelIds)]) as [number][]).map(([id]) => id);
      if (others.length > 0) giveUp(others, atMs, why);
    },
    standing: async (channelId, sinceMs): Promise<OutboxStanding> => {
      const [waiting] = countWaiting.all([channelId])[0] as [number];
      const first = selectFirst.all([channelId])[0] as [number, string | null, number] | undefined;
      const [lastDeliveredAtMs] = lastDelivered.all([channelId])[0] as [number | null];
      const lost = selectGivenUp.all([channelId, sinceMs])[0] as [number, number, string] | undefined;
      return {
        waiting,
        oldestAddedAtMs: first?.[0] ?? null,
        why: first?.[1] ?? null,
        nextAtMs: first === undefined || first[2] === 0 ? null : first[2],
        lastDeliveredAtMs,
        givenUp: lost?.[0] ?? 0,
        lastGivenUpAtMs: lost?.[1] ?? null,
        lastGivenUpWhy: lost?.[2] ?? null,
      };
    },
  };
}
