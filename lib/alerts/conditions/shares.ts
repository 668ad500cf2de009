import type { AlertCondition } from "../alert-rule";
import { isBeyondChance } from "../../metrics/evidence";
import type { QueueFold } from "../../metrics/fold-state";
import { serviceLevelOf } from "../../metrics/service-level";
import type { Facts } from "../facts/facts";
import { type Reading, UNDER } from "./reading";

type Of<Kind extends AlertCondition["kind"]> = Extract<AlertCondition, { readonly kind: Kind }>;

/** Late contacts of a window, and how many the goals of their queues allow. */
type Lateness = { readonly late: number; readonly decided: number; readonly allowed: number };

/** AL4, AL5: two windows, so that it is both much and still going on. Source: SRE workbook, chapter 5. */
export function readServiceLevel(
  { longMinutes, shortMinutes, burn }: Of<"service-level">,
  queues: readonly QueueFold[],
  facts: Facts,
): Reading {
  const short = latenessOf(queues, facts, shortMinutes);
  if (short.late <= short.allowed) return UNDER;
  const long = latenessOf(queues, facts, longMinutes);
  const { late, decided, allowed } = long;
  const evidence = { kind: "service-level", late, decided, minutes: longMinutes } as const;
  const isOver = burns(short, burn) && burns(long, burn) && isBeyondChance(late, decided, allowed / decided);
  return { kind: isOver ? "over" : "between", evidence };
}

/** SL4, SL6: each queue by its own formula and goal. */
function latenessOf(queues: readonly QueueFold[], facts: Facts, minutes: number): Lateness {
  const sum = { late: 0, decided: 0, allowed: 0 };
  for (const queue of queues) {
    const { formula, goalPerMille } = queue.config.target;
    const { met, decided } = serviceLevelOf(facts.countsOf(queue, minutes), formula);
    sum.late += decided - met;
    sum.decided += decided;
    sum.allowed += (decided * (1000 - goalPerMille)) / 1000;
  }
  return sum;
}

/** A low goal allows so many that no multiple of them could ever be late: half-way to all of them is always enough. */
function burns({ late, decided, allowed }: Lateness, burn: number): boolean {
  const needed = Math.min(allowed * burn, (allowed + decided) / 2);
  return late > 0 && roundOff(late) >= roundOff(needed);
}

/** To billionths: 3 × 0.1 stored as binary fractions is not more than 0.3. */
const roundOff = (value: number): number => Math.round(value * 1e9);

/** Fewer missed contacts than this prove nothing. */
const MINIMUM_MISSED = 3;

/** AL8 */
export function readMissedRate(
  { minutes, raise, clear }: Of<"missed-rate">,
  queues: readonly QueueFold[],
  facts: Facts,
): Reading {
  let missed = 0;
  let total = 0;
  for (const queue of queues) {
    const counts = facts.countsOf(queue, minutes);
    missed += counts.missed;
    total += counts.missed + counts.answered;
  }
  if (missed * 1000 <= clear * total) return UNDER;
  const isMuch = missed >= MINIMUM_MISSED && missed * 1000 >= raise * total;
  const isOver = isMuch && isBeyondChance(missed, total, clear / 1000);
  return { kind: isOver ? "over" : "between", evidence: { kind: "missed-rate", missed, total, minutes } };
}
