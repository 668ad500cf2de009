import type { MaskedCaller } from "../../../lib/desk/desk-types";
import type { AttemptResult, CloseResult } from "../../../lib/events";
import type { MissedRow } from "../../../lib/recovery/missed-api";
import { assertNever } from "../../../lib/vocabulary";
import type { MissedWords } from "../../../lib/words/en/missed/missed";
import type { Answer } from "../../access/ask";
import { callerText, endText } from "../../../lib/words/missed/say-row";

/** What was done, or `refused`: somebody else has it, or it is over. */
export type DoneAct =
  | { readonly kind: "claimed" | "given-back" | "reopened" | "refused" }
  | { readonly kind: "tried"; readonly result: AttemptResult }
  | { readonly kind: "closed"; readonly result: CloseResult };

/**
 * RE51: what came of an act, by the row as it is then.
 * @param moment writes an instant: `14:20`
 */
export function saidOf(act: DoneAct, row: MissedRow, words: MissedWords, moment: (atMs: number) => string): string {
  const { said, attempts, closes } = words;
  const caller = callerText(row.caller, words);
  switch (act.kind) {
    case "claimed":
      return row.claim === null ? standing(row, words, moment) : said.claimed(caller, moment(row.claim.untilMs));
    case "reopened":
      return row.claim?.mine === true ? said.reopened(caller, moment(row.claim.untilMs)) : standing(row, words, moment);
    case "given-back":
      return said.givenBack(caller);
    case "tried":
      return said.logged(caller, attempts[act.result]);
    case "closed":
      return said.closed(caller, closes[act.result]);
    case "refused":
      return standing(row, words, moment);
    default:
      return assertNever(act);
  }
}

/** Why his number cannot be shown. @param seesNumbers whether the reader may see any */
export function whyNoNumber(caller: MaskedCaller, seesNumbers: boolean, { said, number }: MissedWords): string {
  if (caller.kind === "withheld") return said.withheld;
  return seesNumbers ? number.notKept : said.noNumbers;
}

/** Why nothing can be done: that nobody can be called, who has it, or that it is over. */
function standing(row: MissedRow, words: MissedWords, moment: (atMs: number) => string): string {
  const caller = callerText(row.caller, words);
  if (row.caller.kind === "withheld") return words.said.withheld;
  if (row.end !== null) return words.said.over(caller, endText(row.end, words));
  if (row.claim !== null) return words.said.hasIt(caller, row.claim.by, moment(row.claim.untilMs));
  return words.said.givenBack(caller);
}

/** The row that a refusal carries (409): how it stands instead. null: it carries none. */
export function rowOfRefusal(answer: Exclude<Answer<unknown>, { readonly kind: "ok" }>): MissedRow | null {
  if (answer.kind !== "refused" || answer.status !== 409) return null;
  const { row } = answer.document;
  return typeof row === "object" && row !== null && "id" in row ? (row as MissedRow) : null;
}
