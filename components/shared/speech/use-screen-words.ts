import { useEffect, useState, useSyncExternalStore } from "react";
import type { Language } from "../../../lib/config";
import { languageOf } from "../../../lib/words/language";
import type { Words } from "../../../lib/words/words";
import { type Speech, useLoaded } from "./speech";

const never = (): (() => void) => () => undefined;

/**
 * The words a screen speaks: the board's, and before there is one the browser's. Between two languages the last one
 * stands until the next is there.
 * @param boardLanguage null: not known yet
 * @returns null: none is there yet
 */
export function useScreenWords<Said extends Words>(speech: Speech<Said>, boardLanguage: Language | null): Said | null {
  const own = useSyncExternalStore(
    never,
    () => languageOf(navigator.languages),
    () => null,
  );
  const loaded = useLoaded(speech, boardLanguage ?? own);
  const [last, setLast] = useState<Said | null>(null);
  if (loaded !== null && loaded !== last) setLast(loaded);
  const words = loaded ?? last;
  useDocumentLanguage(words?.language ?? "en");
  return words;
}

/** Tells browsers and screen readers which language stands there; the page as it is sent is English. */
function useDocumentLanguage(language: Language): void {
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
}
