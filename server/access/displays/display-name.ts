const MOST_CHARACTERS = 64;
/** Marks piled on marks are one character to the eye. */
const LONGEST = 256;
const characters = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A name fit to be shown: one line, no control, format or direction characters, at most 64 characters; null: nothing is left. */
export function displayNameOf(text: string): string | null {
  const clean = text
    .slice(0, 4 * LONGEST)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
    .replace(/\p{C}/gu, "")
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .trim()
    .slice(0, LONGEST)
    // What the cut may have left of a pair.
    .replace(/\p{Cs}/gu, "");
  const name = Array.from(characters.segment(clean), ({ segment }) => segment)
    .slice(0, MOST_CHARACTERS)
    .join("")
    .trim();
  return name === "" ? null : name;
}
