import type { Caller } from "../../../lib/events";
import { plainId } from "../../../lib/names/names";
import { callerFromText } from "../caller-text";

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

/** Values that come again and again are decoded once. */
export function createDecoder(): (raw: string) => string {
  const known = new Map<string, string>();
  return (raw) => {
    let text = known.get(raw);
    if (text !== undefined) return text;
    text = decodeText(raw);
    if (known.size >= 4_096) known.clear();
    known.set(detach(raw), text);
    return text;
  };
}

/** Who calls, from the raw values of CallerIDNum and CallerIDName. A withheld number is null. */
export const callerFrom = (rawNumber: string | null, rawName: string | null): Caller =>
  callerFromText(decodeText(rawNumber ?? ""), decodeText(rawName ?? ""));
