import type { Asked } from "../../../asked";
import { doerOf } from "../../../asking/doer";
import { DEVICE_COOKIE, DISPLAY_COOKIE } from "../../../cookie-names";
import { problemReply } from "../../../problem";
import { checkBody } from "../../../reading/checked-body";
import { fields, text } from "../../../reading/fields";
import { emptyReply, jsonReply, type Reply } from "../../../reply";
import { readable, type Route } from "../../../router";
import { forgetDisplay, withDisplay, withSession } from "../cookies-given";
import type { AccessParts } from "../parts";
import { passwordReply } from "../password-reply";
import { resource } from "../resource";
import { meOf } from "./me-of";

const PASSWORDS = fields({ current: text, next: text });

/** Who asks, and what he may change of himself. */
export function meRoutes(parts: AccessParts): readonly Route[] {
  const { accounts, sessions, displays } = parts.access;

  const me = (asked: Asked): Reply => {
    const { principal, address } = asked;
    const reply = jsonReply(200, meOf(principal, parts));
    if (principal.kind !== "display") return reply;
    displays.seen(principal.displayId, address);
    const token = asked.cookie(DISPLAY_COOKIE);
    const renewed = token === null ? null : displays.renew(token);
    return renewed === null ? reply : withDisplay(reply, renewed, asked);
  };

  const changePassword = async (asked: Asked): Promise<Reply> => {
    const { principal, address } = asked;
    if (principal.kind !== "person") return problemReply(403, "Only people have a password.");
    const body = checkBody(PASSWORDS, asked.body);
    if (body.kind === "refused") return body.reply;
    const { current, next } = body.values;
    const wrongPassword = passwordReply("next", next, principal.name);
    if (wrongPassword !== null) return wrongPassword;
    const changed = await accounts.changeOwnPassword(principal.accountId, current, next, doerOf(asked));
    if (changed.kind === "refused") return problemReply(409, changed.problem);
    // All his sessions have ended, this one too.
    const device = asked.cookie(DEVICE_COOKIE);
    return withSession(emptyReply(), sessions.open(principal.accountId, { address, device }), asked);
  };

  const giveUp = (asked: Asked): Reply => {
    if (asked.principal.kind === "display") displays.revoke(asked.principal.displayId, doerOf(asked));
    return forgetDisplay(emptyReply(), asked);
  };

  return [
    readable("/api/v1/me", me),
    resource("/api/v1/me/password", { PUT: changePassword }),
    resource("/api/v1/me/display", { DELETE: giveUp }),
  ];
}
