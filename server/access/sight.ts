import type { AlertSight } from "../../lib/alerts/alerts-of";
import type { BoardConfig, RotationConfig } from "../../lib/config";
import { assertNever, type BoardId, type QueueId } from "../../lib/vocabulary";
import type { Principal } from "./principal";

type Site = { readonly boards: readonly BoardConfig[]; readonly rotations: readonly RotationConfig[] };

/**
 * A board as somebody may see it; whatever he is told is built from this one. A lead's holds his own queues only, a
 * display has its own boards only.
 * @returns null: for him there is no such board
 */
export function boardFor(principal: Principal, boardId: BoardId, site: Site): BoardConfig | null {
  const board = site.boards.find(({ id }) => id === boardId);
  if (board === undefined) return null;
  switch (principal.kind) {
    case "nobody":
      return null;
    case "demo":
      return board;
    case "token":
      return principal.scope === "read" ? board : null;
    case "person":
      return principal.queueIds === null ? board : narrowed(board, principal.queueIds);
    case "display":
      return boardsOfScreen(principal.screenId, site).includes(boardId) ? board : null;
    default:
      return assertNever(principal);
  }
}

/** What tells boards apart as they are seen: leads' of one name differ by their queues, and two of the same are one. */
export const boardAsSeen = ({ id, queueIds }: BoardConfig): string => JSON.stringify([id, queueIds]);

/** All boards somebody may see, each as he may see it. */
export const boardsFor = (principal: Principal, site: Site): readonly BoardConfig[] =>
  site.boards.flatMap(({ id }) => boardFor(principal, id, site) ?? []);

/** What hangs on a display: a board, or those of a rotation; none where it is no longer configured. */
export function boardsOfScreen(screenId: BoardId, { boards, rotations }: Site): readonly BoardId[] {
  if (boards.some(({ id }) => id === screenId)) return [screenId];
  return rotations.find(({ id }) => id === screenId)?.boardIds ?? [];
}

/** How much of a caller somebody is told: nothing, or the end of his number. The whole is asked for one by one. */
export function sightOfCallers(principal: Principal): "nothing" | "end" {
  if (principal.kind === "demo") return "end";
  return principal.kind === "person" && principal.role !== "analyst" ? "end" : "nothing";
}

/** Whose missed callers somebody sees (RE): a lead his own queues'; null: every queue's. */
export function sightOfQueues(principal: Principal): readonly QueueId[] | null {
  switch (principal.kind) {
    case "demo":
      return null;
    case "person":
      return principal.queueIds;
    case "token":
      return principal.scope === "read" ? null : [];
    case "nobody":
    case "display":
      return [];
    default:
      return assertNever(principal);
  }
}

/** AL41: a lead has alerts of his own queues, of the site and of its sources. A display has those of its boards, nowhere else. */
export function sightOfAlerts(principal: Principal): AlertSight {
  switch (principal.kind) {
    case "demo":
      return ALL_ALERTS;
    case "person":
      return { queueIds: principal.queueIds, sourceIds: null };
    case "token":
      return principal.scope === "read" ? ALL_ALERTS : NO_ALERTS;
    case "nobody":
    case "display":
      return NO_ALERTS;
    default:
      return assertNever(principal);
  }
}
const ALL_ALERTS: AlertSight = { queueIds: null, sourceIds: null };
/** The site's are everybody's who may ask at all. */
const NO_ALERTS: AlertSight = { queueIds: [], sourceIds: [] };

function narrowed(board: BoardConfig, own: readonly QueueId[]): BoardConfig | null {
  const queueIds = board.queueIds === null ? own : board.queueIds.filter((id) => own.includes(id));
  return queueIds.length === 0 ? null : { ...board, queueIds };
}
