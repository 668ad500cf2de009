import type { Role } from "../../../lib/access/roles";
import type { QueueId } from "../../../lib/vocabulary";

/** Where the provider sends people back to; it has to be registered there, with our origin before it. */
export const CALLBACK_PATH = "/api/v1/oidc/callback";

/** The company's own way to sign in: an OpenID Connect provider, and what its groups may do here. */
export type OidcSettings = {
  /** As people call it: "Sign in with …". */
  readonly name: string;
  /** As the provider itself writes it in its tokens. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Asked for besides `openid profile email`. */
  readonly scopes: readonly string[];
  /** Where an ID token names the groups of a person. */
  readonly roleClaim: string;
  readonly roles: Readonly<Record<Role, readonly string[]>>;
  /** By group, the queues of its leads. */
  readonly leadQueues: ReadonlyMap<string, readonly QueueId[]>;
  /** Groups that may see numbers. */
  readonly numbers: readonly string[];
  /** Where an ID token names the person; null: where providers usually do. */
  readonly nameClaim: string | null;
};
