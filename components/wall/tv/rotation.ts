import type { BoardId } from "../../../lib/vocabulary";

/** Boards that take turns on one screen. */
export type RotationPlan = { readonly boardIds: readonly BoardId[]; readonly everyMs: number };

/** A board that asks, or just asked, for people. Server's time. */
export type Act = {
  readonly boardId: BoardId;
  readonly sinceMs: number;
  /** null: it still does. */
  readonly endedMs: number | null;
};

/** A turn by hand: the board somebody chose, and when. Server's time. */
export type Hand = { readonly boardId: BoardId; readonly atMs: number };

/** What is over stays up a little, so that the picture does not flap. */
export const HELD_AFTER_ACT_MS = 10_000;
/** Who turns by hand has time to read. */
export const HELD_BY_HAND_MS = 60_000;

/**
 * Begins, ends and forgets acts.
 * @param acting the boards that have an act now
 * @returns the same list where nothing changed
 */
export function followActs(acts: readonly Act[], acting: readonly BoardId[], nowMs: number): readonly Act[] {
  const kept = acts.flatMap((act): Act[] => {
    if (acting.includes(act.boardId)) return [act.endedMs === null ? act : { ...act, endedMs: null }];
    if (act.endedMs === null) return [{ ...act, endedMs: nowMs }];
    // A clock that was set back holds nothing for ever.
    const overMs = Math.abs(nowMs - act.endedMs);
    return overMs < HELD_AFTER_ACT_MS ? [act] : [];
  });
  const begun = acting
    .filter((boardId) => !acts.some((act) => act.boardId === boardId))
    .map((boardId) => ({ boardId, sinceMs: nowMs, endedMs: null }));
  const same = begun.length === 0 && kept.length === acts.length && kept.every((act, i) => act === acts[i]);
  return same ? acts : [...kept, ...begun];
}

/**
 * The board to show: one with an act before all others, the newest at once; else the one somebody chose; else by the
 * server's clock, so that all screens of a rotation agree. Several acts take turns among themselves.
 * @param plan the boards that can be shown
 * @returns null: none can
 */
export function shownBoard(
  { boardIds, everyMs }: RotationPlan,
  acts: readonly Act[],
  hand: Hand | null,
  nowMs: number,
): BoardId | null {
  const asking = boardIds.flatMap((boardId) => acts.find((act) => act.boardId === boardId) ?? []);
  const newest = asking.reduce<Act | null>(
    (last, act) => (last === null || act.sinceMs > last.sinceMs ? act : last),
    null,
  );
  if (hand !== null && holds(hand, newest, nowMs) && boardIds.includes(hand.boardId)) return hand.boardId;
  if (newest !== null && nowMs - newest.sinceMs < everyMs) return newest.boardId;
  const turning = asking.length > 0 ? asking.map(({ boardId }) => boardId) : boardIds;
  return turning[Math.floor(nowMs / everyMs) % turning.length] ?? null;
}

/** An act that began since is worth more than what somebody wanted to look at. */
function holds(hand: Hand, newest: Act | null, nowMs: number): boolean {
  if (newest !== null && newest.sinceMs > hand.atMs) return false;
  return Math.abs(nowMs - hand.atMs) < HELD_BY_HAND_MS;
}

/** The neighbour of the board that is shown, round and round. */
export function neighbour(boardIds: readonly BoardId[], shown: BoardId | null, step: 1 | -1): BoardId | null {
  const at = shown === null ? 0 : boardIds.indexOf(shown);
  return boardIds[(at + step + boardIds.length) % boardIds.length] ?? null;
}
