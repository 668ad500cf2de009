import type { Caller } from "../../../lib/events";

/** Longer names are cut: nobody reads them on a wall. */
const MAX_CODE_POINTS = 64;
const PLAIN = /^[\x20-\x7e]*$/;

/**
 * The text of a value that came as Latin-1 characters: its bytes as UTF-8, what is none replaced, control characters
 * taken out. The result does not hold on to the chunk it was cut from.
 */
export function decodeText(raw: string): string {
  if (PLAIN.test(raw)) return detach(raw);
  return Buffer.from(raw, "latin1")
    .toString("utf8")
    .replaceAll(/\p{Cc}/gu, "");
}

/** A slice keeps its whole chunk in memory for as long as it lives itself; a copy does not. */
export function detach(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}

/** A name fit to be shown: no control, format or direction characters, at most 64 code points. */
export function cleanName(text: string): string {
  const clean = text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, "").trim();
  return clean.length <= MAX_CODE_POINTS ? clean : Array.from(clean).slice(0, MAX_CODE_POINTS).join("");
}

// Events say "<unknown>" where rows of a list say "unknown"; "anonymous" is what a withheld number comes as.
const NOBODY = new Set(["", "anonymous", "unknown", "<unknown>"]);

/** Who calls, from the raw values of CallerIDNum and CallerIDName. A withheld number is null. */
export function callerFrom(rawNumber: string | null, rawName: string | null): Caller {
  return { number: known(rawNumber), name: known(rawName) };
}

/** Who calls, where only a number is told and its text is decoded already. */
export function callerFromText(number: string): Caller {
  return { number: someone(number), name: null };
}

const known = (raw: string | null): string | null => someone(decodeText(raw ?? ""));

function someone(text: string): string | null {
  const clean = cleanName(text);
  return NOBODY.has(clean.toLowerCase()) ? null : clean;
}
