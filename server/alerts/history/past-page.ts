import { type AlertSight, isInSight } from "../../../lib/alerts/alerts-of";
import type { PastAlert } from "../../../lib/alerts/alert-types";
import type { PastPage } from "../alerts";
import type { PastPosition, PastRows } from "../store/past-rows";

const ROWS_AT_ONCE = 200;
/** Whoever sees little of a long history turns more pages. */
const MOST_LOOKED_AT = 2_000;
const CURSOR = /^(\d{1,15})-(\d{1,15})$/;

export const isCursor = (text: string): boolean => CURSOR.test(text);

/** A page of what is over, in sight of somebody; the newest end first. */
export function pastPage(rows: PastRows, sight: AlertSight, after: string | null, limit: number): PastPage {
  const past: PastAlert[] = [];
  let position = positionOf(after);
  for (let lookedAt = 0; lookedAt < MOST_LOOKED_AT; lookedAt += ROWS_AT_ONCE) {
    const page = rows.page(position, ROWS_AT_ONCE);
    for (const row of page) {
      position = row;
      if (isInSight(row.alert.subject, sight)) past.push(row.alert);
      if (past.length === limit) return { past, next: isLast(rows, row) ? null : cursorOf(row) };
    }
    if (page.length < ROWS_AT_ONCE) return { past, next: null };
  }
  return { past, next: position === null ? null : cursorOf(position) };
}

const isLast = (rows: PastRows, position: PastPosition): boolean => rows.page(position, 1).length === 0;

const cursorOf = ({ resolvedAtMs, seq }: PastPosition): string => `${resolvedAtMs}-${seq}`;

function positionOf(cursor: string | null): PastPosition | null {
  const [, resolvedAtMs, seq] = CURSOR.exec(cursor ?? "") ?? [];
  return resolvedAtMs === undefined ? null : { resolvedAtMs: Number(resolvedAtMs), seq: Number(seq) };
}
