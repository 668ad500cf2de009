import type { BoardSnapshot } from "../../lib/metrics/snapshot-types";
import { MAIN_BOARD } from "../../lib/vocabulary";
import type { Access } from "../access/access";
import type { Alerts } from "../alerts/alerts";
import type { CallerVault } from "../callers/caller-vault";
import type { BoardFeed } from "../publish/board-feed";
import type { Broadcaster } from "../publish/broadcaster";
import type { CompanySignIn } from "../access/oidc/company-sign-in";
import { accessRoutes } from "./api/access/access-routes";
import { oidcRoutes } from "./api/access/oidc/oidc-routes";
import type { SetupLink } from "../access/setup-link";
import { alertRoutes } from "./api/alerts/alert-routes";
import { boardSnapshotRoute } from "./api/board-snapshot";
import { boardsRoute } from "./api/boards";
import { contactNumberRoute } from "./api/contact-number";
import { contactsRoute } from "./api/contacts";
import { deskRoute } from "./api/desk";
import { eventsRoute } from "./api/events/events";
import { healthzRoute } from "./api/healthz";
import type { Metrics } from "./api/metrics";
import { missedRoutes } from "./api/missed/missed-routes";
import { readyzRoute } from "./api/readyz";
import type { Route } from "./router";
import type { Clock } from "../clock";
import type { Missed } from "../missed/missed";
import { NOTHING_MISSED } from "../missed/nothing-missed";
import { type EventIntake, NOTHING_TOLD } from "../sources/http/event-intake";

export type ApiParts = {
  readonly access: Access;
  readonly alerts: Alerts;
  /** Left out: nobody was missed. */
  readonly missed?: Missed;
  readonly feed: BoardFeed;
  readonly vault: Pick<CallerVault, "endOf" | "reveal">;
  readonly broadcaster: Broadcaster;
  readonly metrics: Metrics;
  readonly setupLink: SetupLink;
  readonly demo: boolean;
  readonly clock: Clock;
  /** Left out: no events are taken. */
  readonly intake?: EventIntake;
  /** The company's own way to sign in; null: there is none. */
  readonly companySignIn: CompanySignIn | null;
};

/** Everything that is answered but the pages. */
export function apiRoutes(parts: ApiParts): readonly Route[] {
  const { feed, metrics, access, alerts, clock, vault, broadcaster, setupLink, demo, companySignIn } = parts;
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
    eventsRoute({ intake: parts.intake ?? NOTHING_TOLD, clock: parts.clock }),
    ...missedRoutes({ missed: parts.missed ?? NOTHING_MISSED, vault, access }),
    ...alertRoutes({ alerts, access, clock, queues: () => queuesOf(feed) }),
    ...accessRoutes({
      access,
      site,
      siteName: () => mainSnapshot(feed)?.site.name ?? "",
      queues: () => queuesOf(feed),
      setupLink,
      toDisplay: broadcaster.toDisplay,
      signInWith: companySignIn?.name ?? null,
      demo,
    }),
    ...oidcRoutes({ access, companySignIn }),
  ];
}

function mainSnapshot(feed: BoardFeed): BoardSnapshot | null {
  const main = feed.boards().find(({ id }) => id === MAIN_BOARD);
  return main === undefined ? null : feed.snapshot(main);
}

/** Those of the configuration, and those that a source has spoken of. */
const queuesOf = (feed: BoardFeed) =>
  (mainSnapshot(feed)?.queues ?? []).map(({ queueId, name }) => ({ id: queueId, name }));
