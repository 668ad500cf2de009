import { create } from "zustand";
import type { RevealedCaller } from "../../../lib/access/access-types";
import { type Answer, ask } from "../../access/ask";
import { askAgain } from "../../access/me-store";
import { readChoice } from "../choice/choice";

type Open = {
  /** Whose number is shown, by the place where it is; null: nobody's. */
  readonly place: string | null;
  /** What the server says; kept no longer than it is shown. */
  readonly answer: Promise<Answer<RevealedCaller>> | null;
};

const CLOSED: Open = { place: null, answer: null };
const useOpen = create<Open>(() => CLOSED);

/** Whether the number is shown at this place; never at two. */
export const useIsShown = (place: string): boolean => useOpen((open) => open.place === place);

/** What was answered about the number that is shown. */
export const answerNow = (): Open["answer"] => useOpen.getState().answer;

/**
 * Asks for one caller's number, which the server writes down, and hides the one that was shown.
 * @param key of the contact, as lists have it
 */
export function showNumber(place: string, key: string): void {
  const { boardId } = readChoice(globalThis.location.search);
  const answer = ask<RevealedCaller>("POST", "/api/v1/contacts/number", { board: boardId, key });
  useOpen.setState({ place, answer });
  void answer.then((said) => {
    // The right may have been taken away.
    if (said.kind === "refused" && said.status === 403) void askAgain();
  });
}

/** @param place only what is shown there; another one stays */
export function hideNumber(place: string): void {
  if (useOpen.getState().place === place) useOpen.setState(CLOSED);
}
