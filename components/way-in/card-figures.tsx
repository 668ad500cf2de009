import type { JSX } from "react";
import type { Judgement } from "../../lib/metrics/judgement";
import type { ContactFigures } from "../../lib/metrics/snapshot-types";
import type { WayInLexicon } from "../../lib/words/load/way-in";
import { Figure } from "../shared/figure";
import { useWayInWords } from "../shared/speech/use-way-in-words";
import type { CardState } from "./card-state";

/** The three figures that everybody asks for first. */
export function CardFigures({ card }: { readonly card: CardState }): JSX.Element {
  const words = useWayInWords();
  const { wayIn, figures: said, formats } = words;
  const { snapshot, figures, longestMs } = card;
  const { total, contacts } = snapshot;
  const heard = figures !== null;
  const longest = total.waiting === 0 ? wayIn.nobodyWaits : wayIn.longest(formats.duration(longestMs));
  return (
    <dl className="card-figures">
      <CardFigure
        name="serviceLevel"
        label={said.entries.serviceLevel.label}
        text={formats.percent(figures?.serviceLevelRatio ?? null)}
        judgement={card.level}
        note={wayIn.goal(formats.percent(total.target.goalRatio))}
      />
      <CardFigure
        name="waiting"
        label={said.entries.waiting.label}
        text={formats.count(heard ? total.waiting : null)}
        judgement={card.wait}
        note={heard ? longest : ""}
      />
      <CardFigure
        name="missed"
        label={said.entries.missed.label}
        text={formats.count(heard ? contacts.missed : null)}
        judgement="none"
        note={heard ? missedNote(contacts, words) : ""}
      />
    </dl>
  );
}

function missedNote({ missed, answered }: ContactFigures, { wayIn, formats }: WayInLexicon): string {
  return missed === 0 ? wayIn.noneMissed : formats.percent(missed / (missed + answered));
}

type FigureProps = {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  readonly judgement: Judgement;
  readonly note: string;
};

const CardFigure = ({ name, label, text, judgement, note }: FigureProps): JSX.Element => (
  <div data-judgement={judgement}>
    <dt>{label}</dt>
    <dd className="card-number">
      <Figure name={name} text={text} />
    </dd>
    <dd className="card-note" data-note={name}>
      {note}
    </dd>
  </div>
);
