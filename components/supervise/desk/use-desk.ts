import { useEffect, useRef, useState } from "react";
import type { Desk, DeskRequest } from "../../../lib/desk/desk-types";
import { type Mark, markNow } from "../../shared/time/use-now";
import { ask } from "./ask";
import { followWhileSeen } from "./follow-while-seen";
import type { Follower } from "./follower";

/** What is known of what a supervisor looks at. */
export type DeskState = {
  /** null: not answered yet, for this choice. */
  readonly desk: Desk | null;
  /** When the server last said that this is how it stands. */
  readonly heardAt: Mark | null;
  readonly failing: boolean;
};
const NOTHING: DeskState = { desk: null, heardAt: null, failing: false };

function addressOf({ boardId, queueId, minutes }: DeskRequest, have: Desk | null): string {
  const query = new URLSearchParams();
  if (queueId !== null) query.set("queue", queueId);
  if (minutes !== null) query.set("minutes", String(minutes));
  if (have !== null) query.set("have", `${have.revision.epoch}.${have.revision.number}`);
  return `/api/v1/boards/${encodeURIComponent(boardId)}/desk?${query.toString()}`;
}

/** What was answered, and to which question. */
type Answered = DeskState & { readonly asked: DeskRequest };

const isSame = (one: DeskRequest, other: DeskRequest): boolean =>
  one.boardId === other.boardId && one.queueId === other.queueId && one.minutes === other.minutes;

/**
 * The desk of a choice, asked for again whenever the board has changed.
 * @param request null: there is nothing to ask
 * @param revision of the board as text; null: there is no board yet
 * @param connected whether the board's own connection stands: when it is back, what failed is asked at once
 */
export function useDesk(request: DeskRequest | null, revision: string | null, connected: boolean): DeskState {
  const { boardId = null, queueId = null, minutes = null } = request ?? {};
  const [state, setState] = useState<Answered | null>(null);
  const follower = useRef<Follower | null>(null);
  useEffect(() => {
    let have: Desk | null = null;
    if (boardId === null) return;
    const asked: DeskRequest = { boardId, queueId, minutes };
    let heardAt: Mark | null = null;
    const followed = followWhileSeen(async (signal) => {
      const answer = await ask<Desk>(addressOf(asked, have), signal);
      if (signal.aborted) return true;
      if (answer.type === "told") have = answer.body;
      const isHeard = answer.type === "told" || answer.type === "same";
      if (isHeard) heardAt = markNow();
      setState({ asked, desk: have, heardAt, failing: !isHeard });
      return answer.type !== "failed";
    });
    follower.current = followed;
    return () => {
      follower.current = null;
      followed.stop();
    };
  }, [boardId, queueId, minutes]);
  useEffect(() => {
    if (revision !== null) follower.current?.changed();
  }, [revision]);
  useEffect(() => {
    if (connected) follower.current?.again();
  }, [connected]);
  // Between a choice and its first answer, the last choice's desk must not stand under the new one's name.
  return state === null || request === null || !isSame(state.asked, request) ? NOTHING : state;
}
