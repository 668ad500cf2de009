import type { Clock } from "../../../clock";
import type { Route } from "../../router";
import { acknowledgementRoute } from "./acknowledgement";
import { alertsRoute } from "./alerts";
import { channelTestRoute } from "./channels";
import type { AlertParts } from "./parts";
import { previewRoute } from "./preview";
import { ruleRoutes } from "./rules";
import { silenceRoutes } from "./silences";

/** Everything about alerts. */
export const alertRoutes = (parts: AlertParts & { readonly clock: Clock }): readonly Route[] => [
  alertsRoute(parts),
  acknowledgementRoute(parts),
  // Before `{id}`, which would take its name for a rule's.
  previewRoute(parts),
  ...ruleRoutes(parts),
  ...silenceRoutes(parts),
  channelTestRoute(parts),
];
