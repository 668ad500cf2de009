import { PAIRING_ALPHABET, PAIRING_CODE_LENGTH } from "../../../lib/access/access-types";

/** What somebody typed for a code. `unlikely`: with signs that no code has. */
export type TypedCode =
  { readonly kind: "code"; readonly code: string } | { readonly kind: "unlikely" } | { readonly kind: "incomplete" };

/** Reads a code as people write it: in small letters, with spaces and dashes, all of which do not matter. */
export function readTypedCode(typed: string): TypedCode {
  const signs = [...typed.replace(/[\s\u2010-\u2015-]/g, "").toUpperCase()];
  if (signs.some((sign) => !PAIRING_ALPHABET.includes(sign))) return { kind: "unlikely" };
  return signs.length === PAIRING_CODE_LENGTH ? { kind: "code", code: signs.join("") } : { kind: "incomplete" };
}
