import type { JSX } from "react";
import type { ListedFigure } from "../../../lib/desk/contact-types";
import type { QueueId } from "../../../lib/vocabulary";
import type { SiteClock } from "../../shared/time/site-clock";
import { useDeskWords } from "../../shared/speech/use-desk-words";
import type { Choice } from "../choice/choice";
import { choose } from "../choice/use-choice";
import { entryOf, figureText, partCounts } from "../figures/figure-text";
import type { ShownFigures } from "../figures/shown";
import { Segments } from "../../shared/page/segments";
import { ContactList } from "./contact-list";
import { partsOf } from "./contact-text";
import { useContacts } from "./use-contacts";

export const CONTACTS_HEADING = "sv-contacts-heading";

type Props = {
  readonly choice: Choice;
  readonly figure: ListedFigure;
  /** null: not known yet. */
  readonly shown: ShownFigures | null;
  /** Of the figures as text: the list is read again when it changes. */
  readonly revision: string | null;
  /** Whether the board's own connection stands. */
  readonly connected: boolean;
  readonly title: string;
  readonly nowMs: number;
  readonly clock: SiteClock;
  readonly queueNames: ReadonlyMap<QueueId, string>;
  readonly onClose: () => void;
};

/** The contacts behind a figure: which it counts, which it does not, and why. */
export function ContactsPanel(props: Props): JSX.Element {
  const { choice, figure, shown, revision, connected, title, nowMs, clock, queueNames, onClose } = props;
  const words = useDeskWords();
  const { supervise, figures, formats } = words;
  const { boardId, queueId, minutes, part } = choice;
  const { listed, failing, more } = useContacts({ boardId, queueId, minutes, figure, part }, revision, connected);
  const label = figures.entries[entryOf(figure)].label;
  const counts = shown === null ? null : partCounts(figure, shown);
  const period = minutes === null ? supervise.period.wholeDay : supervise.period.lastMinutes(formats.count(minutes));
  const noteOf = (each: typeof part): string | undefined => {
    if (counts === null || each === null || each === "neither") return undefined;
    return formats.count(each === "numerator" ? counts.numerator : counts.denominator);
  };
  return (
    <section className="sv-contacts" aria-labelledby={CONTACTS_HEADING}>
      <div className="sv-contacts-head">
        <h2 id={CONTACTS_HEADING} tabIndex={-1}>
          {supervise.contacts.behind(shown === null ? label : figureText(figure, shown, words))}
        </h2>
        <button type="button" className="sv-plain" onClick={onClose}>
          {supervise.contacts.close} <kbd>Esc</kbd>
        </button>
        <p className="sv-contacts-of">
          {label} · <bdi>{title}</bdi> · {period}
        </p>
      </div>
      <Segments
        legend={supervise.contacts.parts}
        options={partsOf(figure, words).map(([each, says]) => {
          const note = noteOf(each);
          return note === undefined ? [each, says] : [each, says, note];
        })}
        chosen={part}
        onChoose={(each) => choose({ part: each }, "replace")}
      />
      {failing ? (
        <p className="sv-none" role="status">
          {supervise.contacts.failing}
        </p>
      ) : null}
      {listed === null ? (
        failing ? null : (
          <p className="sv-none">{supervise.contacts.loading}</p>
        )
      ) : listed.lines.length === 0 ? (
        <p className="sv-none">{supervise.contacts.none}</p>
      ) : (
        <ContactList
          listed={listed}
          figure={figure}
          nowMs={nowMs}
          clock={clock}
          queueNames={queueId === null ? queueNames : null}
          onEnd={more}
        />
      )}
    </section>
  );
}
