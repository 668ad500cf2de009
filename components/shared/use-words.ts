import { createContext, useContext, useEffect, useState } from "react";
import type { Language } from "../../lib/config";
import { words as english } from "../../lib/words/en/words";
import { loadWords } from "../../lib/words/load";
import type { Words } from "../../lib/words/words";

/** The language everything below is said in; English where nobody says. */
export const WordsContext = createContext<Words>(english);

export const useWords = (): Words => useContext(WordsContext);

/**
 * A language's words for `WordsContext.Provider`; English where they cannot be loaded. null: they are on their way.
 * @param language null: not known yet
 */
export function useLoadedWords(language: Language | null): Words | null {
  const [loaded, setLoaded] = useState<{ readonly language: Language; readonly words: Words } | null>(null);
  useEffect(() => {
    if (language === null) return;
    let wanted = true;
    const keep = (words: Words): void => {
      if (wanted) setLoaded({ language, words });
    };
    loadWords(language).then(keep, () => keep(english));
    return () => {
      wanted = false;
    };
  }, [language]);
  return loaded?.language === language ? loaded.words : null;
}

/** Tells browsers and screen readers which language stands there; the page as it is sent is English. */
export function useDocumentLanguage(language: Language): void {
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
}
