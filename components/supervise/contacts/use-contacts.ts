import { useCallback, useEffect, useRef, useState } from "react";
import { follow, type Follower } from "../desk/follower";
import { type ContactsQuery, type Listed, PAGE, readNewest, readPage } from "./contact-pages";

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
 * The contacts behind a figure, read again whenever the figures have changed, as many as were asked for.
 * @param revision of the figures as text; null: not known yet
 */
export function useContacts(
  query: ContactsQuery,
  revision: string | null,
): ContactsState & { readonly more: () => void } {
  const { boardId, queueId, minutes, figure, part } = query;
  const [state, setState] = useState<Answered | null>(null);
  const follower = useRef<Follower | null>(null);
  const askMore = useRef<() => void>(() => undefined);
  useEffect(() => {
    const asked: ContactsQuery = { boardId, queueId, minutes, figure, part };
    let count = PAGE;
    let listed: Listed | null = null;
    const followed = follow(async (signal) => {
      const answer = await readNewest(count, (limit, after) => readPage(asked, limit, after, signal));
      if (signal.aborted) return true;
      if (typeof answer !== "string") listed = answer;
      setState({ asked, listed, failing: typeof answer === "string" });
      return answer !== "failed";
    });
    follower.current = followed;
    askMore.current = () => {
      if (listed === null || listed.next === null || listed.lines.length < count) return;
      count += PAGE;
      followed.changed();
    };
    return () => {
      follower.current = null;
      askMore.current = () => undefined;
      followed.stop();
    };
  }, [boardId, queueId, minutes, figure, part]);
  useEffect(() => {
    if (revision !== null) follower.current?.changed();
  }, [revision]);
  // Between a choice and its first answer, the last choice's contacts must not stand under the new one's name.
  const shown = state === null || !isSame(state.asked, query) ? NOTHING : state;
  return { listed: shown.listed, failing: shown.failing, more: useCallback(() => askMore.current(), []) };
}
