import type { Gap } from "../../../lib/metrics/snapshot-types";
import type { WallLexicon } from "../../../lib/words/load/wall";
import type { SiteClock } from "../../shared/time/site-clock";

/**
 * The day's latest hole in the data, and how many before it, in wordings from long to short.
 * @returns null: none, or all filled from the source's own log
 */
export function gapWords(
  gaps: readonly Gap[],
  clock: SiteClock,
  { wall, formats }: WallLexicon,
): readonly string[] | null {
  const open = gaps.filter(({ filled }) => !filled).sort((a, b) => b.fromMs - a.fromMs);
  const latest = open[0];
  if (latest === undefined) return null;
  const [from, to] = [clock.toMinute(latest.fromMs), clock.toMinute(latest.toMs)];
  // Within a minute the seconds tell.
  const span = from === to ? `${clock.toSecond(latest.fromMs)}–${clock.toSecond(latest.toMs)}` : `${from}–${to}`;
  const one = wall.gap(span);
  return open.length === 1 ? [one] : [wall.gaps(span, formats.count(open.length - 1)), one];
}
