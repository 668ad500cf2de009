/** More than any name or change of ours needs; what is longer was typed to fill the disk. */
const MOST_CHARACTERS = 200;

/**
 * Text as it stands in a line of the audit trail: without control, format and direction characters, so that no name
 * makes a second line, and none looks like another.
 */
export function oneLine(text: string): string {
  // Cut before and after: the work must not grow with what somebody typed, nor a pair be cut in two.
  const clean = text
    .slice(0, 4 * MOST_CHARACTERS)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
    .replace(/\p{C}/gu, "")
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .trim();
  return Array.from(clean).slice(0, MOST_CHARACTERS).join("");
}
