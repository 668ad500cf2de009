/** What stands between the digits of a number for readers. */
const BETWEEN_DIGITS = /[ ()./-]/g;
const DIGITS = /^\+?\d+$/;

/** A number as it is dialled, `+` and digits, however these are grouped; null: it is none. */
export function plainNumber(text: string): string | null {
  const dialled = text.replace(BETWEEN_DIGITS, "");
  return DIGITS.test(dialled) ? dialled : null;
}
