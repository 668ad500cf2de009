import { type JSX, memo } from "react";
import type { BoardId } from "../../lib/vocabulary";
import { useBoard } from "../board/use-board";
import { Figure } from "../shared/figure";
import { StateMark } from "../shared/state-mark";
import { TileBoundary } from "../shared/tile-boundary";
import { useNow } from "../shared/use-now";
import { useWords } from "../shared/use-words";
import { BoardLinks } from "./board-links";
import { CardSparkline } from "./card-sparkline";
import { type CardState, cardState } from "./card-state";

type Props = { readonly boardId: BoardId; readonly name: string };

/** A board as it stands now, small and calm, and the ways into it. */
export const BoardCard = memo(function BoardCard({ boardId, name }: Props): JSX.Element {
  const { wayIn } = useWords();
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
          <CardCause card={card} />
          <CardFigures card={card} />
        </TileBoundary>
      )}
      <BoardLinks boardId={boardId} name={name} />
    </article>
  );
});

/** Under the name: as of when, who needs someone, or whether they are open. */
function CardCause({ card: { snapshot, freshness, asking } }: { readonly card: CardState }): JSX.Element {
  const { wayIn, shared, formats } = useWords();
  const { timeZone } = snapshot.site;
  if (freshness.kind === "stale") {
    return (
      <p className="card-cause">
        {freshness.sinceMs === null ? "" : wayIn.asOf(formats.clock(freshness.sinceMs, timeZone))}
      </p>
    );
  }
  if (asking.length > 0) {
    return (
      <p className="card-cause">
        <bdi>{asking.join(", ")}</bdi>
      </p>
    );
  }
  return <p className="card-cause">{snapshot.open ? shared.open : shared.closed}</p>;
}

function CardFigures({ card }: { readonly card: CardState }): JSX.Element {
  const { wayIn, figures: said, formats } = useWords();
  const { snapshot, figures, freshness, longestMs } = card;
  const { total, contacts } = snapshot;
  const nobody = figures !== null && total.waiting === 0;
  return (
    <>
      <dl className="card-figures">
        <div className="card-level" data-judgement={card.level}>
          <dt>{said.entries.serviceLevel.label}</dt>
          <dd className="card-number">
            <Figure name="serviceLevel" text={formats.percent(figures?.serviceLevelRatio ?? null)} />
          </dd>
          <dd className="card-note">{wayIn.goal(formats.percent(total.target.goalRatio))}</dd>
        </div>
        <div data-judgement={card.wait}>
          <dt>{said.entries.waiting.label}</dt>
          <dd className="card-number">
            <Figure name="waiting" text={formats.count(figures === null ? null : total.waiting)} />
          </dd>
          <dd className="card-note" data-figure="longestWait">
            {nobody ? wayIn.nobodyWaits : wayIn.longest(formats.duration(longestMs))}
          </dd>
        </div>
        <div>
          <dt>{said.entries.missed.label}</dt>
          <dd className="card-number">
            <Figure name="missed" text={formats.count(figures === null ? null : contacts.missed)} />
          </dd>
          <dd className="card-note">
            {contacts.missed === 0
              ? wayIn.noneMissed
              : wayIn.missedRate(formats.percent(contacts.missed / Math.max(1, contacts.answered + contacts.missed)))}
          </dd>
        </div>
      </dl>
      <CardSparkline snapshot={snapshot} nowMs={freshness.nowMs} judgement={card.level} />
    </>
  );
}
