import { useCallback, useEffect, useRef, useState } from "react";
import type { MissedPage, MissedRow } from "../../../lib/recovery/missed-api";
import { type Answer, ask } from "../../access/ask";
import { followWhileSeen } from "../../supervise/desk/follow-while-seen";
import type { Follower } from "../../supervise/desk/follower";
import type { MissedChoice } from "../choice/missed-choice";
import { lacks, NO_ROWS, type Range, rangeAround, type SparseRows, withPage, withRow } from "./sparse-rows";

/** However busy the board, the list is asked for no more often than this. */
const ASK_EVERY_MS = 2_000;
/** Who has what changes without any figure of the board. */
const LOOK_EVERY_MS = 10_000;

/** What a page says beside its rows. */
export type MissedMeta = Omit<MissedPage, "rows">;
export type MissedState = {
  /** null: not answered yet, for this choice. */
  readonly meta: MissedMeta | null;
  readonly rows: SparseRows;
  readonly failing: boolean;
};
const NOTHING: MissedState = { meta: null, rows: NO_ROWS, failing: false };

export type MissedListState = MissedState & {
  /** What was said last, whatever the choice: most of it is of all lists. null: nothing yet. */
  readonly latest: MissedMeta | null;
  /** These places are in sight: what is not known of them is asked for. */
  readonly see: (from: number, to: number) => void;
  /** A row as the server just said it is; the list is asked for anew. */
  readonly put: (row: MissedRow) => void;
  /** Something is another than it was. */
  readonly again: () => void;
};

export function missedAddress({ list, queueId, why }: MissedChoice, { offset, limit }: Range): string {
  const query = new URLSearchParams({ list, offset: String(offset), limit: String(limit) });
  if (queueId !== null) query.set("queue", queueId);
  if (why !== null) query.set("why", why);
  return `/api/v1/missed?${query.toString()}`;
}

/** Asks and keeps for one choice; nothing of it is React's. */
type Reader = Pick<MissedListState, "see" | "put" | "again"> & { readonly follower: Follower };

function createReader(choice: MissedChoice, tell: (state: MissedState) => void): Reader {
  let state = NOTHING;
  let seen = { from: 0, to: 0 };
  let filling = false;
  /** What was asked for before the last act may say how it stood before that. */
  let acts = 0;

  const set = (change: Partial<MissedState>): void => {
    state = { ...state, ...change };
    tell(state);
  };
  const take = ({ rows: told, ...meta }: MissedPage, offset: number, renews: boolean): void =>
    set({ meta, failing: false, rows: withPage(state.rows, { offset, total: meta.total, rows: told }, renews) });
  const read = (range: Range): Promise<Answer<MissedPage>> => ask<MissedPage>("GET", missedAddress(choice, range));

  const follower = followWhileSeen(async (signal) => {
    const range = rangeAround(seen.from, seen.to);
    const before = acts;
    const answer = await read(range);
    if (signal.aborted) return true;
    if (answer.kind !== "ok") {
      set({ failing: true });
      return false;
    }
    if (before === acts) take(answer.value, range.offset, true);
    else follower.changed();
    fill();
    return true;
  }, ASK_EVERY_MS);

  /** One question at a time, for what is in sight when it is asked. */
  function fill(): void {
    if (filling || state.meta === null || !lacks(state.rows, seen.from, seen.to)) return;
    filling = true;
    const range = rangeAround(seen.from, seen.to);
    const before = acts;
    const { round } = state.rows;
    void read(range).then((answer) => {
      filling = false;
      if (answer.kind !== "ok") return;
      // Otherwise what came meanwhile is newer.
      if (before === acts && round === state.rows.round) take(answer.value, range.offset, false);
      fill();
    });
  }
  return {
    follower,
    see: (from, to) => {
      seen = { from, to };
      fill();
    },
    put: (row) => {
      acts += 1;
      set({ rows: withRow(state.rows, row) });
      follower.changed();
    },
    again: follower.changed,
  };
}

/** What was answered, and to which question. */
type Answered = MissedState & { readonly asked: string; readonly latest: MissedMeta | null };
const keyOf = ({ list, queueId, why }: MissedChoice): string => JSON.stringify([list, queueId, why]);

/**
 * A list of missed callers as far as it is in sight, kept up to date.
 * @param revision of the board as text: with another, the list may be another too
 * @param connected whether the board's own connection stands: when it is back, what failed is asked at once
 */
export function useMissedList(choice: MissedChoice, revision: string, connected: boolean): MissedListState {
  const { list, queueId, why } = choice;
  const [state, setState] = useState<Answered | null>(null);
  const reader = useRef<Reader | null>(null);
  useEffect(() => {
    const asked: MissedChoice = { list, queueId, why };
    let left = false;
    const made = createReader(asked, (told) => {
      if (left) return;
      setState((before) => ({ ...told, asked: keyOf(asked), latest: told.meta ?? before?.latest ?? null }));
    });
    reader.current = made;
    const timer = setInterval(made.again, LOOK_EVERY_MS);
    return () => {
      left = true;
      reader.current = null;
      clearInterval(timer);
      made.follower.stop();
    };
  }, [list, queueId, why]);
  useEffect(() => {
    if (revision !== "") reader.current?.again();
  }, [revision]);
  useEffect(() => {
    if (connected) reader.current?.follower.again();
  }, [connected]);
  // Between a choice and its first answer, the last one's rows must not stand under the new one's name.
  const { meta, rows, failing } = state?.asked === keyOf(choice) ? state : NOTHING;
  return {
    meta,
    rows,
    failing,
    latest: state?.latest ?? null,
    see: useCallback((from, to) => reader.current?.see(from, to), []),
    put: useCallback((row) => reader.current?.put(row), []),
    again: useCallback(() => reader.current?.again(), []),
  };
}
