import { queueId } from "../../../lib/vocabulary";
import type { OidcSettings } from "../../access/oidc/oidc-settings";
import { didYouMean } from "../../did-you-mean";
import { isLoopback } from "../../loopback";
import type { EnvironmentSettings } from "../environment";
import type { FoundProblem } from "../issues";
import { quoteValue } from "../problem";
import type { WrittenConfig } from "../schema/config";
import type { WrittenOidc } from "../schema/oidc";

const USUAL_ROLE_CLAIM = "groups";

export const completeOidc = (written: WrittenOidc): OidcSettings => ({
  name: written.name,
  issuer: written.issuer,
  clientId: written.clientId,
  clientSecret: written.clientSecret,
  scopes: written.scopes ?? [],
  roleClaim: written.roleClaim ?? USUAL_ROLE_CLAIM,
  roles: {
    admin: written.roles.admin ?? [],
    supervisor: written.roles.supervisor ?? [],
    lead: written.roles.lead ?? [],
    analyst: written.roles.analyst ?? [],
  },
  leadQueues: new Map(Object.entries(written.leadQueues ?? {}).map(([group, ids]) => [group, ids.map(queueId)])),
  numbers: written.numbers ?? [],
  nameClaim: written.nameClaim ?? null,
});

/**
 * The provider sends people back to one address, which it has been told: the first https:// one of PICKUP_ORIGINS, or
 * this machine's own where nobody else comes.
 */
export const publicOrigin = (origins: readonly string[], here: string): string =>
  origins.find((origin) => origin.startsWith("https://")) ?? new URL(here).origin;

/** Where others come, and nobody said by which address. */
export function unknownAddress(
  written: WrittenConfig,
  { host, origins }: EnvironmentSettings,
): readonly FoundProblem[] {
  const isForOthers = !isLoopback(host) || written.tls !== undefined || (written.trustedProxies ?? []).length > 0;
  const isNamed = origins.some((origin) => origin.startsWith("https://"));
  if (written.oidc === undefined || isNamed || !isForOthers) return [];
  const what = "the provider must know where to send people back: set PICKUP_ORIGINS to the https:// address they open";
  return [{ path: ["oidc"], what }];
}

/** Queues of leads that nothing under `queues:` is: they may appear by themselves, or be misspelt. */
export function unlistedLeadQueues({ queues = [], oidc }: WrittenConfig): readonly FoundProblem[] {
  const listed = queues.map(({ id }) => id);
  return Object.entries(oidc?.leadQueues ?? {}).flatMap(([group, ids]) =>
    ids.flatMap((id, index): FoundProblem[] => {
      if (listed.includes(id)) return [];
      const guess = didYouMean(id, listed) || "; its leads see it once a source speaks of it";
      const path = ["oidc", "leadQueues", group, index];
      return [{ path, what: `${quoteValue(id)} is not listed under queues${guess}` }];
    }),
  );
}
