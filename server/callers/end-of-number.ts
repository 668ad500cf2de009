import { maskCaller } from "../../lib/desk/mask";

/** What may be shown of a number to who may not see the whole: its last four characters, of less than seven two. */
export function endOfNumber(number: string): string {
  const masked = maskCaller({ number, name: null });
  return masked.kind === "number" ? masked.tail : "";
}
