import type { Caller } from "../../../lib/events";
import { plainId, shownName } from "../../../lib/names/names";

const PLAIN = /^[\x20-\x7e]*$/;

/**
 * The text of a value that came as Latin-1 characters: its bytes as UTF-8, what is none replaced, control characters
 * taken out. The result does not hold on to the chunk it was cut from.
 */
export function decodeText(raw: string): string {
  if (PLAIN.test(raw)) return detach(raw);
  return plainId(Buffer.from(raw, "latin1").toString("utf8"));
}

/** A slice keeps its whole chunk in memory for as long as it lives itself; a copy does not. */
export function detach(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}

/** A name, or a reason that people typed, as it may be shown; null: there is none. */
export const nameFrom = (text: string | null): string | null => (text === null ? null : shownName(text) || null);

// Events say "<unknown>" where rows of a list say "unknown"; "anonymous" is what a withheld number comes as.
const NOBODY = new Set(["", "anonymous", "unknown", "<unknown>"]);

/** Who calls, from the raw values of CallerIDNum and CallerIDName. A withheld number is null. */
export function callerFrom(rawNumber: string | null, rawName: string | null): Caller {
  return { number: known(rawNumber), name: known(rawName) };
}

/** Who calls, where the texts are decoded already. */
export const callerFromText = (number: string | null, name: string | null = null): Caller => ({
  number: someone(number ?? ""),
  name: someone(name ?? ""),
});

const known = (raw: string | null): string | null => someone(decodeText(raw ?? ""));

function someone(text: string): string | null {
  const clean = shownName(text);
  return NOBODY.has(clean.toLowerCase()) ? null : clean;
}
