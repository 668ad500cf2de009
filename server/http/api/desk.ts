import type { Revision } from "../../../lib/events";
import { boardId, queueId } from "../../../lib/vocabulary";
import type { BoardFeed } from "../../publish/board-feed";
import { problemReply } from "../problem";
import { aName, oneOf, readQuery } from "../query";
import { emptyReply, jsonReply } from "../reply";
import { readable, type Route } from "../router";

const QUERY = {
  queue: aName(null),
  minutes: oneOf([15, 30, 60] as const, null),
  have: aName(null),
};

/**
 * What a supervisor looks at (DK): a board or one queue of it, today or the last minutes. `have` is the revision that
 * the asker holds of the same question; where it still stands there is nothing to say, 204.
 */
export const deskRoute = (feed: BoardFeed): Route =>
  readable("/api/v1/boards/{id}/desk", ([id = ""], request) => {
    const query = readQuery(request.url ?? "", QUERY);
    if (query.kind === "refused") return query.reply;
    const { queue, minutes, have } = query.values;
    const board = boardId(id);
    const desk = feed.desk({ boardId: board, queueId: queue === null ? null : queueId(queue), minutes });
    if (desk !== null) return have === textOf(desk.revision) ? emptyReply() : jsonReply(200, desk);
    const hasBoard = feed.boards().some((one) => one.id === board);
    return problemReply(404, hasBoard ? "There is no such queue on this board." : "There is no such board.");
  });

const textOf = ({ epoch, number }: Revision): string => `${epoch}.${number}`;
