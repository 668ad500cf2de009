import { type JSX, memo } from "react";
import type { ContactLine, ListedFigure } from "../../../lib/desk/contact-types";
import type { SiteClock } from "../../shared/time/site-clock";
import { useDeskWords } from "../../shared/speech/use-desk-words";
import { CallerNumber } from "../caller/caller-number";
import { MaskedCaller } from "../caller/masked-caller";
import { useIsShown } from "../caller/open-number";
import { isAgainst, outcomeText, tagText } from "./contact-text";

/** The style sheet says the same. */
export const CONTACT_ROW_PX = 52;

type Props = {
  readonly line: ContactLine;
  readonly figure: ListedFigure;
  /** For who still waits. */
  readonly nowMs: number;
  readonly clock: SiteClock;
  /** null: all are of one queue. */
  readonly queueName: string | null;
};

/** A contact: when it came, what became of it, and what the figure makes of that. */
export const ContactRow = memo(function ContactRow({ line, figure, nowMs, clock, queueName }: Props): JSX.Element {
  const words = useDeskWords();
  const { supervise, formats } = words;
  const talked = line.talkMs === null ? null : supervise.contacts.talked(formats.duration(line.talkMs));
  const details = [
    ["queue", queueName],
    ["agent", line.agentName],
    ["caller", line.caller.kind],
    ["talked", talked],
  ].filter(([, says]) => says !== null);
  const place = `contact ${line.key}`;
  const isShown = useIsShown(place);
  return (
    <div className="sv-contact" data-part={line.part} data-key={line.key}>
      <time className="sv-contact-time">{clock.toMinute(line.arrivedAtMs)}</time>
      <span className="sv-contact-outcome">{outcomeText(line, nowMs, words)}</span>
      <span className="sv-tag" data-against={isAgainst(figure, line.part)}>
        {tagText(line, words)}
      </span>
      <span className="sv-contact-details" data-shows-number={isShown}>
        {details.map(([part, says], index) => (
          <span key={part} data-detail={part}>
            {index === 0 || (part === "caller" && line.caller.kind === "hidden") ? null : (
              <span className="sv-dot"> · </span>
            )}
            {part === "caller" ? (
              <>
                <MaskedCaller caller={line.caller} />
                <CallerNumber place={place} contactKey={line.key} caller={line.caller} />
              </>
            ) : (
              <bdi>{says}</bdi>
            )}
          </span>
        ))}
      </span>
    </div>
  );
});
