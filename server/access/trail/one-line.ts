import { cleanName } from "../../../lib/names/names";

/** More than any name or change of ours needs; what is longer was typed to fill the disk. */
const MOST_CHARACTERS = 200;

/**
 * Text as it stands in a line of the audit trail: without control, format and direction characters, so that no name
 * makes a second line, and none looks like another.
 */
export const oneLine = (text: string): string =>
  // Cut before and after: the work must not grow with what somebody typed, nor a pair be cut in two.
  Array.from(cleanName(text.slice(0, 4 * MOST_CHARACTERS)))
    .slice(0, MOST_CHARACTERS)
    .join("");
