import type { Asked } from "../../../asked";
import { doerOf } from "../../../asking/doer";
import { problemReply } from "../../../problem";
import { checkBody } from "../../../reading/checked-body";
import { fields } from "../../../reading/fields";
import { emptyReply, jsonReply, type Reply } from "../../../reply";
import type { Route } from "../../../router";
import { name, tokenScope } from "../fields";
import type { AccessParts } from "../parts";
import { idOf, resource } from "../resource";

const NEW_TOKEN = fields({ name, scope: tokenScope });

/** What scripts come in with. */
export function tokenRoutes({ access: { tokens } }: Pick<AccessParts, "access">): readonly Route[] {
  const create = (asked: Asked): Reply => {
    const body = checkBody(NEW_TOKEN, asked.body);
    if (body.kind === "refused") return body.reply;
    const made = tokens.create(body.values, doerOf(asked));
    if (made.kind === "refused") return problemReply(409, made.problem);
    return jsonReply(201, { token: made.token, secret: made.secret });
  };
  const revoke = (asked: Asked): Reply =>
    tokens.revoke(idOf(asked), doerOf(asked)) ? emptyReply() : problemReply(404, "There is no such token.");
  return [
    resource("/api/v1/tokens", { GET: () => jsonReply(200, { tokens: tokens.list() }), POST: create }),
    resource("/api/v1/tokens/{id}", { DELETE: revoke }),
  ];
}
