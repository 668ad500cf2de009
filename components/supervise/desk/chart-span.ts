const QUARTER_MS = 15 * 60_000;
const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
/** Two bars are no picture of a day. */
const SHORTEST_MS = 4 * HOUR_MS;

export type ChartSpan = { readonly fromMs: number; readonly toMs: number };

/**
 * The stretch of the day that a chart shows: from its first contact until closing time, or until now where that is not
 * known or past. Ends on quarter-hours.
 * @param startsMs of the quarter-hours that have contacts
 * @param closesAtMs null: closed, or never closes
 */
export function chartSpanOf(startsMs: readonly number[], closesAtMs: number | null, nowMs: number): ChartSpan {
  const nextMs = (Math.floor(nowMs / QUARTER_MS) + 1) * QUARTER_MS;
  const lastMs = Math.max(nextMs, ...startsMs.map((startMs) => startMs + QUARTER_MS));
  const firstMs = Math.min(lastMs - QUARTER_MS, ...startsMs);
  const closes = closesAtMs !== null && closesAtMs > lastMs && closesAtMs - firstMs <= DAY_MS;
  const toMs = closes ? Math.ceil(closesAtMs / QUARTER_MS) * QUARTER_MS : lastMs;
  return { fromMs: Math.min(firstMs, toMs - SHORTEST_MS), toMs };
}
