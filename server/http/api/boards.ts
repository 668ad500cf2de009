import { lookOf } from "../../../lib/config";
import type { BoardFeed } from "../../publish/board-feed";
import { jsonReply } from "../reply";
import { readable, type Route } from "../router";

/** The boards with their looks, and the rotations that show them in turn. */
export const boardsRoute = (feed: BoardFeed): Route =>
  readable("/api/v1/boards", () => {
    const boards = feed.boards().map((board) => {
      const { id, name, queueIds, windowMinutes, agentNames } = board;
      return { id, name, queueIds, windowMinutes, agentNames, look: lookOf(board) };
    });
    const rotations = feed.rotations().map(({ id, name, boardIds, everyMs }) => ({ id, name, boardIds, everyMs }));
    return jsonReply(200, { boards, rotations });
  });
