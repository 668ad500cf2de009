import type { OverflowReason } from "../../../lib/events";
import type { Figures } from "../../../lib/metrics/snapshot-types";
import type { Words } from "../../../lib/words/words";

/** CO5: how the missed were lost, the parts that add up to them, a line each. */
export function missedBy(
  figures: Figures,
  { supervise, formats }: Pick<Words, "supervise" | "formats">,
): readonly string[] {
  const { abandoned: gaveUp, overflowed: sentOn, refused: turnedAway } = figures.missedBy;
  const words = supervise.figures;
  const lines: string[] = [];
  if (gaveUp > 0) lines.push(words.gaveUp(gaveUp, formats.count(gaveUp)));
  if (sentOn > 0) lines.push(sentOnWords(figures, words)(sentOn, formats.count(sentOn)));
  if (turnedAway > 0) lines.push(words.refused(turnedAway, formats.count(turnedAway)));
  return lines;
}

/** Where all that overflowed left the same way, the way is named. */
function sentOnWords(
  { overflowed, overflowedBy }: Figures,
  words: Words["supervise"]["figures"],
): (count: number, text: string) => string {
  const reasons = Object.keys(overflowedBy) as OverflowReason[];
  const only = overflowed === 0 ? undefined : reasons.find((reason) => overflowedBy[reason] === overflowed);
  return only === undefined ? words.sentOn : words.sentOnBy[only];
}
