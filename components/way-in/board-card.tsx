import { Fragment, type JSX, memo } from "react";
import type { BoardId } from "../../lib/vocabulary";
import { useBoard } from "../board/use-board";
import { StateMark } from "../shared/state-mark";
import { TileBoundary } from "../shared/tile-boundary";
import { useNow } from "../shared/time/use-now";
import { useWayInWords } from "../shared/speech/use-way-in-words";
import { BoardLinks } from "./board-links";
import { CardFigures } from "./card-figures";
import { CardSparkline } from "./card-sparkline";
import { type CardState, cardState } from "./card-state";

type Props = { readonly boardId: BoardId; readonly name: string };

/** A board as it stands now, small and calm, and the ways into it. */
export const BoardCard = memo(function BoardCard({ boardId, name }: Props): JSX.Element {
  const { wayIn } = useWayInWords();
  const board = useBoard(boardId, "tv");
  const card = cardState(board, useNow());
  const heading = `board-${boardId}`;
  return (
    <article
      className="card"
      data-board={boardId}
      data-stale={card?.freshness.kind === "stale"}
      aria-labelledby={heading}
    >
      <header className="card-head">
        <h3 id={heading}>
          <bdi>{name}</bdi>
        </h3>
        {card === null ? null : <StateMark state={card.worst} word />}
      </header>
      {card === null ? (
        <p className="card-empty">{board.problem === null ? wayIn.connecting : wayIn.notShown}</p>
      ) : (
        <TileBoundary>
          <CardQueues card={card} />
          <CardCause card={card} />
          <div className="card-body">
            <CardFigures card={card} />
            <CardSparkline snapshot={card.snapshot} nowMs={card.freshness.nowMs} judgement={card.level} />
          </div>
        </TileBoundary>
      )}
      <BoardLinks boardId={boardId} name={name} />
    </article>
  );
});

/** What the board shows. */
const CardQueues = ({ card: { snapshot } }: { readonly card: CardState }): JSX.Element => (
  <p className="card-queues">
    {snapshot.queues.map(({ queueId, name }, index) => (
      <Fragment key={queueId}>
        {index === 0 ? null : ", "}
        <bdi>{name}</bdi>
      </Fragment>
    ))}
  </p>
);

/** Below: as of when, who needs someone, or whether they are open. */
function CardCause({ card: { snapshot, freshness, asking, worst } }: { readonly card: CardState }): JSX.Element {
  const { wayIn, shared, formats } = useWayInWords();
  const { timeZone } = snapshot.site;
  if (freshness.kind === "stale") {
    return (
      <p className="card-cause">
        {freshness.sinceMs === null ? "" : wayIn.asOf(formats.clock(freshness.sinceMs, timeZone))}
      </p>
    );
  }
  if (asking.length > 0) {
    const queues = asking.join(", ");
    return (
      <p className="card-cause">
        {worst === "act" ? wayIn.needSomeone(asking.length, queues) : wayIn.toLookAt(queues)}
      </p>
    );
  }
  return <p className="card-cause">{snapshot.open ? shared.open : shared.closed}</p>;
}
