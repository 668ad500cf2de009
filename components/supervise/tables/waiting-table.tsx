import { createContext, type JSX, useCallback, useContext, useMemo } from "react";
import type { Limit } from "../../../lib/config";
import type { WaitingCaller } from "../../../lib/desk/desk-types";
import { isAlarmed } from "../../../lib/metrics/judgement";
import type { QueueId } from "../../../lib/vocabulary";
import { StateMark } from "../../shared/state-mark";
import { useDeskWords } from "../../shared/speech/use-desk-words";
import type { SiteClock } from "../../shared/time/site-clock";
import { CallerNumber } from "../caller/caller-number";
import { MaskedCaller } from "../caller/masked-caller";
import { useNarrow } from "./use-narrow";
import { VirtualRows } from "./virtual-rows";
import { judgeWait, type WaitingLine, waitingLines } from "./waiting-lines";

type Props = {
  readonly waiting: readonly WaitingCaller[];
  /** Stands still where the figures are not live. */
  readonly nowMs: number;
  readonly live: boolean;
  /** false: nothing was ever told (UN1). */
  readonly heard: boolean;
  readonly clock: SiteClock;
  readonly queueNames: ReadonlyMap<QueueId, string>;
  readonly showQueue: boolean;
  readonly limitOf: (queueId: QueueId) => Limit | null;
};

const ROW_PX = 34;
/** Two lines, where one has no room for a day. */
const NARROW_ROW_PX = 54;

type Now = Pick<Props, "nowMs" | "live" | "limitOf">;
/** Goes past the rows, straight to the cells that tick. */
const NowContext = createContext<Now>({ nowMs: 0, live: false, limitOf: () => null });

/** Who is waiting, since when, and what kind of day they have had. */
export function WaitingTable(props: Props): JSX.Element {
  const { waiting, nowMs, live, heard, clock, queueNames, showQueue, limitOf } = props;
  const { tables, formats } = useDeskWords();
  const words = tables.waiting;
  const isNarrow = useNarrow();
  const lines = useMemo(() => waitingLines(waiting), [waiting]);
  const now = useMemo(() => ({ nowMs, live, limitOf }), [nowMs, live, limitOf]);
  const heads = useMemo(() => <Heads showQueue={showQueue} />, [showQueue]);
  const render = useCallback(
    ({ caller, position }: WaitingLine): JSX.Element => (
      <>
        <CallerCell caller={caller} />
        <WaitedCell caller={caller} />
        <DayCell today={caller.today} clock={clock} />
        {showQueue ? <QueueCell name={queueNames.get(caller.queueId) ?? caller.queueId} /> : null}
        <PositionCell position={position} />
      </>
    ),
    [clock, showQueue, queueNames],
  );
  return (
    <section className="st-waiting" aria-labelledby="st-waiting-title" data-live={live}>
      <div className="st-head">
        <h2 id="st-waiting-title">{words.title}</h2>
        {lines.length === 0 ? null : (
          <p className="st-note">{words.count(lines.length, formats.count(lines.length))}</p>
        )}
      </div>
      {lines.length === 0 ? (
        <p className="st-empty">{heard ? words.nobody : tables.notKnown}</p>
      ) : (
        <NowContext.Provider value={now}>
          <VirtualRows
            rows={lines}
            rowHeightPx={isNarrow ? NARROW_ROW_PX : ROW_PX}
            keyOf={keyOf}
            label={words.title}
            className={showQueue ? "st-waiting-rows st-with-queue" : "st-waiting-rows"}
            head={heads}
            render={render}
          />
        </NowContext.Provider>
      )}
    </section>
  );
}

const keyOf = ({ caller }: WaitingLine): string => caller.key;

function Heads({ showQueue }: { readonly showQueue: boolean }): JSX.Element {
  const { waiting } = useDeskWords().tables;
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

const CallerCell = ({ caller: { key, caller } }: { readonly caller: WaitingCaller }): JSX.Element => (
  <span role="gridcell" className="st-caller">
    <MaskedCaller caller={caller} />
    <CallerNumber place={`waiting ${key}`} contactKey={key} caller={caller} />
  </span>
);

function WaitedCell({ caller }: { readonly caller: WaitingCaller }): JSX.Element {
  const { formats } = useDeskWords();
  const { nowMs, live, limitOf } = useContext(NowContext);
  const { waitMs, judgement } = judgeWait(caller.offeredAtMs, nowMs, limitOf(caller.queueId), live);
  return (
    <span role="gridcell" className="st-right st-waited" data-judgement={judgement}>
      {isAlarmed(judgement) ? <StateMark state={judgement} word={false} /> : null}
      {formats.duration(waitMs)}
    </span>
  );
}

type DayProps = { readonly today: WaitingCaller["today"]; readonly clock: SiteClock };

/** What else this caller's day has been. */
function DayCell({ today, clock }: DayProps): JSX.Element {
  const { tables } = useDeskWords();
  const answeredAtMs = today?.lastAnsweredAtMs ?? null;
  const answeredAt = answeredAtMs === null ? null : clock.toMinute(answeredAtMs);
  const day = today === null ? tables.waiting.unrecognised : tables.today(today.contacts, today.missed, answeredAt);
  const look = today === null ? "st-waiting-today st-cut st-faint" : "st-waiting-today st-cut";
  return (
    <span role="gridcell" className={look} title={day}>
      {day}
    </span>
  );
}

const QueueCell = ({ name }: { readonly name: string }): JSX.Element => (
  <span role="gridcell" className="st-waiting-queue st-cut" title={name}>
    <bdi>{name}</bdi>
  </span>
);

const PositionCell = ({ position }: { readonly position: number }): JSX.Element => (
  <span role="gridcell" className="st-right st-position">
    {useDeskWords().formats.count(position)}
  </span>
);
