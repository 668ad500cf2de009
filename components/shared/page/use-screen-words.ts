import { useState, useSyncExternalStore } from "react";
import type { Language } from "../../../lib/config";
import { languageOf } from "../../../lib/words/language";
import type { Words } from "../../../lib/words/words";
import { useDocumentLanguage, useLoadedWords } from "../use-words";

const never = (): (() => void) => () => undefined;

/**
 * The words a screen speaks: the board's, and before there is one the browser's. Between two languages the last one
 * stands until the next is there.
 * @param boardLanguage null: not known yet
 * @returns null: none is there yet
 */
export function useScreenWords(boardLanguage: Language | null): Words | null {
  const own = useSyncExternalStore(
    never,
    () => languageOf(navigator.languages),
    () => null,
  );
  const language = boardLanguage ?? own;
  const loaded = useLoadedWords(language);
  const [last, setLast] = useState<Words | null>(null);
  if (loaded !== null && loaded !== last) setLast(loaded);
  const words = loaded ?? last;
  useDocumentLanguage(words?.language ?? "en");
  return words;
}
