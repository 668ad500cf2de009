import { randomInt } from "node:crypto";
import { PAIRING_ALPHABET, PAIRING_CODE_LENGTH } from "../../../lib/access/access-types";

/** More than anybody types for six characters. */
const LONGEST_TYPED = 40;

export const newPairingCode = (): string =>
  Array.from({ length: PAIRING_CODE_LENGTH }, () => PAIRING_ALPHABET[randomInt(PAIRING_ALPHABET.length)]).join("");

/** The code somebody typed, whatever its case, with spaces and dashes or without; null: it can be none. */
export function readPairingCode(typed: string): string | null {
  if (typed.length > LONGEST_TYPED) return null;
  const code = typed.replace(/[\s\p{Pd}]/gu, "").toUpperCase();
  return code.length === PAIRING_CODE_LENGTH && [...code].every((one) => PAIRING_ALPHABET.includes(one)) ? code : null;
}
