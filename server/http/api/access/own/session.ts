import type { Asked } from "../../../asked";
import { doerOf } from "../../../asking/doer";
import { DEVICE_COOKIE } from "../../../cookie-names";
import { problemReply } from "../../../problem";
import { checkBody } from "../../../reading/checked-body";
import { fields, text } from "../../../reading/fields";
import { emptyReply, jsonReply, type Reply } from "../../../reply";
import type { Route } from "../../../router";
import { forgetSession, withSession } from "../cookies-given";
import type { AccessParts } from "../parts";
import { resource } from "../resource";
import { meOf } from "./me-of";

const FEW_SECONDS = 10;
const CREDENTIALS = fields({ name: text, password: text });

/** Signing in and out. */
export function sessionRoute(parts: AccessParts): Route {
  const { sessions } = parts.access;
  const endOwn = (asked: Asked): void => {
    if (asked.principal.kind === "person") sessions.signOut(asked.principal.sessionId, doerOf(asked));
  };

  const signIn = async (asked: Asked): Promise<Reply> => {
    const body = checkBody(CREDENTIALS, asked.body);
    if (body.kind === "refused") return body.reply;
    const from = { address: asked.address, device: asked.cookie(DEVICE_COOKIE) };
    const signedIn = await sessions.signIn(body.values.name, body.values.password, from);
    if (signedIn.kind === "wrong") return problemReply(401, "The name or the password is not right.");
    if (signedIn.kind === "throttled") return tooManyTries(signedIn.retryAfterMs);
    // The session that this browser came with would be open for nobody.
    endOwn(asked);
    return withSession(jsonReply(200, meOf(signedIn.principal, parts)), signedIn, asked);
  };
  const signOut = (asked: Asked): Reply => {
    endOwn(asked);
    return forgetSession(emptyReply(), asked);
  };
  return resource("/api/v1/session", { POST: signIn, DELETE: signOut });
}

/** Wrong ones before, or too many at once. */
function tooManyTries(retryAfterMs: number): Reply {
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1000));
  return problemReply(429, `Too many tries. Please try again ${inWords(seconds)}.`, { "retry-after": String(seconds) });
}

function inWords(seconds: number): string {
  if (seconds <= FEW_SECONDS) return "in a few seconds";
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "in a minute" : `in ${minutes} minutes`;
}
