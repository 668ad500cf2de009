/** Longer names fit nowhere. */
export const LONGEST_NAME = 60;

/**
 * A name fit to be shown and compared: composed, without control, format and direction characters, single spaces.
 * Not cut: who asks says what is too long.
 */
export const cleanName = (text: string): string =>
  text
    .normalize("NFC")
    .replaceAll(/[\p{Zl}\p{Zp}\s]+/gu, " ")
    .replaceAll(/\p{C}/gu, "")
    .trim();

/** What two spellings of the same name have in common. */
export const foldName = (text: string): string => cleanName(text).normalize("NFKC").toUpperCase().toLowerCase();

/** Why a cleaned name cannot be one, in one sentence; null: it can. `what` begins the sentence. */
export function nameProblem(name: string, what: string): string | null {
  if (name === "") return `${what} needs a name.`;
  return Array.from(name).length > LONGEST_NAME ? `A name has at most ${LONGEST_NAME} characters.` : null;
}
