import { lookOf } from "../../../lib/config";
import { boardsFor } from "../../access/sight";
import type { BoardFeed } from "../../publish/board-feed";
import { jsonReply } from "../reply";
import { readable, type Route } from "../router";

/** The boards that he who asks may see, with their looks, and the rotations that show them in turn. */
export const boardsRoute = (feed: BoardFeed): Route =>
  readable("/api/v1/boards", ({ principal }) => {
    const seen = boardsFor(principal, { boards: feed.boards(), rotations: feed.rotations() });
    const boards = seen.map((board) => {
      const { id, name, queueIds, windowMinutes, agentNames } = board;
      return { id, name, queueIds, windowMinutes, agentNames, look: lookOf(board) };
    });
    const ids = new Set(seen.map(({ id }) => id));
    const rotations = feed.rotations().flatMap(({ id, name, boardIds, everyMs }) => {
      const shown = boardIds.filter((board) => ids.has(board));
      return shown.length === 0 ? [] : [{ id, name, boardIds: shown, everyMs }];
    });
    return jsonReply(200, { boards, rotations });
  });
