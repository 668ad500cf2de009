import { cleanName } from "../accounts/name";

const MOST_CHARACTERS = 64;
/** Marks piled on marks are one character to the eye. */
const LONGEST = 256;
const characters = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A name cleaned as those of accounts are, and cut at 64 characters as the eye counts them; null: nothing is left. */
export function displayNameOf(text: string): string | null {
  // Cut before and after: the work must not grow with what somebody typed. A pair cut in two is cleaned away.
  const clean = cleanName(cleanName(text.slice(0, 4 * LONGEST)).slice(0, LONGEST));
  const name = Array.from(characters.segment(clean), ({ segment }) => segment)
    .slice(0, MOST_CHARACTERS)
    .join("")
    .trim();
  return name === "" ? null : name;
}
