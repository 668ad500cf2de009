import type { BoardId } from "../../../lib/vocabulary";

export type NamedScreen = { readonly id: BoardId; readonly name: string };
/** What a display can show, as `GET /api/v1/boards` has it. */
export type Screens = { readonly boards: readonly NamedScreen[]; readonly rotations: readonly NamedScreen[] };

/** What a display shows. `gone`: it is no longer configured. */
export type ShownScreen = {
  readonly kind: "board" | "rotation" | "gone" | "unknown";
  /** The id where there is no name. */
  readonly name: string;
};

/** @param screens null: not known yet */
export function screenOf(id: BoardId, screens: Screens | null): ShownScreen {
  if (screens === null) return { kind: "unknown", name: id };
  const board = screens.boards.find((each) => each.id === id);
  if (board !== undefined) return { kind: "board", name: board.name };
  const rotation = screens.rotations.find((each) => each.id === id);
  return rotation === undefined ? { kind: "gone", name: id } : { kind: "rotation", name: rotation.name };
}

/** A board and a rotation of one id: a display shows the board. */
export const choosable = ({ boards, rotations }: Screens): Screens => ({
  boards,
  rotations: rotations.filter(({ id }) => boards.every((board) => board.id !== id)),
});
