import { type Context, createContext, useEffect, useState } from "react";
import type { Language } from "../../../lib/config";
import type { Loaders } from "../../../lib/words/load/words";

/** What some screens say, as their parts get to hear it: English where nobody says, other languages once loaded. */
export type Speech<Said> = {
  readonly Context: Context<Said>;
  readonly english: Said;
  readonly load: Loaders<Said>;
};

export const createSpeech = <Said>(english: Said, load: Loaders<Said>): Speech<Said> => ({
  Context: createContext(english),
  english,
  load,
});

/**
 * What is said in a language; English where it cannot be loaded. null: it is on its way.
 * @param language null: not known yet
 */
export function useLoaded<Said>({ english, load }: Speech<Said>, language: Language | null): Said | null {
  const [loaded, setLoaded] = useState<{ readonly language: Language; readonly said: Said } | null>(null);
  useEffect(() => {
    if (language === null) return;
    let wanted = true;
    const keep = (said: Said): void => {
      if (wanted) setLoaded({ language, said });
    };
    load[language]().then(keep, () => keep(english));
    return () => {
      wanted = false;
    };
  }, [english, load, language]);
  return loaded?.language === language ? loaded.said : null;
}
