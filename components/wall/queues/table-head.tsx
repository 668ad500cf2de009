import { type CSSProperties, type JSX, memo } from "react";
import type { FigureKey } from "../../../lib/words/words";
import { Definition } from "../../shared/definition/definition";
import { useWallWords } from "../../shared/speech/use-wall-words";
import type { ColumnKey } from "../layout/columns";
import type { TablePlan } from "../layout/wall-plan";

/** What a queue's columns mean. */
const MEANING: Readonly<Record<ColumnKey, FigureKey>> = {
  waiting: "waiting",
  longestWait: "longestWait",
  serviceLevel: "serviceLevel",
  answered: "answered",
  missed: "missedVisits",
  agents: "agentsOfQueue",
};

type Props = {
  readonly table: TablePlan;
  /** Which page of how many, as text; null: there is only one. */
  readonly page: string | null;
  /** undefined: there is no room for names above columns, they are there for those who listen. */
  readonly style: CSSProperties | undefined;
};

/** The names of the columns, each with its definition. */
export const TableHead = memo(function TableHead({ table, page, style }: Props): JSX.Element {
  const { wall } = useWallWords();
  return (
    <thead role="rowgroup">
      <tr role="row" className={style === undefined ? "sr-only" : "line line-head"} style={style}>
        <th role="columnheader" scope="col" className="cell-name">
          {wall.columns.queue}
          {page === null ? null : <span className="pages">{page}</span>}
        </th>
        {table.columns.map(({ key, heading }) => (
          <th key={key} role="columnheader" scope="col" className={`cell-${key}`}>
            {heading === "" ? wall.columns[key] : <Definition figure={MEANING[key]}>{heading}</Definition>}
          </th>
        ))}
      </tr>
    </thead>
  );
});
