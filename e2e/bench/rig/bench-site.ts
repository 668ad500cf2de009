import { DEFAULT_TARGET, type SiteConfig } from "../../../lib/config";
import { MAIN_BOARD, queueId } from "../../../lib/vocabulary";

/** The recording's three queues, always open. */
export const benchSite = (timeZone = "UTC"): SiteConfig => ({
  name: "Bench",
  timeZone,
  dayStartsAtMinute: 0,
  hours: null,
  target: DEFAULT_TARGET,
  queues: ["billing", "sales", "support"].map((id) => ({
    id: queueId(id),
    name: id,
    target: DEFAULT_TARGET,
    hours: null,
    wrapUpMs: null,
  })),
  boards: [{ id: MAIN_BOARD, name: "All queues", queueIds: null, windowMinutes: 30 }],
});
