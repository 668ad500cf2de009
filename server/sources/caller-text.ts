import type { Caller } from "../../lib/events";
import { shownName } from "../../lib/names/names";

// Asterisk's events say "<unknown>" where rows of its lists say "unknown"; "anonymous" is what a withheld number comes as.
const NOBODY = new Set(["", "anonymous", "unknown", "<unknown>"]);

/** Who calls, from texts as a source spells them. A withheld number is null. */
export const callerFromText = (number: string | null, name: string | null = null): Caller => ({
  number: plainNumber(someone(number)),
  name: someone(name),
});

/** What stands between the digits of a number for readers. */
const BETWEEN_DIGITS = /[ ()./-]/g;
const DIGITS = /^\+?\d+$/;

/** A number as it is dialled: one caller, however his number is grouped. What is no number stays as it came. */
function plainNumber(number: string | null): string | null {
  const dialled = number?.replace(BETWEEN_DIGITS, "") ?? "";
  return DIGITS.test(dialled) ? dialled : number;
}

/** A name, or a reason that people typed, as it may be shown; null: there is none. */
export const nameFrom = (text: string | null): string | null => (text === null ? null : shownName(text) || null);

function someone(text: string | null): string | null {
  const clean = shownName(text ?? "");
  return NOBODY.has(clean.toLowerCase()) ? null : clean;
}
