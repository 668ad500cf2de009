/** What telephone systems, carriers and SIP write in place of a number that its caller withholds, or that nobody knows. */
const NOBODY = new Set([
  "anonymous",
  "blocked",
  "caller id blocked",
  "id unavailable",
  "no caller id",
  "no number",
  "not available",
  "number withheld",
  "out of area",
  "private",
  "private caller",
  "private number",
  "restricted",
  "unavailable",
  "unknown",
  "unknown number",
  "withheld",
  "withheld number",
]);

/** What programs write for nothing; there are people of that name. */
const NOTHING = new Set(["null", "undefined", "unknown caller"]);
/** The words again, as some carriers spell them on the keys of a telephone: +266696687 is ANONYMOUS. */
const ON_KEYS = new Set(["+2562533", "+266696687", "+7378742833", "+8656696", "+86282452253"]);
const ZEROS = /^\+?0+$/;
/** RFC 3323 has callers be `sip:anonymous@anonymous.invalid`. */
const SIP = /^(?:sips?:)?([^@]+)@.*$/;
const BRACKETS = /^[<("'[]+|[>)"'\]]+$/g;

/** Whether a number or a name, clean of what cannot be seen, stands for nobody. */
export function isWithheld(text: string): boolean {
  const word = text
    .toLowerCase()
    .replace(BRACKETS, "")
    .replace(SIP, "$1")
    .replaceAll(/[ _-]+/g, " ")
    .trim();
  return text === "" || NOBODY.has(word);
}

/** What of numbers alone stands for nobody besides. */
export const isNobodysNumber = (number: string): boolean =>
  ZEROS.test(number) || ON_KEYS.has(number) || NOTHING.has(number.toLowerCase());
