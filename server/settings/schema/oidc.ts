import * as z from "zod";
import { ROLES } from "../../../lib/access/roles";
import { isLoopback } from "../../loopback";
import { name, section, spelledId, text } from "./parts";

const issuer = text("an address that begins with https://, as the provider itself writes it", isIssuer);
const scope = text("the name of a scope, without spaces", (value) => /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(value));
const groups = z.array(name).min(1);

const roles = section({
  admin: groups.optional(),
  supervisor: groups.optional(),
  lead: groups.optional(),
  analyst: groups.optional(),
}).refine((written) => ROLES.some((role) => written[role] !== undefined), {
  error: "at least one role with the groups that have it",
});

/** The company's own way to sign in, by OpenID Connect. */
export const oidc = section({
  name,
  issuer,
  clientId: name,
  clientSecret: z.string().refine((value) => value.trim() !== "" && value.length <= 2_000, { error: "a secret" }),
  scopes: z.array(scope).optional(),
  roleClaim: name.optional(),
  roles,
  leadQueues: z.record(name, z.array(spelledId).min(1)).optional(),
  numbers: groups.optional(),
  nameClaim: name.optional(),
}).superRefine(({ roles: written, leadQueues }, context) => {
  if (written.lead === undefined || leadQueues !== undefined) return;
  const message = "leads need queues: name them by group under leadQueues";
  context.addIssue({ code: "custom", message, path: ["roles", "lead"], params: { sentence: true } });
});

export type WrittenOidc = z.output<typeof oidc>;

/** Whoever can read or change what the provider says can be anybody: only this machine is asked unencrypted. */
function isIssuer(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, search, hash, username } = new URL(value);
  const isPlain = search === "" && hash === "" && username === "";
  return isPlain && (protocol === "https:" || (protocol === "http:" && isLoopback(hostname.replace(/^\[|\]$/g, ""))));
}
