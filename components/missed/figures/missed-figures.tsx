import type { JSX, ReactNode } from "react";
import type { MissedMeta } from "../list/use-missed-list";
import type { SiteClock } from "../../shared/time/site-clock";
import { StateShape } from "../../shared/state-mark";
import { limitText } from "./limit-text";
import { useMissedWords } from "../use-missed-words";

type Props = {
  readonly meta: MissedMeta;
  readonly clock: SiteClock;
  readonly nowMs: number;
  readonly live: boolean;
  /** false: nothing was ever heard, so there are no figures. */
  readonly heard: boolean;
};

/** The day in five figures: what was missed, what is left to do, and what came of it. */
export function MissedFigures({ meta, clock, nowMs, live, heard }: Props): JSX.Element {
  const { missed, formats } = useMissedWords();
  const { figures: words } = missed;
  const { figures, limitMs } = meta;
  const { duration } = formats;
  // What is kept from before is known, whether or not anything was heard since.
  const isKnown = heard || figures.missed + figures.open + figures.wonBack > 0;
  const count = (value: number): string => (isKnown ? formats.count(value) : "–");
  const missedNotes = [
    ...(figures.uncontactable === 0 ? [] : [words.withheld(figures.uncontactable, count(figures.uncontactable))]),
    ...(meta.afterHours === 0 ? [] : [words.afterHours(meta.afterHours, count(meta.afterHours))]),
  ];
  const isLate = live && figures.overdue > 0;
  return (
    <dl className="mi-figures" aria-label={words.heading}>
      <Cell name="missed" label={words.missed} note={missedNotes.join(" · ")}>
        {count(figures.missed)}
      </Cell>
      <Cell
        name="open"
        label={words.open}
        note={
          figures.nextDueAtMs === null || figures.nextDueAtMs <= nowMs
            ? figures.open === 0 && isKnown
              ? words.noneDue
              : ""
            : words.nextDue(clock.toMoment(figures.nextDueAtMs, nowMs))
        }
      >
        {count(figures.open)}
      </Cell>
      <Cell
        name="overdue"
        label={words.overdue}
        judgement={isLate ? "act" : "none"}
        note={words.overdueMeans(limitText(limitMs, formats.count))}
      >
        {isLate ? <StateShape state="act" /> : null}
        {count(figures.overdue)}
      </Cell>
      <Cell
        name="inTime"
        label={words.inTime}
        note={isKnown ? words.inAll(figures.recovered, count(figures.recovered)) : ""}
      >
        {figures.missed === 0 ? "–" : words.ofMissed(count(figures.recoveredInTime), count(figures.missed))}
      </Cell>
      <Cell
        name="wonBack"
        label={words.wonBack}
        note={
          figures.quickestMs === null ? (isKnown ? words.noneYet : "") : words.quickest(duration(figures.quickestMs))
        }
      >
        {count(figures.wonBack)}
      </Cell>
    </dl>
  );
}

type CellProps = {
  readonly name: string;
  readonly label: string;
  readonly note: string;
  readonly judgement?: "act" | "none";
  readonly children: ReactNode;
};

const Cell = ({ name, label, note, judgement = "none", children }: CellProps): JSX.Element => (
  <div data-figure={name} data-judgement={judgement}>
    <dt>{label}</dt>
    <dd className="mi-figure">{children}</dd>
    <dd className="mi-figure-note">{note}</dd>
  </div>
);
