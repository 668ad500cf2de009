import { type CSSProperties, type JSX, useMemo } from "react";
import { isAlarmed } from "../../../lib/metrics/judgement";
import type { QueueId } from "../../../lib/vocabulary";
import { useWallWords } from "../../shared/speech/use-wall-words";
import { cssSizes } from "../layout/css-sizes";
import type { TablePlan } from "../layout/wall-plan";
import { textEm } from "../layout/letter-widths";
import { pageOf } from "./paging";
import { QueueLine } from "./queue-line";
import { TableHead } from "./table-head";
import type { RankedRow } from "../../shared/board/rank-rows";

type Props = {
  readonly rows: readonly RankedRow[];
  /** Queues of which nothing was ever told. */
  readonly unheard: ReadonlySet<QueueId>;
  /** The instant by which pages turn. */
  readonly atMs: number;
  readonly table: TablePlan;
  readonly labelPx: number;
};

/** The queues, worst first, in as many pages as it takes. */
export function QueueTable({ rows, unheard, atMs, table, labelPx }: Props): JSX.Element {
  const { wall, formats } = useWallWords();
  const shown = pageOf(rows, Math.max(1, table.places), atMs, ({ worst }) => isAlarmed(worst));
  const styles = useMemo(() => stylesOf(table), [table]);
  const page = [formats.count(shown.page), formats.count(shown.pages)] as const;
  const pages = [wall.pages(...page), wall.page(...page), `${page[0]}/${page[1]}`];
  const roomEm = table.namePx / labelPx - textEm(wall.columns.queue) - 0.8;
  return (
    <section className="queues" aria-labelledby="queues" data-stacked={table.stacked} style={styles.section}>
      <h2 id="queues" className="sr-only">
        {wall.queues}
      </h2>
      <table role="table">
        <TableHead
          table={table}
          page={shown.pages > 1 ? (pages.find((each) => textEm(each) <= roomEm) ?? pages[2] ?? null) : null}
          style={styles.head}
        />
        <tbody role="rowgroup">
          {shown.rows.map((ranked) => (
            <QueueLine
              key={ranked.row.queueId}
              ranked={ranked}
              wait={formats.duration(ranked.waitMs)}
              heard={!unheard.has(ranked.row.queueId)}
              columns={table}
              style={styles.row}
            />
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? <p className="no-queues">{wall.noQueues}</p> : null}
    </section>
  );
}

function stylesOf({ columns, namePx, nameLetterPx, gapPx, rowPx, headPx, stacked, places }: TablePlan): {
  readonly section: CSSProperties;
  readonly head: CSSProperties | undefined;
  readonly row: CSSProperties;
} {
  const widths = columns.map(({ widthPx }) => `${widthPx}px`).join(" ");
  const gridTemplateColumns = stacked ? widths : `${namePx}px ${widths}`;
  const shared = { gridTemplateColumns, gridColumnGap: gapPx };
  return {
    section: cssSizes({ "--name": nameLetterPx }),
    head: headPx === 0 ? undefined : { ...shared, height: headPx },
    // Where all rows stand on a page that scrolls, a long name has as many lines as it needs.
    row: places < Number.MAX_SAFE_INTEGER ? { ...shared, height: rowPx } : { ...shared, minHeight: rowPx },
  };
}
