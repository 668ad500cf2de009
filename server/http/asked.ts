import type { IncomingMessage } from "node:http";
import type { Principal } from "../access/principal";

/** Where a request really comes from, as far as configured proxies vouch for it. */
export type Sender = {
  /** The client's address; only a configured proxy may name another than its own. */
  readonly address: string;
  /** It came encrypted, to us or to a configured proxy. */
  readonly secure: boolean;
};

/** A request that may be answered: its right was checked, its origin too where it changes something. */
export type Asked = Sender & {
  readonly principal: Principal;
  /** The parts of the path that the route leaves open (`{id}`), decoded, in order. */
  readonly parameters: readonly string[];
  /** Path and query as they came. */
  readonly url: string;
  /** A cookie's value; null: there is none of that name. */
  readonly cookie: (name: string) => string | null;
  /** Parsed JSON of a request with a body, else null. Not checked yet. */
  readonly body: unknown;
  readonly request: IncomingMessage;
};
