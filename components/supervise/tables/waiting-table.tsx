import { type JSX, memo, useMemo } from "react";
import type { Limit } from "../../../lib/config";
import type { WaitingCaller } from "../../../lib/desk/desk-types";
import { isAlarmed, type Judgement } from "../../../lib/metrics/judgement";
import type { QueueId } from "../../../lib/vocabulary";
import { StateMark } from "../../shared/state-mark";
import { useWords } from "../../shared/use-words";
import type { SiteClock } from "../../shared/site-clock";
import { useNarrow } from "./use-narrow";
import { VirtualRows } from "./virtual-rows";
import { judgeWait, type WaitingLine, waitingLines } from "./waiting-lines";

type Props = {
  readonly waiting: readonly WaitingCaller[];
  /** Stands still where the figures are not live. */
  readonly nowMs: number;
  readonly live: boolean;
  readonly clock: SiteClock;
  readonly queueNames: ReadonlyMap<QueueId, string>;
  readonly showQueue: boolean;
  readonly limitOf: (queueId: QueueId) => Limit | null;
};

const ROW_PX = 34;
/** Two lines, where one has no room for a day. */
const NARROW_ROW_PX = 54;

/** Who is waiting, since when, and what kind of day they have had. */
export function WaitingTable({ waiting, nowMs, live, clock, queueNames, showQueue, limitOf }: Props): JSX.Element {
  const { tables, formats } = useWords();
  const words = tables.waiting;
  const isNarrow = useNarrow();
  const lines = useMemo(() => waitingLines(waiting), [waiting]);
  return (
    <section className="st-waiting" aria-labelledby="st-waiting-title" data-live={live}>
      <div className="st-head">
        <h2 id="st-waiting-title">{words.title}</h2>
        {lines.length === 0 ? null : (
          <p className="st-note">{words.count(lines.length, formats.count(lines.length))}</p>
        )}
      </div>
      {lines.length === 0 ? (
        <p className="st-empty">{words.nobody}</p>
      ) : (
        <VirtualRows
          rows={lines}
          rowHeightPx={isNarrow ? NARROW_ROW_PX : ROW_PX}
          keyOf={keyOf}
          label={words.title}
          className={showQueue ? "st-waiting-rows st-with-queue" : "st-waiting-rows"}
          head={<Heads showQueue={showQueue} />}
          render={({ caller, position }) => {
            const { waitMs, judgement } = judgeWait(caller.offeredAtMs, nowMs, limitOf(caller.queueId), live);
            return (
              <Cells
                caller={caller}
                position={formats.count(position)}
                waited={formats.duration(waitMs)}
                judgement={judgement}
                clock={clock}
                queueName={showQueue ? (queueNames.get(caller.queueId) ?? caller.queueId) : null}
              />
            );
          }}
        />
      )}
    </section>
  );
}

const keyOf = ({ caller }: WaitingLine): string => caller.key;

function Heads({ showQueue }: { readonly showQueue: boolean }): JSX.Element {
  const { waiting } = useWords().tables;
  return (
    <>
      <span role="columnheader">{waiting.caller}</span>
      <span role="columnheader" className="st-right">
        {waiting.waited}
      </span>
      <span role="columnheader" className="st-waiting-today">
        {waiting.today}
      </span>
      {showQueue ? (
        <span role="columnheader" className="st-waiting-queue">
          {waiting.queue}
        </span>
      ) : null}
      <span role="columnheader" className="st-right st-position">
        {waiting.position}
      </span>
    </>
  );
}

type CellsProps = {
  readonly caller: WaitingCaller;
  readonly position: string;
  readonly waited: string;
  readonly judgement: Judgement;
  readonly clock: SiteClock;
  /** null: it goes without saying. */
  readonly queueName: string | null;
};

/** Drawn anew only when something in it reads differently. */
const Cells = memo(function Cells({ caller, position, waited, judgement, clock, queueName }: CellsProps): JSX.Element {
  const { tables } = useWords();
  const { today } = caller;
  const answeredAt = today === null || today.lastAnsweredAtMs === null ? null : clock.toMinute(today.lastAnsweredAtMs);
  const day = today === null ? tables.waiting.unrecognised : tables.today(today.contacts, today.missed, answeredAt);
  return (
    <>
      <span role="gridcell">
        {caller.caller.kind === "withheld" ? tables.waiting.withheld : `•••${caller.caller.tail}`}
      </span>
      <span role="gridcell" className="st-right st-waited" data-judgement={judgement}>
        {isAlarmed(judgement) ? <StateMark state={judgement} word={false} /> : null}
        {waited}
      </span>
      <span
        role="gridcell"
        className={today === null ? "st-waiting-today st-cut st-faint" : "st-waiting-today st-cut"}
        title={day}
      >
        {day}
      </span>
      {queueName === null ? null : (
        <span role="gridcell" className="st-waiting-queue st-cut" title={queueName}>
          <bdi>{queueName}</bdi>
        </span>
      )}
      <span role="gridcell" className="st-right st-position">
        {position}
      </span>
    </>
  );
});
