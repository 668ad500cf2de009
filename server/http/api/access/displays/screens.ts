import type { BoardId } from "../../../../../lib/vocabulary";
import type { Principal } from "../../../../access/principal";
import { boardFor, boardsOfScreen } from "../../../../access/sight";
import type { AccessParts } from "../parts";

/** Whether somebody may hang this board or rotation up: he sees all of it himself. */
export function maySee(principal: Principal, screenId: BoardId, site: ReturnType<AccessParts["site"]>): boolean {
  const boardIds = boardsOfScreen(screenId, site);
  return boardIds.length > 0 && boardIds.every((id) => boardFor(principal, id, site) !== null);
}
