import type { BoardConfig } from "../../../lib/config";
import { boardId } from "../../../lib/vocabulary";
import type { Principal } from "../../access/principal";
import { boardFor } from "../../access/sight";
import type { BoardFeed } from "../../publish/board-feed";
import { problemReply } from "../problem";
import type { Reply } from "../reply";

export type SiteShown = Pick<BoardFeed, "boards" | "rotations">;

/** A board as somebody may see it; null: for him there is none of that id. */
export const boardSeen = (principal: Principal, id: string, feed: SiteShown): BoardConfig | null =>
  boardFor(principal, boardId(id), { boards: feed.boards(), rotations: feed.rotations() });

/** The same words for what is not there and for what is not his. */
export const noSuchBoard = (): Reply => problemReply(404, "There is no such board.");
export const noSuchQueue = (): Reply => problemReply(404, "There is no such queue on this board.");
