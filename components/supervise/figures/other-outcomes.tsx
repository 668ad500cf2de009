import type { JSX } from "react";
import type { ListedFigure } from "../../../lib/desk/contact-types";
import type { Figures } from "../../../lib/metrics/snapshot-types";
import type { DeskLexicon } from "../../../lib/words/load/desk";
import { useDeskWords } from "../../shared/speech/use-desk-words";
import { Opener } from "./opener";

type Props = { readonly figures: Figures; readonly open: ListedFigure | null };

/** What else became of callers, each a way to its contacts; what never happened is left out. */
export function OtherOutcomes({ figures, open }: Props): JSX.Element {
  const words = useDeskWords();
  return (
    <ul className="sv-others" aria-label={words.supervise.figures.outcomes}>
      {outcomesOf(figures, words).map(([figure, says]) => (
        <li key={figure}>
          <Opener figure={figure} isOpen={open === figure}>
            {says}
          </Opener>
        </li>
      ))}
    </ul>
  );
}

function outcomesOf(
  { abandoned, shortAbandoned, overflowed, refused, unknown, outOfHours }: Figures,
  { supervise, formats }: DeskLexicon,
): readonly (readonly [ListedFigure, string])[] {
  const words = supervise.figures;
  const says = (say: (count: number, text: string) => string, count: number): string =>
    say(count, formats.count(count));
  const left = says(words.abandoned, abandoned);
  const all: readonly (readonly [ListedFigure, number, string])[] = [
    ["abandoned", abandoned, shortAbandoned === 0 ? left : `${left}, ${says(words.ofThemShort, shortAbandoned)}`],
    ["overflowed", overflowed, says(words.sentOn, overflowed)],
    ["refused", refused, says(words.refused, refused)],
    ["unknown", unknown, says(words.unknown, unknown)],
    ["outOfHours", outOfHours, says(words.outOfHours, outOfHours)],
  ];
  return all.filter(([, count]) => count > 0).map(([figure, , text]) => [figure, text]);
}
