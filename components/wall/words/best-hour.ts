import type { QuarterHours } from "../../../lib/metrics/snapshot-types";

const HOUR_MS = 60 * 60_000;
/** Of fewer calls an hour is nothing to be proud of. */
const MIN_DECIDED_TO_PRAISE = 10;

export type BestHour = {
  readonly fromMs: number;
  readonly toMs: number;
  readonly met: number;
  readonly decided: number;
};

/**
 * The full hour of the day with the highest service level, the busier one of equals.
 * @param minuteOf minutes past the full hour by the site's clock
 * @returns null: no hour has enough decided calls to be proud of
 */
export function bestHourOf(quarters: QuarterHours, minuteOf: (atMs: number) => number): BestHour | null {
  const hours = new Map<number, { met: number; decided: number }>();
  for (const [startMs, [met, decided]] of Object.entries(quarters)) {
    const fromMs = Number(startMs) - minuteOf(Number(startMs)) * 60_000;
    const hour = hours.get(fromMs) ?? { met: 0, decided: 0 };
    hours.set(fromMs, { met: hour.met + met, decided: hour.decided + decided });
  }
  const judged = [...hours].filter(([, { decided }]) => decided >= MIN_DECIDED_TO_PRAISE);
  // Compared crosswise in whole numbers: shares of different sizes are never rounded.
  judged.sort(([, a], [, b]) => b.met * a.decided - a.met * b.decided || b.decided - a.decided);
  const best = judged[0];
  return best === undefined ? null : { fromMs: best[0], toMs: best[0] + HOUR_MS, ...best[1] };
}
