import type { BoardLook, Theme } from "../../../lib/config";
import { LANGUAGES } from "../../../lib/words/language";

const THEMES: readonly Theme[] = ["dark", "light", "contrast"];
/** What a configuration may say of a screen. */
const INCHES = { from: 10, to: 200 };
const METRES = { from: 1, to: 30 };

/**
 * A board's look with what the address says instead: `?inches=55&metres=8&theme=light&lang=de`, for trying. What makes no
 * sense is left as it is configured.
 * @param search `location.search`
 */
export function lookFromAddress(look: BoardLook, search: string): BoardLook {
  const asked = new URLSearchParams(search);
  const inches = numberIn(asked.get("inches"), INCHES);
  const metres = numberIn(asked.get("metres"), METRES);
  const lang = asked.get("lang")?.toLowerCase();
  return {
    ...look,
    theme: THEMES.find((theme) => theme === asked.get("theme")) ?? look.theme,
    language: LANGUAGES.find((language) => language.toLowerCase() === lang) ?? look.language,
    viewing: inches === null || metres === null ? look.viewing : { screenInches: inches, distanceMetres: metres },
  };
}

function numberIn(text: string | null, { from, to }: { readonly from: number; readonly to: number }): number | null {
  const number = text === null || text.trim() === "" ? Number.NaN : Number(text);
  return number >= from && number <= to ? number : null;
}
