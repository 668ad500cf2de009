import { readCursor } from "../../../lib/desk/contact-list";
import { type FigurePart, LISTED_FIGURES } from "../../../lib/desk/contact-types";
import { MAIN_BOARD, queueId } from "../../../lib/vocabulary";
import { sightOfCallers } from "../../access/sight";
import type { BoardFeed } from "../../publish/board-feed";
import { aName, oneOf, type Parameter, readQuery, required, wholeNumber } from "../reading/query";
import { jsonReply } from "../reply";
import { readable, type Route } from "../router";
import { boardSeen, noSuchBoard, noSuchQueue } from "./board-seen";

const PARTS: readonly FigurePart[] = ["numerator", "denominator", "neither"];

const nextOfAPage: Parameter<string | null> = {
  expected: "the `next` of a page",
  read: (text) => (readCursor(text) === null ? null : { value: text }),
  leftOut: { value: null },
};

const QUERY = {
  board: aName<string>(MAIN_BOARD),
  queue: aName(null),
  figure: required(oneOf(LISTED_FIGURES, null)),
  minutes: oneOf([15, 30, 60] as const, null),
  part: oneOf(PARTS, null),
  limit: wholeNumber<number>(1, 500, 100),
  after: nextOfAPage,
};

/** The contacts behind a figure (BF), the newest arrival first, page by page. */
export const contactsRoute = (feed: BoardFeed): Route =>
  readable("/api/v1/contacts", async ({ principal, url }) => {
    const query = readQuery(url, QUERY);
    if (query.kind === "refused") return query.reply;
    const { board: id, queue, ...rest } = query.values;
    const board = boardSeen(principal, id, feed);
    if (board === null) return noSuchBoard();
    const question = { ...rest, queueId: queue === null ? null : queueId(queue) };
    const page = await feed.contacts(board, question, sightOfCallers(principal));
    return page === null ? noSuchQueue() : jsonReply(200, page);
  });
