import type { MaskedCaller } from "../../desk/desk-types";
import type { MissedAttempt, MissedEnd } from "../../recovery/missed-api";
import { assertNever } from "../../vocabulary";
import type { MissedWords } from "../en/missed/missed";

/** `•••4711`, or why there is no number. */
export function callerText(caller: MaskedCaller, { row }: Pick<MissedWords, "row">): string {
  switch (caller.kind) {
    case "number":
      return `•••${caller.tail}`;
    case "withheld":
      return row.withheld;
    case "hidden":
      return row.hidden;
    default:
      return assertNever(caller);
  }
}

/** `timed out`: the source's own reason where it gave one. */
export function whyText(
  { why, reason }: Pick<MissedAttempt, "why" | "reason">,
  { why: words }: Pick<MissedWords, "why">,
): string {
  switch (why) {
    case "abandoned":
    case "after-hours":
      return words[why];
    case "overflowed":
      return reason === null || reason === "full" || reason === "closed" ? words.overflowed : words[reason];
    case "refused":
      if (reason === "full") return words.refusedFull;
      if (reason === "empty") return words.refusedEmpty;
      return reason === "closed" ? words.refusedClosed : words.refused;
    default:
      return assertNever(why);
  }
}

/** How it ended: `Came back`, or with what somebody closed it. */
export function endText({ kind, result }: Pick<MissedEnd, "kind" | "result">, { ended, closes }: MissedWords): string {
  if (kind !== "closed") return ended[kind];
  // A closed one always has a result; what a newer server may add has none here.
  return result === null ? ended.lapsed : closes[result];
}
