import type { Asked } from "../../../asked";
import { problemReply } from "../../../problem";
import { checkBody } from "../../../reading/checked-body";
import { fields, text } from "../../../reading/fields";
import { jsonReply, type Reply } from "../../../reply";
import type { Route } from "../../../router";
import { withSession } from "../cookies-given";
import { name } from "../fields";
import type { AccessParts } from "../parts";
import { passwordReply } from "../password-reply";
import { resource } from "../resource";
import { meOf } from "./me-of";

const SETUP = fields({ token: text, name, password: text });

/** Makes the first administrator, once, for whoever has the link that the server printed. */
export function setupRoute(parts: AccessParts): Route {
  const { access, setupLink, demo } = parts;

  const setUp = async (asked: Asked): Promise<Reply> => {
    if (demo)
      return problemReply(404, "There is nothing to set up: this is the demo, open to everybody on this machine.");
    const body = checkBody(SETUP, asked.body);
    if (body.kind === "refused") return body.reply;
    if (access.accounts.isSetUp()) return problemReply(403, ALREADY);
    const { token, ...person } = body.values;
    const wrongPassword = passwordReply("password", person.password, person.name);
    if (wrongPassword !== null) return wrongPassword;
    const taken = setupLink.take(token);
    if (taken === null) return problemReply(403, WRONG_LINK);
    try {
      return await makeFirst(person, asked, parts);
    } finally {
      if (!access.accounts.isSetUp()) taken.giveBack();
    }
  };

  return resource("/api/v1/setup", { POST: setUp });
}

type NewPerson = { readonly name: string; readonly password: string };

async function makeFirst(person: NewPerson, asked: Asked, parts: AccessParts): Promise<Reply> {
  const { accounts, sessions } = parts.access;
  const { address } = asked;
  const doer = { actor: { kind: "person", name: person.name }, address } as const;
  const made = await accounts.create({ ...person, role: "admin", queueIds: null, seesNumbers: false }, doer);
  if (made.kind === "refused") return problemReply(409, made.problem);
  const signedIn = sessions.open(made.account.id, { address });
  return withSession(jsonReply(201, meOf(signedIn.principal, parts)), signedIn, asked);
}

const ALREADY = "Pickup is set up already. Please sign in, or ask an administrator for an account.";
const WRONG_LINK =
  "This link is not good, or no longer: each holds until Pickup is started again, and for one administrator. The one that holds now stands in the output of the server.";
