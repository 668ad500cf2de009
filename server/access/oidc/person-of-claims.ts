import type { Role } from "../../../lib/access/roles";
import type { VouchedPerson } from "../access";
import type { OidcSettings } from "./oidc-settings";

/** What an ID token says, checked but for its meaning here. */
export type Claims = Readonly<Record<string, unknown>> & { readonly iss: string; readonly sub: string };

export type MappedPerson =
  | { readonly kind: "person"; readonly person: VouchedPerson }
  /** `why`: for administrators. */
  | { readonly kind: "no-role"; readonly name: string; readonly why: string };

/** Who has several is the first of these. */
const HIGHEST_FIRST: readonly Role[] = ["admin", "supervisor", "lead", "analyst"];
const USUAL_NAME_CLAIMS = ["preferred_username", "email", "sub"];

/** Who somebody is here, by the groups that his provider says he is in. */
export function personOf(claims: Claims, settings: OidcSettings): MappedPerson {
  const { roleClaim, roles, leadQueues, numbers } = settings;
  const name = nameIn(claims, settings);
  const groups = groupsIn(claims, roleClaim);
  if (groups === null) return { kind: "no-role", name, why: `the ID token has no claim "${roleClaim}"` };
  const isAny = (of: readonly string[]): boolean => of.some((group) => groups.includes(group));
  const role = HIGHEST_FIRST.find((each) => isAny(roles[each]));
  if (role === undefined) return { kind: "no-role", name, why: "no group with a role" };
  const queueIds = role === "lead" ? [...new Set(groups.flatMap((group) => leadQueues.get(group) ?? []))] : null;
  if (queueIds?.length === 0) return { kind: "no-role", name, why: "a lead, but no group with queues" };
  const subject = `${claims.iss} ${claims.sub}`;
  return { kind: "person", person: { subject, name, role, queueIds, seesNumbers: isAny(numbers) } };
}

function nameIn(claims: Claims, { nameClaim }: OidcSettings): string {
  const tried = nameClaim === null ? USUAL_NAME_CLAIMS : [nameClaim, ...USUAL_NAME_CLAIMS];
  const names = tried.map((claim) => claimAt(claims, claim));
  return names.find((name): name is string => typeof name === "string" && name.trim() !== "") ?? claims.sub;
}

/** @returns null: the provider says nothing of groups */
function groupsIn(claims: Claims, roleClaim: string): readonly string[] | null {
  const value = claimAt(claims, roleClaim);
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((group): group is string => typeof group === "string") : null;
}

/** A claim of that name, be there dots in it or not; else what lies within others: `realm_access.roles`. */
function claimAt(claims: Claims, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  let value: unknown = claims;
  for (const step of path.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  return value;
}
