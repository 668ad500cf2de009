import { readCursor } from "../../../lib/desk/contact-list";
import { type FigurePart, LISTED_FIGURES } from "../../../lib/desk/contact-types";
import { boardId, MAIN_BOARD, queueId } from "../../../lib/vocabulary";
import type { BoardFeed } from "../../publish/board-feed";
import { problemReply } from "../problem";
import { aName, oneOf, type Parameter, readQuery, required, wholeNumber } from "../query";
import { jsonReply } from "../reply";
import { readable, type Route } from "../router";

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
  readable("/api/v1/contacts", async (_, request) => {
    const query = readQuery(request.url ?? "", QUERY);
    if (query.kind === "refused") return query.reply;
    const { board, queue, ...rest } = query.values;
    const id = boardId(board);
    const page = await feed.contacts({ ...rest, boardId: id, queueId: queue === null ? null : queueId(queue) });
    if (page !== null) return jsonReply(200, page);
    const hasBoard = feed.boards().some((one) => one.id === id);
    return problemReply(404, hasBoard ? "There is no such queue on this board." : "There is no such board.");
  });
