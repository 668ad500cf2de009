import type { BoardFeed } from "../../publish/board-feed";
import { jsonReply } from "../reply";
import { readable, type Route } from "../router";

export const boardsRoute = (feed: BoardFeed): Route =>
  readable("/api/v1/boards", () => {
    const boards = feed
      .boards()
      .map(({ id, name, queueIds, windowMinutes }) => ({ id, name, queueIds, windowMinutes }));
    return jsonReply(200, { boards });
  });
