import { createContext, useContext } from "react";
import { words as english } from "../../lib/words/en/words";
import type { Words } from "../../lib/words/words";

/** The language everything below is said in; English where nobody says. */
export const WordsContext = createContext<Words>(english);

/** What every screen says; what a kind of screen says besides is in `speech`. */
export const useWords = (): Words => useContext(WordsContext);
