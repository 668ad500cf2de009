import { type JSX, useMemo } from "react";
import type { Limit } from "../../../lib/config";
import type { Desk } from "../../../lib/desk/desk-types";
import type { Gap } from "../../../lib/metrics/snapshot-types";
import type { QueueId } from "../../../lib/vocabulary";
import type { SiteClock } from "../../shared/time/site-clock";
import { type MarkState, StateMark } from "../../shared/state-mark";
import { TileBoundary } from "../../shared/tile-boundary";
import { useDeskWords } from "../../shared/speech/use-desk-words";
import { DayChart } from "../../shared/charts/day/day-chart";
import type { Choice } from "../choice/choice";
import { FigureStrip } from "../figures/figure-strip";
import { FIGURES_HEADING } from "../figures/opener";
import { PeriodSwitch } from "../figures/period-switch";
import type { ShownFigures } from "../figures/shown";
import { useDark } from "../../shared/page/use-dark";
import { DeskBones } from "../supervise-skeleton";
import { WaitingTable } from "../tables/waiting-table";
import { chartSpanOf } from "./chart-span";

type Props = {
  readonly choice: Choice;
  readonly title: string;
  readonly state: MarkState;
  /** Of the chosen queue, or the board. */
  readonly open: boolean;
  readonly live: boolean;
  /** The time at which these figures stood; null: they are live, or there never were any. */
  readonly asOf: string | null;
  /** What is said when the server does not answer; null: it does. */
  readonly behind: string | null;
  readonly desk: Desk | null;
  readonly shown: ShownFigures | null;
  /** false: nothing was ever told (UN1). */
  readonly heard: boolean;
  readonly clock: SiteClock;
  /** Of the clock, by its IANA name. */
  readonly timeZone: string;
  readonly gaps: readonly Gap[];
  readonly closesAtMs: number | null;
  readonly tickMs: number;
  readonly queueNames: ReadonlyMap<QueueId, string>;
  readonly limitOf: (queueId: QueueId) => Limit | null;
};

/** The queue that was chosen, or all of them: its figures, its day, and who waits. */
export function DeskMain(props: Props): JSX.Element {
  const { choice, title, state, live, asOf, behind, desk, shown, heard, tickMs } = props;
  const { supervise } = useDeskWords();
  return (
    <>
      <div className="sv-title">
        <h1 id={FIGURES_HEADING} tabIndex={-1}>
          <bdi>{title}</bdi>
        </h1>
        {live && (state === "ok" || state === "none") ? null : (
          <span className="sv-pill" data-pill={state}>
            <StateMark state={state} word />
          </span>
        )}
        {asOf === null ? null : <span className="sv-as-of">{supervise.asOf(asOf)}</span>}
        <PeriodSwitch minutes={choice.minutes} />
      </div>
      <p className="sv-behind" role="status">
        {behind}
      </p>
      <section className="sv-desk" data-stale={!live} aria-label={supervise.figures.heading}>
        {shown === null ? (
          <div className="sv-strip sv-strip-empty" aria-hidden="true" />
        ) : (
          <FigureStrip shown={shown} open={choice.figure} heard={heard} judged={live && props.open} />
        )}
      </section>
      {desk === null ? (
        <DeskBones />
      ) : (
        <div className="sv-desk" data-stale={!live}>
          <DeskChart {...props} quarters={desk.quarters} target={desk.target} />
          <TileBoundary>
            <WaitingTable
              waiting={desk.waiting}
              nowMs={tickMs}
              live={live}
              heard={heard}
              clock={props.clock}
              queueNames={props.queueNames}
              showQueue={choice.queueId === null}
              limitOf={props.limitOf}
            />
          </TileBoundary>
        </div>
      )}
    </>
  );
}

function DeskChart({
  quarters,
  target,
  heard,
  clock,
  timeZone,
  gaps,
  closesAtMs,
  tickMs,
}: Pick<Props, "heard" | "clock" | "timeZone" | "gaps" | "closesAtMs" | "tickMs"> & Pick<Desk, "quarters" | "target">) {
  const dark = useDark();
  const minute = Math.floor(tickMs / 60_000);
  const { fromMs, toMs } = useMemo(
    () =>
      chartSpanOf(
        quarters.map(({ startMs }) => startMs),
        closesAtMs,
        minute * 60_000,
      ),
    [quarters, closesAtMs, minute],
  );
  return (
    <TileBoundary>
      <DayChart
        // The picture keeps the zone that it was made for.
        key={timeZone}
        quarters={quarters}
        heard={heard}
        goalRatio={target.goalRatio}
        minimumContacts={target.thresholds.minimumContacts}
        clock={clock}
        fromMs={fromMs}
        toMs={toMs}
        gaps={gaps}
        dark={dark}
      />
    </TileBoundary>
  );
}
