import { createContext, useContext, useEffect, useState } from "react";
import type { Language } from "../../lib/config";
import { settingsWords as english } from "../../lib/words/en/settings/words";
import { loadSettingsWords, type SettingsWords } from "../../lib/words/load-settings";

/** What `useSettingsWords` gives below it, in the language of the words round it. */
export const SettingsWordsContext = createContext<SettingsWords>(english);

/** The words of coming in and of the settings; there are some below `AccessGate` and `Spoken`. */
export const useSettingsWords = (): SettingsWords => useContext(SettingsWordsContext);

/** A language's words for the context; English where they cannot be loaded. null: they are on their way. */
export function useLoadedSettingsWords(language: Language): SettingsWords | null {
  const [loaded, setLoaded] = useState<{ readonly language: Language; readonly words: SettingsWords } | null>(null);
  useEffect(() => {
    let wanted = true;
    const keep = (words: SettingsWords): void => {
      if (wanted) setLoaded({ language, words });
    };
    loadSettingsWords(language).then(keep, () => keep(english));
    return () => {
      wanted = false;
    };
  }, [language]);
  return loaded?.language === language ? loaded.words : null;
}
