import type { JSX, ReactNode } from "react";
import { words as english } from "../../lib/words/en/words";
import { loadWords } from "../../lib/words/load/words";
import type { Words } from "../../lib/words/words";
import { type Speech, useLoaded } from "../shared/speech/speech";
import { useScreenWords } from "../shared/speech/use-screen-words";
import { WordsContext } from "../shared/use-words";
import { ACCESS_SPEECH } from "./use-access-words";

/** Its pages say nothing but what every screen says, and the words of coming in. */
const SPEECH: Speech<Words> = { Context: WordsContext, english, load: loadWords };

type Props = {
  /** Stands there until there are words. */
  readonly waiting: JSX.Element;
  readonly children: ReactNode;
};

/** A page in the reader's language, with the words of coming in. */
export function Spoken({ waiting, children }: Props): JSX.Element {
  const words = useScreenWords(SPEECH, null);
  const access = useLoaded(ACCESS_SPEECH, words?.language ?? "en");
  if (words === null || access === null) return waiting;
  return (
    <WordsContext.Provider value={words}>
      <ACCESS_SPEECH.Context.Provider value={access}>{children}</ACCESS_SPEECH.Context.Provider>
    </WordsContext.Provider>
  );
}
