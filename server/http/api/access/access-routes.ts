import type { Route } from "../../router";
import { accountRoutes } from "./accounts/accounts";
import { tokenRoutes } from "./accounts/tokens";
import { displayRoutes } from "./displays/displays";
import { pairingRoutes } from "./displays/pairings";
import { meRoutes } from "./own/me";
import { sessionRoute } from "./own/session";
import { setupRoute } from "./own/setup";
import type { AccessParts } from "./parts";
import { auditTrailRoutes } from "./trail/audit-trail";

/** Everything about who may come in. */
export const accessRoutes = (parts: AccessParts): readonly Route[] => [
  ...meRoutes(parts),
  setupRoute(parts),
  sessionRoute(parts),
  ...pairingRoutes(parts),
  ...displayRoutes(parts),
  ...accountRoutes(parts),
  ...tokenRoutes(parts),
  ...auditTrailRoutes(parts),
];
