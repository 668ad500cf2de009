import type { JSX } from "react";
import type { BoardId } from "../../lib/vocabulary";
import { useReader } from "../access/use-reader";
import { useWayInWords } from "../shared/speech/use-way-in-words";

/** The pages of a board that are open to the reader. */
export function BoardLinks({ boardId, name }: { readonly boardId: BoardId; readonly name: string }): JSX.Element {
  const { wayIn } = useWayInWords();
  const supervises = useReader()?.rights.includes("desk.read") === true;
  const board = `?board=${encodeURIComponent(boardId)}`;
  return (
    <p className="board-links">
      <a href={`/wall${board}`} aria-label={wayIn.opens(wayIn.wall, name)}>
        {wayIn.wall}
      </a>
      {supervises ? (
        <a href={`/supervise${board}`} aria-label={wayIn.opens(wayIn.supervise, name)}>
          {wayIn.supervise}
        </a>
      ) : null}
    </p>
  );
}
