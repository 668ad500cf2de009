import { type JSX, useLayoutEffect, useRef } from "react";
import type { ContactLine, ListedFigure } from "../../../lib/desk/contact-types";
import type { QueueId } from "../../../lib/vocabulary";
import type { SiteClock } from "../../shared/time/site-clock";
import { useDeskWords } from "../../shared/speech/use-desk-words";
import { VirtualRows } from "../tables/virtual-rows";
import type { Listed } from "./contact-pages";
import { CONTACT_ROW_PX, ContactRow } from "./contact-row";

type Props = {
  readonly listed: Listed;
  readonly figure: ListedFigure;
  readonly nowMs: number;
  readonly clock: SiteClock;
  /** null: all are of one queue. */
  readonly queueNames: ReadonlyMap<QueueId, string> | null;
  readonly onEnd: () => void;
};

const keyOf = ({ key }: ContactLine): string => key;

/** Contacts, the newest first. What arrives above does not move what somebody reads. */
export function ContactList({ listed, figure, nowMs, clock, queueNames, onEnd }: Props): JSX.Element {
  const { contacts } = useDeskWords().supervise;
  const { lines, revision } = listed;
  const box = useRef<HTMLDivElement>(null);
  const read = useRef(lines);
  useLayoutEffect(() => {
    const before = read.current;
    read.current = lines;
    const area = box.current?.querySelector(".st-rows") ?? null;
    if (area === null || before === lines || area.scrollTop === 0) return;
    const index = Math.floor(area.scrollTop / CONTACT_ROW_PX);
    const key = before[index]?.key;
    const now = lines.findIndex((line) => line.key === key);
    if (now >= 0 && now !== index) area.scrollTop += (now - index) * CONTACT_ROW_PX;
  }, [lines]);
  return (
    <div
      ref={box}
      className="sv-contact-list"
      data-revision={revision.number}
      data-count={lines.length}
      data-whole={listed.whole}
      data-complete={listed.next === null}
    >
      <VirtualRows
        rows={lines}
        rowHeightPx={CONTACT_ROW_PX}
        keyOf={keyOf}
        label={contacts.list}
        className="sv-contact-rows"
        onEnd={onEnd}
        render={(line) => (
          <ContactRow
            line={line}
            figure={figure}
            nowMs={line.outcome === "waiting" ? nowMs : line.arrivedAtMs}
            clock={clock}
            queueName={queueNames === null ? null : (queueNames.get(line.queueId) ?? line.queueId)}
          />
        )}
      />
    </div>
  );
}
