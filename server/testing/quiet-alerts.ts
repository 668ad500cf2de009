import type { AlertRule } from "../../lib/alerts/alert-rule";
import { createCalendar } from "../../lib/calendar";
import { bareSite } from "../../lib/config";
import { type AlertsParts, createAlerts, type RunningAlerts } from "../alerts/create-alerts";
import { openAlerts } from "../alerts/store/open-alerts";
import { elapsedMs, systemClock } from "../clock";
import { completeAlerts } from "../settings/complete/alerts";
import { createMemoryStore } from "../store/memory";

const NO_RULES: readonly AlertRule[] = [];

/** Alerting that nobody keeps, over no log and without rules or channels, unless some are given. */
export function quietAlerts(given: Partial<AlertsParts> = {}): RunningAlerts {
  const site = given.site ?? bareSite("Quiet", "UTC");
  return createAlerts({
    store: memoryStore(),
    log: createMemoryStore(),
    settings: completeAlerts(),
    defaults: NO_RULES,
    channels: [],
    site,
    calendar: createCalendar(site.timeZone, site.dayStartsAtMinute),
    sourceIds: [],
    clock: systemClock,
    elapsedMs,
    wake: () => undefined,
    say: () => undefined,
    ...given,
  });
}

function memoryStore(): AlertsParts["store"] {
  const opened = openAlerts(":memory:");
  if (opened.kind === "refused") throw new Error(opened.message);
  return opened.store;
}
