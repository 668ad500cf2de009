import type { JSX } from "react";
import type { ListedFigure } from "../../../lib/desk/contact-types";
import type { OverflowReason } from "../../../lib/events";
import type { Figures } from "../../../lib/metrics/snapshot-types";
import type { Words } from "../../../lib/words/words";
import { useWords } from "../../shared/use-words";
import { Opener } from "./opener";

type Line = { readonly figure: ListedFigure; readonly says: string };

/** How callers were lost, each way a line that opens its contacts. */
export function MissedLines({
  figures,
  open,
}: {
  readonly figures: Figures;
  readonly open: ListedFigure | null;
}): JSX.Element {
  const words = useWords();
  return (
    <>
      {linesOf(figures, words).map(({ figure, says }) => (
        <span key={figure} className="sv-line">
          <Opener figure={figure} isOpen={open === figure}>
            {says}
          </Opener>
        </span>
      ))}
    </>
  );
}

function linesOf(figures: Figures, words: Words): readonly Line[] {
  const { supervise, formats } = words;
  const { abandoned, shortAbandoned, overflowed, refused } = figures;
  const lines: Line[] = [];
  if (abandoned > 0) {
    const all = supervise.figures.gaveUp(abandoned, formats.count(abandoned));
    const short = supervise.figures.short(shortAbandoned, formats.count(shortAbandoned));
    lines.push({ figure: "abandoned", says: shortAbandoned > 0 ? `${all}, ${short}` : all });
  }
  if (overflowed > 0) lines.push({ figure: "overflowed", says: overflowWords(figures, words) });
  if (refused > 0) lines.push({ figure: "refused", says: supervise.figures.refused(refused, formats.count(refused)) });
  return lines;
}

/** Where all left the same way, the way is named. */
function overflowWords({ overflowed, overflowedBy }: Figures, { supervise, formats }: Words): string {
  const only = (Object.keys(overflowedBy) as OverflowReason[]).find((reason) => overflowedBy[reason] === overflowed);
  const says = only === undefined ? supervise.figures.overflowed : supervise.figures.overflowedBy[only];
  return says(overflowed, formats.count(overflowed));
}
