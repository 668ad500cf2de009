import { create } from "zustand";
import type { Answer } from "../../access/ask";
import { askAgain } from "../../access/me-store";

type Open<Told> = {
  /** Whose number is shown, by the place where it is; null: nobody's. */
  readonly place: string | null;
  /** What the server says; kept no longer than it is shown. */
  readonly answer: Promise<Answer<Told>> | null;
};

export type OpenNumber<Told> = {
  /** Whether the number is shown at this place; never at two. */
  readonly useIsShown: (place: string) => boolean;
  readonly isShown: (place: string) => boolean;
  /** What was answered about the number that is shown. */
  readonly answer: () => Open<Told>["answer"];
  /** Shows what the server says, and hides the one that was shown. */
  readonly show: (place: string, answer: Promise<Answer<Told>>) => void;
  /** @param place only what is shown there; another one stays */
  readonly hide: (place: string) => void;
};

/** Numbers of callers of which one is shown at a time. */
export function createOpenNumber<Told>(): OpenNumber<Told> {
  const closed: Open<Told> = { place: null, answer: null };
  const useOpen = create<Open<Told>>(() => closed);
  const isShown = (place: string): boolean => useOpen.getState().place === place;
  return {
    useIsShown: (place) => useOpen((open) => open.place === place),
    isShown,
    answer: () => useOpen.getState().answer,
    show(place, answer) {
      useOpen.setState({ place, answer });
      void answer.then((said) => {
        // The right may have been taken away.
        if (said.kind === "refused" && said.status === 403) void askAgain();
      });
    },
    hide(place) {
      if (isShown(place)) useOpen.setState(closed);
    },
  };
}
