import { cleanName } from "../../../lib/names/names";

/** Longer names fit nowhere. */
export const LONGEST_NAME = 60;

/** What two spellings of the same name have in common. */
export const foldName = (text: string): string => cleanName(text).normalize("NFKC").toUpperCase().toLowerCase();

/** Why a cleaned name cannot be one, in one sentence; null: it can. `what` begins the sentence. */
export function nameProblem(name: string, what: string): string | null {
  if (name === "") return `${what} needs a name.`;
  return Array.from(name).length > LONGEST_NAME ? `A name has at most ${LONGEST_NAME} characters.` : null;
}
