import { PAIRING_ALPHABET, PAIRING_CODE_LENGTH, PAIRING_GOOD_FOR_MS } from "../../../../lib/access/access-types";
import { dropNote, keepNote, readNote } from "../../../board/reload-notes";

/** A code that this screen shows. */
export type KeptCode = {
  readonly code: string;
  /** By this device's own clock, epoch ms; only the server knows for certain. */
  readonly goodUntilMs: number;
};

const KEPT_AS = "pickup.pairing-code";

/** A page that is loaded anew goes on with its code: a server lends one address only a few. */
export function readKeptCode(nowMs: number): KeptCode | null {
  return codeIn(readNote(KEPT_AS), nowMs);
}

export function writeKeptCode(kept: KeptCode | null): void {
  if (kept === null) dropNote(KEPT_AS);
  else keepNote(KEPT_AS, `${kept.code} ${kept.goodUntilMs}`);
}

/** @returns null: there is none, or its time is over */
export function codeIn(note: string | null, nowMs: number): KeptCode | null {
  const [code = "", until = ""] = (note ?? "").split(" ");
  const goodUntilMs = Number(until);
  const isCode = code.length === PAIRING_CODE_LENGTH && [...code].every((sign) => PAIRING_ALPHABET.includes(sign));
  // A clock that was set since must not keep an old code.
  const isGood = goodUntilMs > nowMs && goodUntilMs <= nowMs + PAIRING_GOOD_FOR_MS;
  return isCode && isGood ? { code, goodUntilMs } : null;
}
