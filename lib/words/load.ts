import type { Language } from "../config";
import { assertNever } from "../vocabulary";
import type { Words } from "./words";

/** A language's words; each language is a file of its own, so that a screen loads only what it says. */
export async function loadWords(language: Language): Promise<Words> {
  switch (language) {
    case "en":
      return (await import("./en/words")).words;
    case "de":
      return (await import("./de/words")).words;
    case "es":
      return (await import("./es/words")).words;
    case "pt-BR":
      return (await import("./pt-br/words")).words;
    case "fr":
      return (await import("./fr/words")).words;
    default:
      return assertNever(language);
  }
}
