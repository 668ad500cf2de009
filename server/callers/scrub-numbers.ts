import { logLine } from "../../lib/names/log-line";

/** What looks like a number and tells of none: instants, Asterisk's unique ids, places in a program. */
const TELLS_NOBODY = [
  String.raw`(?<![\p{Nd}+])\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\p{Nd})`,
  String.raw`(?<![\p{Nd}+])1[5-9]\d{11}(?!\p{Nd})`,
  String.raw`(?<![\p{Nd}+])1\d{9}\.\d{1,6}(?!\p{Nd})`,
  String.raw`(?<=\.[cm]?[jt]sx?):\d+:\d+`,
].join("|");

/** Six digits or more, however they are spaced; in any script, for a caller's name may hold one too. */
const NUMBER = String.raw`[+(]*\p{Nd}(?:[\p{Zs}\p{Pd}\t()+]{0,3}\p{Nd}){5,}`;

const EITHER = new RegExp(`(${TELLS_NOBODY})|${NUMBER}`, "gu");

/**
 * A text for the log without what may be somebody's number. For the outermost lines, where nobody knows any more what
 * a text was made of; it rather takes too much.
 */
export const scrubNumbers = (text: string): string =>
  text.replace(EITHER, (_found, tellsNobody: string | undefined) => tellsNobody ?? "…");

/** What was thrown, in one line for the log, as far as `scrubNumbers` lets it through. @param detail with the places in the program, or without */
export function scrubbedError(error: unknown, detail: "stack" | "message"): string {
  if (!(error instanceof Error)) return logLine(scrubNumbers(String(error)));
  return logLine(scrubNumbers(detail === "stack" ? (error.stack ?? error.message) : error.message));
}
