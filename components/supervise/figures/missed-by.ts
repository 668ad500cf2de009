import type { OverflowReason } from "../../../lib/events";
import type { Figures } from "../../../lib/metrics/snapshot-types";
import type { DeskLexicon } from "../../../lib/words/load/desk";
import { whole } from "./figure-text";

type Lost = Pick<Figures, "abandoned" | "shortAbandoned" | "overflowed" | "overflowedBy" | "refused" | "missedBy">;

/** CO5: how the missed were lost, the parts that add up to them, a line each: `17 gave up`, `+ 3 overflowed (of 5)`. */
export function missedBy(
  figures: Lost,
  { supervise, formats }: Pick<DeskLexicon, "supervise" | "formats">,
): readonly string[] {
  const { abandoned: gaveUp, overflowed: sentOn, refused: turnedAway } = figures.missedBy;
  const words = supervise.figures;
  const lines: string[] = [];
  const add = (say: (count: number, text: string) => string, count: number, all: number): void => {
    if (count === 0) return;
    const says = say(count, formats.count(count));
    // Where more left that way than were missed, the page says both counts, and this is part of the other.
    const part = count === all ? says : `${says} ${whole(words.partOf(formats.count(all)))}`;
    lines.push(lines.length === 0 ? part : `+ ${part}`);
  };
  add(words.gaveUp, gaveUp, figures.abandoned - figures.shortAbandoned);
  add(sentOnWords(figures, words), sentOn, figures.overflowed);
  add(words.refused, turnedAway, figures.refused);
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
