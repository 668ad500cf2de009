import type { JSX, ReactNode } from "react";
import { words as english } from "../../lib/words/en/words";
import { loadWords } from "../../lib/words/load/words";
import type { Words } from "../../lib/words/words";
import { type Speech, useLoaded } from "../shared/speech/speech";
import { useScreenWords } from "../shared/speech/use-screen-words";
import { WordsContext } from "../shared/use-words";
import { SETTINGS_SPEECH, SettingsWordsContext } from "./use-settings-words";

/** Its pages say nothing but what every screen says, and the words of the settings. */
const SPEECH: Speech<Words> = { Context: WordsContext, english, load: loadWords };

type Props = {
  /** Stands there until there are words. */
  readonly waiting: JSX.Element;
  readonly children: ReactNode;
};

/** A page in the reader's language, with the words of coming in and of the settings. */
export function Spoken({ waiting, children }: Props): JSX.Element {
  const words = useScreenWords(SPEECH, null);
  const settings = useLoaded(SETTINGS_SPEECH, words?.language ?? "en");
  if (words === null || settings === null) return waiting;
  return (
    <WordsContext.Provider value={words}>
      <SettingsWordsContext.Provider value={settings}>{children}</SettingsWordsContext.Provider>
    </WordsContext.Provider>
  );
}
