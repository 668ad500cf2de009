import type { OverflowReason } from "../../../lib/events";
import type { Figures } from "../../../lib/metrics/snapshot-types";
import type { DeskLexicon } from "../../../lib/words/load/desk";

type Lost = Pick<Figures, "abandoned" | "shortAbandoned" | "overflowed" | "overflowedBy" | "refused" | "missedBy">;

/** CO5: how the missed were lost, the parts that add up to them, a line each. */
export function missedBy(
  figures: Lost,
  { supervise, formats }: Pick<DeskLexicon, "supervise" | "formats">,
): readonly string[] {
  const { abandoned: gaveUp, overflowed: sentOn, refused: turnedAway } = figures.missedBy;
  const words = supervise.figures;
  const lines: string[] = [];
  // Where more were lost that way than were missed, both counts stand on the page.
  const part = (count: number, all: number): string =>
    count === all ? formats.count(count) : words.ofThem(formats.count(count));
  if (gaveUp > 0) lines.push(words.gaveUp(gaveUp, part(gaveUp, figures.abandoned - figures.shortAbandoned)));
  if (sentOn > 0) lines.push(sentOnWords(figures, words)(sentOn, part(sentOn, figures.overflowed)));
  if (turnedAway > 0) lines.push(words.refused(turnedAway, part(turnedAway, figures.refused)));
  return lines;
}

/** Where all that overflowed left the same way, the way is named. */
function sentOnWords(
  { overflowed, overflowedBy }: Lost,
  words: DeskLexicon["supervise"]["figures"],
): (count: number, text: string) => string {
  const reasons = Object.keys(overflowedBy) as OverflowReason[];
  const only = overflowed === 0 ? undefined : reasons.find((reason) => overflowedBy[reason] === overflowed);
  return only === undefined ? words.sentOn : words.sentOnBy[only];
}
