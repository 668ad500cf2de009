import type { PairingState } from "../../../../../lib/access/access-types";
import type { Asked } from "../../../asked";
import { PAIRING_COOKIE } from "../../../cookie-names";
import { problemReply } from "../../../problem";
import { jsonReply, type Reply } from "../../../reply";
import type { Route } from "../../../router";
import { forgetPairing, withDisplay, withPairing } from "../cookies-given";
import type { AccessParts } from "../parts";
import { resource } from "../resource";

const TRY_AGAIN_SECONDS = 60;

/** A television that nobody let in yet: it gets a code to show, and asks from time to time whether somebody entered it. */
export function pairingRoutes({ access: { displays } }: Pick<AccessParts, "access">): readonly Route[] {
  const offer = (asked: Asked): Reply => {
    const offered = displays.offerCode(asked.address);
    if (offered === null) return tooMany();
    return withPairing(jsonReply(201, offered.pairing), offered.secret, asked);
  };

  const claim = (asked: Asked): Reply => {
    const secret = asked.cookie(PAIRING_COOKIE);
    if (secret === null) return stateReply("expired");
    const { state, token } = displays.claim(secret, asked.address);
    const reply = stateReply(state);
    if (state === "waiting") return reply;
    const forgetting = forgetPairing(reply, asked);
    return token === null ? forgetting : withDisplay(forgetting, token, asked);
  };

  return [resource("/api/v1/pairings", { POST: offer }), resource("/api/v1/pairings/claim", { POST: claim })];
}

function stateReply(state: PairingState["state"]): Reply {
  const answer: PairingState = { state };
  return jsonReply(200, answer);
}

const tooMany = (): Reply =>
  problemReply(429, "Too many displays are waiting to be let in. Please try again in a minute.", {
    "retry-after": String(TRY_AGAIN_SECONDS),
  });
