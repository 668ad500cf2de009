import type { DisplayView } from "../../../lib/access/access-types";
import type { BoardId } from "../../../lib/vocabulary";
import type { AccessDatabase } from "../store/parts";

const DAY_MS = 86_400_000;
/** A television that did not come for so long comes no more. */
const GIVEN_UP_AFTER_MS = 90 * DAY_MS;

/** A television as it is kept. */
export type DisplayRow = {
  /** What those who manage displays may see. */
  readonly shown: Omit<DisplayView, "connected">;
  readonly tokenHash: Buffer;
  readonly renewedAtMs: number;
};

type Columns = readonly [
  id: string,
  name: string,
  screenId: BoardId,
  tokenHash: Buffer,
  renewedAtMs: number,
  pairedAtMs: number,
  pairedBy: string,
  lastSeenAtMs: number | null,
  lastAddress: string | null,
];
const SELECT = `SELECT id, name, screen_id, token_hash, renewed_at_ms, paired_at_ms, paired_by, last_seen_at_ms, last_address
  FROM displays`;

const rowOf = (columns: Columns): DisplayRow => {
  const [id, name, screenId, tokenHash, renewedAtMs, pairedAtMs, pairedBy, lastSeenAtMs, lastAddress] = columns;
  const shown = { id, name, screenId, pairedAtMs, pairedBy, lastSeenAtMs, lastAddress };
  return { shown, tokenHash, renewedAtMs };
};

/** The instant that a display must have been seen after. */
const since = (nowMs: number): number => nowMs - GIVEN_UP_AFTER_MS;

/** Reads televisions; those unseen for 90 days are not among them, whether their rows are gone yet or not. */
export type DisplayRows = {
  readonly all: (nowMs: number) => readonly DisplayRow[];
  readonly byId: (id: string, nowMs: number) => DisplayRow | null;
  /** By the hash of its token or of the one before. */
  readonly byTokenHash: (hash: Buffer, nowMs: number) => DisplayRow | null;
  /** Those that are not read any more. */
  readonly givenUp: (nowMs: number) => readonly DisplayRow[];
};

export function createDisplayRows(db: AccessDatabase): DisplayRows {
  const unlessGivenUp = "coalesce(last_seen_at_ms, paired_at_ms) > ?";
  const prepare = (where: string) => {
    const statement = db.prepare(`${SELECT} WHERE ${where}`).raw();
    return (given: readonly unknown[]) => (statement.all([...given]) as Columns[]).map(rowOf);
  };
  const selectAll = prepare(`${unlessGivenUp} ORDER BY name, id`);
  const selectById = prepare(`id = ? AND ${unlessGivenUp}`);
  const selectByToken = prepare(`(token_hash = ? OR previous_token_hash = ?) AND ${unlessGivenUp}`);
  const selectGivenUp = prepare(`NOT ${unlessGivenUp}`);

  return {
    all: (nowMs) => selectAll([since(nowMs)]),
    byId: (id, nowMs) => selectById([id, since(nowMs)])[0] ?? null,
    byTokenHash: (hash, nowMs) => selectByToken([hash, hash, since(nowMs)])[0] ?? null,
    givenUp: (nowMs) => selectGivenUp([since(nowMs)]),
  };
}
