import type { BoardFeed } from "../../publish/board-feed";
import { jsonReply } from "../reply";
import { readable, type Route } from "../router";
import { boardSeen, noSuchBoard } from "./board-seen";

/** The same snapshot that screens get. */
export const boardSnapshotRoute = (feed: BoardFeed): Route =>
  readable("/api/v1/boards/{id}/snapshot", ({ principal, parameters: [id = ""] }) => {
    const board = boardSeen(principal, id, feed);
    return board === null ? noSuchBoard() : jsonReply(200, feed.snapshot(board));
  });
