import type { DisplayWord } from "../../../../publish/access/display-sockets";
import type { Asked } from "../../../asked";
import { doerOf } from "../../../asking/doer";
import { problemReply } from "../../../problem";
import { checkBody, fieldsReply } from "../../../reading/checked-body";
import { fields } from "../../../reading/fields";
import { emptyReply, jsonReply, type Reply } from "../../../reply";
import type { Route } from "../../../router";
import { name, pairingCode, screenId } from "../fields";
import type { AccessParts } from "../parts";
import { idOf, resource } from "../resource";
import { maySee } from "./screens";

const NEW_DISPLAY = fields({ code: pairingCode, name, screenId });
const CHANGE = fields({ name: name.exactOptional(), screenId: screenId.exactOptional() });
const IDENTIFY_FOR_MS = 10_000;

type Parts = Pick<AccessParts, "access" | "site" | "toDisplay">;

/** The televisions: let in by the code that they show, given a name and a board, withdrawn. */
export function displayRoutes(parts: Parts): readonly Route[] {
  const { displays } = parts.access;
  return [
    resource("/api/v1/displays", {
      GET: () => jsonReply(200, { displays: displays.list() }),
      POST: (asked) => letIn(asked, parts),
    }),
    resource("/api/v1/displays/{id}", {
      PATCH: (asked) => change(asked, parts),
      DELETE: (asked) => (displays.revoke(idOf(asked), doerOf(asked)) ? emptyReply() : noSuchDisplay()),
    }),
    resource("/api/v1/displays/{id}/reload", {
      POST: (asked) => tell(asked, () => ({ kind: "reload" }), parts),
    }),
    resource("/api/v1/displays/{id}/identify", {
      POST: (asked) => tell(asked, (itsName) => ({ kind: "identify", name: itsName, forMs: IDENTIFY_FOR_MS }), parts),
    }),
  ];
}

function letIn(asked: Asked, { access, site }: Parts): Reply {
  const body = checkBody(NEW_DISPLAY, asked.body);
  if (body.kind === "refused") return body.reply;
  const { code, ...display } = body.values;
  if (!maySee(asked.principal, display.screenId, site())) return noSuchScreen();
  const { principal, address } = asked;
  // Whoever shares an address with somebody who guesses is not held up by him.
  const guesser = principal.kind === "person" ? principal.accountId : address;
  const paired = access.displays.pair(code, display, doerOf(asked), guesser);
  if (paired.kind === "paired") return jsonReply(201, paired.display);
  const { problem, retryAfterMs } = paired;
  if (retryAfterMs === null) return problemReply(409, problem);
  return problemReply(429, problem, { "retry-after": String(Math.ceil(retryAfterMs / 1_000)) });
}

function change(asked: Asked, { access: { displays }, site }: Parts): Reply {
  if (displayOf(asked, displays) === undefined) return noSuchDisplay();
  const body = checkBody(CHANGE, asked.body);
  if (body.kind === "refused") return body.reply;
  const wanted = body.values;
  if (Object.keys(wanted).length === 0) return problemReply(400, "The body names nothing to change.");
  if (wanted.screenId !== undefined && !maySee(asked.principal, wanted.screenId, site())) return noSuchScreen();
  const changed = displays.change(idOf(asked), wanted, doerOf(asked));
  return changed.kind === "refused" ? problemReply(409, changed.problem) : jsonReply(200, changed.display);
}

function tell(asked: Asked, word: (itsName: string) => DisplayWord, { access, toDisplay }: Parts): Reply {
  const display = displayOf(asked, access.displays);
  if (display === undefined) return noSuchDisplay();
  return jsonReply(200, { reached: toDisplay(display.id, word(display.name)) });
}

const displayOf = (asked: Asked, { list }: AccessParts["access"]["displays"]) =>
  list().find(({ id }) => id === idOf(asked));
const noSuchDisplay = (): Reply => problemReply(404, "There is no such display.");
const noSuchScreen = (): Reply => fieldsReply([{ field: "screenId", what: "is no board or rotation here" }]);
