import type { JSX, ReactNode } from "react";
import type { Words } from "../../../lib/words/words";
import { WordsContext } from "../use-words";
import type { Speech } from "./speech";

type Props<Said extends Words> = {
  readonly speech: Speech<Said>;
  /** null: not there yet, English until then. */
  readonly words: Said | null;
  readonly children: ReactNode;
};

/** Gives a screen's words to all below, and to the parts that it has in common with other screens. */
export function Speaks<Said extends Words>({ speech, words, children }: Props<Said>): JSX.Element {
  const said = words ?? speech.english;
  return (
    <WordsContext.Provider value={said}>
      <speech.Context.Provider value={said}>{children}</speech.Context.Provider>
    </WordsContext.Provider>
  );
}
