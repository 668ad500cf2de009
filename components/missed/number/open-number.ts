import { create } from "zustand";
import type { MissedNumber } from "../../../lib/recovery/missed-api";
import { type Answer, ask } from "../../access/ask";
import { askAgain } from "../../access/me-store";

type Open = {
  /** Whose number is shown; null: nobody's. */
  readonly id: string | null;
  /** What the server says; kept no longer than it is shown. */
  readonly answer: Promise<Answer<MissedNumber>> | null;
};

const CLOSED: Open = { id: null, answer: null };
const useOpen = create<Open>(() => CLOSED);

/** Whether this caller's number is shown; never two. */
export const useIsNumberShown = (id: string): boolean => useOpen((open) => open.id === id);
export const isNumberShown = (id: string): boolean => useOpen.getState().id === id;

/** What was answered about the number that is shown. */
export const numberAnswer = (): Open["answer"] => useOpen.getState().answer;

/** Asks for one caller's number, which the server writes down, and hides the one that was shown. */
export function showNumber(id: string): void {
  const answer = ask<MissedNumber>("POST", `/api/v1/missed/${encodeURIComponent(id)}/number`);
  useOpen.setState({ id, answer });
  void answer.then((said) => {
    // The right may have been taken away.
    if (said.kind === "refused" && said.status === 403) void askAgain();
  });
}

/** @param id only his; another's stays */
export function hideNumber(id: string): void {
  if (isNumberShown(id)) useOpen.setState(CLOSED);
}
