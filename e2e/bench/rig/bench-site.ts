import { bareSite, DEFAULT_TARGET, defaultThresholds, type SiteConfig } from "../../../lib/config";
import { queueId } from "../../../lib/vocabulary";

/** The recording's three queues, always open. */
export const benchSite = (timeZone = "UTC"): SiteConfig => ({
  ...bareSite("Bench", timeZone),
  queues: ["billing", "sales", "support"].map((id) => ({
    id: queueId(id),
    name: id,
    target: DEFAULT_TARGET,
    thresholds: defaultThresholds(DEFAULT_TARGET),
    hours: null,
    wrapUpMs: null,
  })),
});
