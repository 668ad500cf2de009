import type { SiteConfig } from "../../lib/config";
import type { Clock } from "../../server/clock";
import { createSource } from "../../server/sources/create-source";
import { sourceId } from "../../lib/vocabulary";
import type { Source } from "../../server/sources/source";

const at = (time: string): number => Date.parse(`2026-11-17T${time}Z`);

/** Instants of one seeded day of the simulator, the same on every machine. */
export const SAMPLE = {
  /** Before anybody called. */
  dawn: at("06:30:00"),
  /** All is well. */
  calm: at("11:31:20"),
  /** A rush: seven wait, one of them far too long; the day is still on its goal. */
  busy: at("15:09:20"),
} as const;

const SCREENS = [3, 5, 8, 10].map(
  (metres) => `  - { id: at-${metres}m, name: All queues, screen: { inches: 55, metres: ${metres} } }`,
);

const SITE = `
site: { name: Acme Support, timeZone: UTC }
hours: { mon-fri: ["08:00-18:00"] }
sources: [{ id: simulator, kind: simulator }]
queues:
  - { id: sales, name: Sales }
  - { id: support, name: Support }
  - { id: billing, name: Billing }
  - { id: priority, name: Priority }
`;

/** Acme Support as a user would write it, with a board for each way of looking. */
export const SAMPLE_CONFIG = `${SITE}
boards:
  - { id: main, name: All queues }
  - { id: light, name: All queues, theme: light }
  - { id: contrast, name: All queues, theme: contrast }
  - { id: deutsch, name: Alle Warteschlangen, language: de }
  - { id: window, name: Last half hour, period: window, figures: [serviceLevel, waiting, abandoned, handlingTime, agents] }
  - { id: one, name: Support desk, queues: [support], agentNames: first }
${SCREENS.join("\n")}
rotations:
  - { id: hall, boards: [main, one], everySeconds: 30 }
`;

/** The same with a few boards, as most have. */
export const FEW_BOARDS_CONFIG = `${SITE}
boards:
  - { id: main, name: All queues }
  - { id: sales-desk, name: Sales desk, queues: [sales, priority] }
  - { id: service-desk, name: Service desk, queues: [support, billing] }
rotations:
  - { id: hall, name: Hall, boards: [main, service-desk], everySeconds: 30 }
`;

/** The simulator, and a switch that cuts its line: from then on it proves nothing. */
export function cuttableSimulator(
  site: SiteConfig,
  clock: Clock,
): { readonly source: Source; readonly cut: () => void } {
  const simulator = createSource({ kind: "simulator", id: sourceId("simulator"), seed: 2026 }, site, clock);
  let heard = true;
  return {
    source: {
      ...simulator,
      start: (sink, resume, signal) =>
        simulator.start(
          {
            ...sink,
            events: (batch) => {
              if (heard) sink.events(batch);
            },
            proof: (atMs) => {
              if (heard) sink.proof(atMs);
            },
          },
          resume,
          signal,
        ),
    },
    cut: () => {
      heard = false;
    },
  };
}
