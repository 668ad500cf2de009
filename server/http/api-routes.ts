import type { Access } from "../access/access";
import type { CallerVault } from "../callers/caller-vault";
import type { BoardFeed } from "../publish/board-feed";
import type { Broadcaster } from "../publish/broadcaster";
import { boardSnapshotRoute } from "./api/board-snapshot";
import { boardsRoute } from "./api/boards";
import { contactNumberRoute } from "./api/contact-number";
import { contactsRoute } from "./api/contacts";
import { deskRoute } from "./api/desk";
import { healthzRoute } from "./api/healthz";
import type { Metrics } from "./api/metrics";
import { readyzRoute } from "./api/readyz";
import type { Route } from "./router";

export type ApiParts = {
  readonly access: Access;
  readonly feed: BoardFeed;
  readonly broadcaster: Broadcaster;
  readonly metrics: Metrics;
  readonly vault: CallerVault;
};

/** Everything that is answered but the pages. */
export const apiRoutes = ({ feed, metrics, access, vault }: ApiParts): readonly Route[] => [
  healthzRoute(),
  readyzRoute(feed),
  metrics.route,
  boardsRoute(feed),
  boardSnapshotRoute(feed),
  deskRoute(feed),
  contactsRoute(feed),
  contactNumberRoute({ feed, vault, access }),
];
