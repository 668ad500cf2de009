import { useCallback, useEffect, useRef, useState } from "react";
import { markNow } from "../../shared/time/use-now";
import { followWhileSeen } from "../desk/follow-while-seen";
import type { Follower } from "../desk/follower";
import { type ContactsQuery, type Listed, type ReadPage, readPage } from "./contact-pages";
import { createContactReader } from "./contact-reader";

export type ContactsState = {
  /** null: not answered yet. */
  readonly listed: Listed | null;
  readonly failing: boolean;
};
const NOTHING: ContactsState = { listed: null, failing: false };
/** What was answered, and to which question. */
type Answered = ContactsState & { readonly asked: ContactsQuery };

const isSame = (one: ContactsQuery, other: ContactsQuery): boolean =>
  one.boardId === other.boardId &&
  one.queueId === other.queueId &&
  one.minutes === other.minutes &&
  one.figure === other.figure &&
  one.part === other.part;

/**
 * The contacts behind a figure, as many as were asked for; kept up to date whenever the figures have changed.
 * @param revision of the figures as text; null: not known yet
 * @param connected whether the board's own connection stands: when it is back, what failed is asked at once
 */
export function useContacts(
  query: ContactsQuery,
  revision: string | null,
  connected: boolean,
): ContactsState & { readonly more: () => void } {
  const { boardId, queueId, minutes, figure, part } = query;
  const [state, setState] = useState<Answered | null>(null);
  const follower = useRef<Follower | null>(null);
  const askMore = useRef<() => void>(() => undefined);
  useEffect(() => {
    const asked: ContactsQuery = { boardId, queueId, minutes, figure, part };
    const reader = createContactReader();
    let sweep: ReturnType<typeof setTimeout> | undefined;
    const followed = followWhileSeen(async (signal) => {
      const page: ReadPage = (limit, after) => readPage(asked, limit, after, signal);
      const answer = await reader.read(page, markNow().steadyMs);
      if (signal.aborted) return true;
      setState({ asked, listed: reader.listed(), failing: typeof answer === "string" });
      const sweepInMs = reader.sweepInMs(markNow().steadyMs);
      clearTimeout(sweep);
      if (sweepInMs !== null) sweep = setTimeout(followed.changed, sweepInMs);
      return answer !== "failed";
    });
    follower.current = followed;
    askMore.current = () => {
      if (reader.more()) followed.changed();
    };
    return () => {
      follower.current = null;
      askMore.current = () => undefined;
      clearTimeout(sweep);
      followed.stop();
    };
  }, [boardId, queueId, minutes, figure, part]);
  useEffect(() => {
    if (revision !== null) follower.current?.changed();
  }, [revision]);
  useEffect(() => {
    if (connected) follower.current?.again();
  }, [connected]);
  // Between a choice and its first answer, the last choice's contacts must not stand under the new one's name.
  const shown = state === null || !isSame(state.asked, query) ? NOTHING : state;
  return { listed: shown.listed, failing: shown.failing, more: useCallback(() => askMore.current(), []) };
}
