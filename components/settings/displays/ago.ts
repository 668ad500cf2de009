import type { Language } from "../../../lib/config";
import { LOCALES } from "../../../lib/words/language";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long ago in words, `12 minutes ago`, `yesterday`. What seems to lie ahead, by a clock that is wrong, is now. */
export function agoText(agoMs: number, language: Language): string {
  const words = new Intl.RelativeTimeFormat(LOCALES[language], { numeric: "auto" });
  if (agoMs < MINUTE_MS) return words.format(0, "second");
  if (agoMs < HOUR_MS) return words.format(-Math.floor(agoMs / MINUTE_MS), "minute");
  if (agoMs < DAY_MS) return words.format(-Math.floor(agoMs / HOUR_MS), "hour");
  return words.format(-Math.floor(agoMs / DAY_MS), "day");
}
