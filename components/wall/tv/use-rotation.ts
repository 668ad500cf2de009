import { useState } from "react";
import type { BoardId } from "../../../lib/vocabulary";
import type { BoardView } from "./board-view";
import { type Act, followActs, type Hand, neighbour, type RotationPlan, shownBoard } from "./rotation";

export type Rotation = {
  /** null: no board can be shown. */
  readonly shown: BoardView | null;
  /** The boards that take turns. */
  readonly turning: readonly BoardView[];
  /** Boards of the plan that there are not. */
  readonly leftOut: readonly BoardView[];
  readonly turn: (step: 1 | -1) => void;
};

const NO_ACTS: readonly Act[] = [];

/** Which board is up now. @param nowMs server's time */
export function useRotation(everyMs: RotationPlan["everyMs"], views: readonly BoardView[], nowMs: number): Rotation {
  const [acts, setActs] = useState(NO_ACTS);
  const [hand, setHand] = useState<Hand | null>(null);
  const turning = views.filter(({ state }) => state.problem === null);
  const plan: RotationPlan = { boardIds: turning.map(({ boardId }) => boardId), everyMs };
  const acting = turning.filter((view) => view.worst === "act").map(({ boardId }) => boardId);
  const followed = followActs(acts, acting, nowMs);
  if (followed !== acts) setActs(followed);
  const shownId: BoardId | null = shownBoard(plan, followed, hand, nowMs);
  return {
    shown: turning.find(({ boardId }) => boardId === shownId) ?? null,
    turning,
    leftOut: views.filter(({ state }) => state.problem !== null),
    turn: (step) => {
      const boardId = neighbour(plan.boardIds, shownId, step);
      if (boardId !== null) setHand({ boardId, atMs: nowMs });
    },
  };
}
