import type { JSX, ReactNode } from "react";
import { useScreenWords } from "../shared/page/use-screen-words";
import { WordsContext } from "../shared/use-words";
import { SettingsWordsContext, useLoadedSettingsWords } from "./use-settings-words";

type Props = {
  /** Stands there until there are words. */
  readonly waiting: JSX.Element;
  readonly children: ReactNode;
};

/** A page in the reader's language, with the words of coming in and of the settings. */
export function Spoken({ waiting, children }: Props): JSX.Element {
  const words = useScreenWords(null);
  const settings = useLoadedSettingsWords(words?.language ?? "en");
  if (words === null || settings === null) return waiting;
  return (
    <WordsContext.Provider value={words}>
      <SettingsWordsContext.Provider value={settings}>{children}</SettingsWordsContext.Provider>
    </WordsContext.Provider>
  );
}
