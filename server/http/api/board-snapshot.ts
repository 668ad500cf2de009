import { boardId } from "../../../lib/vocabulary";
import type { BoardFeed } from "../../publish/board-feed";
import { problemReply } from "../problem";
import { jsonReply } from "../reply";
import { readable, type Route } from "../router";

/** The same snapshot that screens get. */
export const boardSnapshotRoute = (feed: BoardFeed): Route =>
  readable("/api/v1/boards/{id}/snapshot", ([id = ""]) => {
    const snapshot = feed.snapshot(boardId(id));
    return snapshot === null ? problemReply(404, "There is no such board.") : jsonReply(200, snapshot);
  });
