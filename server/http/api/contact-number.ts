import type { RevealedCaller } from "../../../lib/access/access-types";
import type { Access } from "../../access/access";
import type { CallerVault } from "../../callers/caller-vault";
import type { BoardFeed } from "../../publish/board-feed";
import type { Asked } from "../asked";
import { doerOf } from "../asking/doer";
import { problemReply } from "../problem";
import { checkBody } from "../reading/checked-body";
import { aName, fields } from "../reading/fields";
import { jsonReply, type Reply } from "../reply";
import type { Route } from "../router";
import { boardSeen, noSuchBoard } from "./board-seen";

const BODY = fields({ board: aName, key: aName });

export type ContactNumberParts = {
  readonly feed: BoardFeed;
  readonly vault: Pick<CallerVault, "endOf" | "reveal">;
  readonly access: Pick<Access, "auditTrail">;
};

/** The whole number of one caller. That it was asked for stands in the audit trail before it is told. */
export function contactNumberRoute({ feed, vault, access }: ContactNumberParts): Route {
  const show = async (asked: Asked): Promise<Reply> => {
    const body = checkBody(BODY, asked.body);
    if (body.kind === "refused") return body.reply;
    const board = boardSeen(asked.principal, body.values.board, feed);
    if (board === null) return noSuchBoard();
    const alias = await feed.callerBehind(board, body.values.key);
    if (alias === null)
      return problemReply(404, "There is no such contact on this board, or it came without a number.");
    const caller = vault.reveal(alias);
    if (caller === null) return problemReply(410, "This number is no longer kept.");
    const { name } = board;
    const subject = `caller •••${vault.endOf(alias) ?? ""} · ${name}`;
    access.auditTrail.write({ act: "number-shown", subject, detail: null, ...doerOf(asked) });
    const revealed: RevealedCaller = caller;
    return jsonReply(200, revealed);
  };
  return { path: "/api/v1/contacts/number", handlers: new Map([["POST", show]]) };
}
