import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Access } from "./access/access";
import type { Alerts } from "./alerts/alerts";
import type { CompanySignIn } from "./access/oidc/company-sign-in";
import type { CallerVault } from "./callers/caller-vault";
import type { Clock } from "./clock";
import type { SetupLink } from "./access/setup-link";
import type { Certificate } from "./http/ways/certificate";
import type { Missed } from "./missed/missed";
import type { HttpLimits } from "./http/ways/http-server";
import type { BoardFeed } from "./publish/board-feed";
import type { EventIntake } from "./sources/http/event-intake";
import type { Limits } from "./publish/gate/connection-limits";

/** Next's development server, in place of the built pages. */
export type DevPages = {
  readonly pages: (request: IncomingMessage, response: ServerResponse) => void;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
};

export type AppParts = {
  readonly feed: BoardFeed;
  readonly clock: Clock;
  /** Where events told over HTTP come in. Left out: none are taken. */
  readonly intake?: EventIntake;
  /** Who may come in. */
  readonly access: Access;
  readonly alerts: Alerts;
  /** Left out: nobody was missed. */
  readonly missed?: Missed;
  /** Who called. */
  readonly vault: Pick<CallerVault, "endOf" | "reveal">;
  /** Everybody on this machine may do everything and nobody signs in; never where others reach it. */
  readonly demo: boolean;
  readonly setupLink: SetupLink;
  /** Left out: people sign in by name and password only. */
  readonly companySignIn?: CompanySignIn;
  /** Where the built pages lie; not read where `dev` is given. */
  readonly staticDir: string;
  /** What it will listen on: it decides which hosts a request may name. Left out: 127.0.0.1. */
  readonly host?: string;
  /** What this machine is called. */
  readonly hostnames?: readonly string[];
  /** Besides the server's own, pages of exactly these origins may ask, and requests name their hosts. */
  readonly origins: readonly string[];
  /** Addresses and networks of proxies whose word counts on where a request comes from. */
  readonly trustedProxies?: readonly string[];
  /** Whose pages may show ours within theirs, besides our own. */
  readonly frameAncestors?: readonly string[];
  /** Left out: not encrypted here. */
  readonly tls?: Certificate;
  /** Names the build of the pages. */
  readonly build: string;
  readonly dev?: DevPages;
  readonly limits?: Limits;
  readonly httpLimits?: HttpLimits;
  /** One line for the people who run it. */
  readonly say?: (line: string) => void;
};
