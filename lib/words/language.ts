import type { Language } from "../config";

export const LANGUAGES: readonly Language[] = ["en", "de", "es", "pt-BR", "fr"];

/** What `Intl` is asked with. */
export const LOCALES: Readonly<Record<Language, string>> = {
  en: "en-GB",
  de: "de-DE",
  es: "es-ES",
  "pt-BR": "pt-BR",
  fr: "fr-FR",
};

/**
 * The first of a reader's languages that there is; otherwise English.
 * @param preferred as a browser tells them, `["de-AT", "en"]`; a kiosk's may be `en-US@posix`
 */
export function languageOf(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const base = tag.toLowerCase().split(/[-_@]/)[0];
    const found = LANGUAGES.find((language) => language.toLowerCase().split("-")[0] === base);
    if (found !== undefined) return found;
  }
  return "en";
}
