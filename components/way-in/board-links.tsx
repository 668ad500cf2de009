import type { JSX } from "react";
import type { BoardId } from "../../lib/vocabulary";
import { useWords } from "../shared/use-words";

/** The pages of a board. */
export function BoardLinks({ boardId, name }: { readonly boardId: BoardId; readonly name: string }): JSX.Element {
  const { wayIn } = useWords();
  const board = `?board=${encodeURIComponent(boardId)}`;
  return (
    <p className="board-links">
      <a href={`/wall${board}`} aria-label={wayIn.opens(wayIn.wall, name)}>
        {wayIn.wall}
      </a>
      <a href={`/supervise${board}`} aria-label={wayIn.opens(wayIn.supervise, name)}>
        {wayIn.supervise}
      </a>
    </p>
  );
}
