import { type JSX, memo, useContext, useEffect, useRef } from "react";
import type { AttemptResult, CloseResult } from "../../../lib/events";
import type { MissedRow } from "../../../lib/recovery/missed-api";
import type { QueueId } from "../../../lib/vocabulary";
import type { SiteClock } from "../../shared/time/site-clock";
import { NowContext } from "../rows/now-context";
import { type MenuKind, ResultActs, RowAct } from "../rows/row-acts";
import { RowCells } from "../rows/row-cells";
import { RowDetails } from "../rows/row-details";
import { WhoCell } from "../rows/who-cell";
import { useMissedWords } from "../use-missed-words";
import { rightsOn } from "./row-keys";

/** What can be asked of a row, wherever it is drawn. Always the same functions. */
export type ItemActs = {
  readonly details: (row: MissedRow) => void;
  /** Claims it, or gives it back. */
  readonly claim: (row: MissedRow) => void;
  /** null: closes the menu. */
  readonly menu: (row: MissedRow, menu: MenuKind | null, byKey: boolean) => void;
  readonly attempt: (row: MissedRow, result: AttemptResult) => void;
  readonly close: (row: MissedRow, result: CloseResult) => void;
  /** Takes a close back. */
  readonly reopen: (row: MissedRow) => void;
};

export type Reading = { readonly handles: boolean; readonly reveals: boolean };

type Props = {
  /** null: on its way. */
  readonly row: MissedRow | null;
  readonly place: number;
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly isSending: boolean;
  readonly menu: MenuKind | null;
  readonly names: ReadonlyMap<QueueId, string>;
  readonly clock: SiteClock;
  readonly minuteMs: number;
  readonly reader: Reading;
  readonly acts: ItemActs;
};

/** A missed caller, and his details where they are open. */
export const MissedItem = memo(function MissedItem(props: Props): JSX.Element {
  const { row, place, isActive, isOpen, names, clock, minuteMs, acts } = props;
  const { missed } = useMissedWords();
  const rowProps = {
    role: "row",
    className: "mi-row",
    "data-place": place,
    tabIndex: isActive ? 0 : -1,
    "aria-rowindex": place + 2,
  } as const;
  if (row === null)
    return (
      <div {...rowProps} aria-busy="true">
        <span role="gridcell" className="mi-loading">
          <span className="sr-only">{missed.row.loading}</span>
          <span className="st-bone" aria-hidden="true" />
        </span>
      </div>
    );
  const detailsId = `mi-details-${place}`;
  return (
    <>
      <div {...rowProps} data-row={row.id} data-open={isOpen} data-mine={row.claim?.mine === true}>
        <RowCells
          row={row}
          queueName={names.get(row.queueId) ?? row.queueId}
          clock={clock}
          minuteMs={minuteMs}
          isOpen={isOpen}
          isActive={isActive}
          detailsId={detailsId}
          onDetails={() => acts.details(row)}
        />
        <LastCells {...props} row={row} />
      </div>
      {isOpen ? <Details {...props} id={detailsId} row={row} /> : null}
    </>
  );
});

type OwnProps = Props & { readonly row: MissedRow };

/** Who has it and what can be done: what passes with time. */
function LastCells(props: OwnProps): JSX.Element {
  const { row, reader, clock, isOpen, isActive, isSending, acts } = props;
  const { nowMs } = useContext(NowContext);
  const rights = rightsOn(row, reader, nowMs);
  return (
    <>
      <WhoCell
        row={row}
        clock={clock}
        isActive={isActive}
        isSending={isSending}
        onGiveBack={rights.givesBack ? () => acts.claim(row) : null}
      />
      <span role="gridcell" className="mi-cell-acts">
        {rights.claims ? (
          <RowAct act="claim" row={row} isActive={isActive} isSending={isSending} onAct={() => acts.claim(row)} />
        ) : null}
        {rights.reopens ? (
          <RowAct act="reopen" row={row} isActive={isActive} isSending={isSending} onAct={() => acts.reopen(row)} />
        ) : null}
        {rights.handles && !(isOpen && rights.claims) ? <Results {...props} buttons={rights.givesBack} /> : null}
      </span>
    </>
  );
}

const Results = ({ row, isActive, isSending, menu, acts, buttons }: OwnProps & { readonly buttons: boolean }) => (
  <ResultActs
    row={row}
    buttons={buttons}
    isActive={isActive}
    isSending={isSending}
    menu={menu}
    onMenu={(kind, byKey) => acts.menu(row, kind, byKey)}
    onAttempt={(result) => acts.attempt(row, result)}
    onClose={(result) => acts.close(row, result)}
  />
);

function Details(props: OwnProps & { readonly id: string }): JSX.Element {
  const { id, row, names, clock, minuteMs, reader } = props;
  const { nowMs } = useContext(NowContext);
  const rights = rightsOn(row, reader, nowMs);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <div ref={box} role="row" className="mi-details-row" id={id}>
      <div role="gridcell">
        <RowDetails
          row={row}
          names={names}
          clock={clock}
          minuteMs={minuteMs}
          reveals={rights.reveals}
          seesNumbers={reader.reveals}
        >
          {/* What one has has these in its row. */}
          {rights.handles && rights.claims ? (
            <div className="mi-details-acts">
              <Results {...props} buttons />
            </div>
          ) : null}
        </RowDetails>
      </div>
    </div>
  );
}
