import type { JSX } from "react";
import type { FigureKey } from "../../../lib/words/words";
import { isAlarmed } from "../../../lib/metrics/judgement";
import { useWords } from "../../shared/use-words";
import { canDrawEach } from "./agent-cell";
import { fitRows, pageOf } from "./paging";
import { QueueLine } from "./queue-line";
import type { QueueId } from "../../../lib/vocabulary";
import type { RankedRow } from "./rank-rows";
import { useRoom } from "./use-room";

type Props = {
  readonly rows: readonly RankedRow[];
  /** Queues of which nothing was ever told. */
  readonly unheard: ReadonlySet<QueueId>;
  /** The instant by which pages turn. */
  readonly atMs: number;
};

type Heading = { readonly figure: FigureKey; readonly label: string; readonly area: string };

const HEADINGS: readonly Heading[] = [
  { figure: "waiting", label: "Waiting", area: "cell-waiting" },
  { figure: "longestWait", label: "Longest", area: "cell-longest" },
  { figure: "serviceLevel", label: "Service level", area: "cell-level" },
  { figure: "answered", label: "Answered", area: "cell-answered" },
  { figure: "missedVisits", label: "Missed", area: "cell-missed" },
  { figure: "agentsOfQueue", label: "Agents", area: "cell-agents" },
];

/** The queues, worst first, in as many pages as it takes. */
export function QueueTable({ rows, unheard, atMs }: Props): JSX.Element {
  const { figures } = useWords();
  const { ref, roomUnits, layout } = useRoom();
  const { density, places } = fitRows(rows.length, roomUnits, layout !== "wide");
  const shown = pageOf(rows, places, atMs, ({ worst }) => isAlarmed(worst));
  const eachAgent = layout !== "phone" && canDrawEach(rows.map(({ row }) => row.agents));
  return (
    <section className="queues" ref={ref} aria-labelledby="queues">
      <h2 id="queues" className="sr-only">
        Queues
      </h2>
      <table role="table" data-density={density}>
        <thead role="rowgroup">
          <tr role="row" className="line line-head">
            <th role="columnheader" scope="col" className="cell-name">
              Queue
              {shown.pages > 1 ? (
                <span className="pages">
                  {" "}
                  page {shown.page} of {shown.pages}
                </span>
              ) : null}
            </th>
            {HEADINGS.map(({ figure, label, area }) => (
              <th
                key={figure}
                role="columnheader"
                scope="col"
                className={area}
                title={figures.entries[figure].definition}
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {shown.rows.map((ranked) => (
            <QueueLine
              key={ranked.row.queueId}
              ranked={ranked}
              heard={!unheard.has(ranked.row.queueId)}
              eachAgent={eachAgent}
            />
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? (
        <p className="no-queues">No queue has been heard of yet. Each appears with its first call or agent.</p>
      ) : null}
    </section>
  );
}
