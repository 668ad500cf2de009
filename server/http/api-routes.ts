import { MAIN_BOARD } from "../../lib/vocabulary";
import type { Access } from "../access/access";
import type { CallerVault } from "../callers/caller-vault";
import type { BoardFeed } from "../publish/board-feed";
import type { Broadcaster } from "../publish/broadcaster";
import { accessRoutes } from "./api/access/access-routes";
import type { SetupLink } from "../access/setup-link";
import { boardSnapshotRoute } from "./api/board-snapshot";
import { boardsRoute } from "./api/boards";
import { contactNumberRoute } from "./api/contact-number";
import { contactsRoute } from "./api/contacts";
import { deskRoute } from "./api/desk";
import { healthzRoute } from "./api/healthz";
import type { Metrics } from "./api/metrics";
import { oidcRoutes } from "./api/oidc";
import { readyzRoute } from "./api/readyz";
import type { Route } from "./router";

export type ApiParts = {
  readonly access: Access;
  readonly feed: BoardFeed;
  readonly vault: Pick<CallerVault, "endOf" | "reveal">;
  readonly broadcaster: Broadcaster;
  readonly metrics: Metrics;
  readonly setupLink: SetupLink;
  readonly demo: boolean;
};

/** Everything that is answered but the pages. */
export function apiRoutes({ feed, metrics, access, vault, broadcaster, setupLink, demo }: ApiParts): readonly Route[] {
  const site = () => ({ boards: feed.boards(), rotations: feed.rotations() });
  return [
    healthzRoute(),
    readyzRoute(feed),
    metrics.route,
    boardsRoute(feed),
    boardSnapshotRoute(feed),
    deskRoute(feed),
    contactsRoute(feed),
    contactNumberRoute({ feed, vault, access }),
    ...accessRoutes({
      access,
      site,
      queues: () => queuesOf(feed),
      setupLink,
      toDisplay: broadcaster.toDisplay,
      signInWith: null,
      demo,
    }),
    ...oidcRoutes(),
  ];
}

/** Those of the configuration, and those that a source has spoken of. */
function queuesOf(feed: BoardFeed) {
  const main = feed.boards().find(({ id }) => id === MAIN_BOARD);
  return main === undefined ? [] : feed.snapshot(main).queues.map(({ queueId, name }) => ({ id: queueId, name }));
}
