import type { Revision } from "../../../lib/events";
import { queueId } from "../../../lib/vocabulary";
import { sightOfCallers } from "../../access/sight";
import type { BoardFeed } from "../../publish/board-feed";
import { aName, oneOf, readQuery } from "../reading/query";
import { emptyReply, jsonReply } from "../reply";
import { readable, type Route } from "../router";
import { boardSeen, noSuchBoard, noSuchQueue } from "./board-seen";

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
  readable("/api/v1/boards/{id}/desk", ({ principal, parameters: [id = ""], url }) => {
    const query = readQuery(url, QUERY);
    if (query.kind === "refused") return query.reply;
    const board = boardSeen(principal, id, feed);
    if (board === null) return noSuchBoard();
    const { queue, minutes, have } = query.values;
    const question = { queueId: queue === null ? null : queueId(queue), minutes };
    const desk = feed.desk(board, question, sightOfCallers(principal));
    if (desk === null) return noSuchQueue();
    return have === textOf(desk.revision) ? emptyReply() : jsonReply(200, desk);
  });

const textOf = ({ epoch, number }: Revision): string => `${epoch}.${number}`;
