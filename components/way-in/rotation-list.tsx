import type { JSX } from "react";
import { useWayInWords } from "../shared/speech/use-way-in-words";
import type { ListedBoard, ListedRotation } from "./read-site";

type Props = { readonly rotations: readonly ListedRotation[]; readonly boards: readonly ListedBoard[] };

/** Boards that take turns; nothing where there are none. */
export function RotationList({ rotations, boards }: Props): JSX.Element | null {
  const { wayIn, formats } = useWayInWords();
  if (rotations.length === 0) return null;
  const names = new Map(boards.map(({ id, name }) => [id, name]));
  return (
    <section aria-labelledby="rotations">
      <h2 id="rotations">{wayIn.rotations}</h2>
      <p className="way-in-quiet">{wayIn.rotationsMean}</p>
      <ul className="way-in-list">
        {rotations.map(({ id, name, boardIds, everyMs }) => (
          <li key={id}>
            <a className="way-in-row" href={`/wall?rotation=${encodeURIComponent(id)}`}>
              <bdi className="way-in-name">{name}</bdi>
              <span className="way-in-note">
                {boardIds.map((boardId) => names.get(boardId) ?? boardId).join(" · ")},{" "}
                {wayIn.every(formats.count(everyMs / 1_000))}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
