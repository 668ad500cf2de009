import { dayFoldOf, type Fold, QUARTER_MS, type QueueFold } from "../metrics/fold-state";
import { serviceLevelOf } from "../metrics/service-level";
import type { QuarterFigures } from "./desk-types";

/** DK2: today by quarter-hour of arrival over these queues, in order. */
export function quarterFiguresOf(fold: Fold, queues: readonly QueueFold[]): readonly QuarterFigures[] {
  const today = dayFoldOf(fold, fold.nowMs);
  const sums = new Map<number, { -readonly [Key in keyof QuarterFigures]: number }>();
  for (const { config } of queues)
    for (const [quarter, counts] of today?.queues.get(config.id)?.quarters ?? []) {
      let sum = sums.get(quarter);
      if (sum === undefined) {
        sum = { startMs: quarter * QUARTER_MS, offered: 0, answered: 0, missed: 0, met: 0, decided: 0 };
        sums.set(quarter, sum);
      }
      const { met, decided } = serviceLevelOf(counts, config.target.formula);
      sum.offered += counts.offered;
      sum.answered += counts.answered;
      sum.missed += counts.missed;
      sum.met += met;
      sum.decided += decided;
    }
  return [...sums.values()].filter(hasContacts).sort((a, b) => a.startMs - b.startMs);
}

/** Refused visits are not offered, but missed; a visit whose arrival was corrected leaves its quarter-hour empty. */
const hasContacts = ({ offered, missed }: QuarterFigures): boolean => offered > 0 || missed > 0;
