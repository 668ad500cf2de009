import { createCalendar } from "../../lib/calendar";
import type { SiteConfig, SourceConfig } from "../../lib/config";
import { assertNever } from "../../lib/vocabulary";
import type { Clock } from "../clock";
import { createAsteriskSource } from "./asterisk/asterisk-source";
import { type EventIntake, NOTHING_TOLD } from "./http/event-intake";
import { createHttpSource } from "./http/http-source";
import { createSimulatorSource } from "./simulator/simulator-source";
import type { Source } from "./source";

/**
 * The source a configuration asks for, not yet started.
 * @param intake where events told over HTTP come in; left out: none do
 */
export function createSource(
  config: SourceConfig,
  site: SiteConfig,
  clock: Clock,
  intake: EventIntake = NOTHING_TOLD,
): Source {
  switch (config.kind) {
    case "asterisk-ami": {
      const wrapUpMs = new Map(site.queues.map((queue) => [queue.id, queue.wrapUpMs]));
      return createAsteriskSource(config, { wrapUpMsOf: (queueId) => wrapUpMs.get(queueId) ?? null, clock });
    }
    case "simulator": {
      const calendar = createCalendar(site.timeZone, site.dayStartsAtMinute);
      return createSimulatorSource(config, { site, calendar, clock });
    }
    case "http":
      return createHttpSource(config, { clock, intake });
    default:
      return assertNever(config);
  }
}
