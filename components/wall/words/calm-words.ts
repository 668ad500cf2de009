import { formatCount } from "../../../lib/format";
import type { BoardSnapshot } from "../../../lib/metrics/snapshot-types";
import type { SiteClock } from "../../shared/site-clock";
import { thresholdText } from "../../shared/words";
import { words } from "../../../lib/words/en/words";
import { bestHourOf } from "./best-hour";

/** What the wall says when nothing is wrong: what went best today, otherwise how it is now. */
export function calmWords({ total, open }: Pick<BoardSnapshot, "total" | "open">, clock: SiteClock): string {
  const best = bestHourOf(total.quarters, clock.minuteOf);
  if (best !== null) {
    const hour = `${clock.toMinute(best.fromMs)}–${clock.toMinute(best.toMs)}`;
    const count = `${formatCount(best.met)} of ${formatCount(best.decided)}`;
    return `Best hour ${hour}: ${count} within ${thresholdText(total.target.thresholdMs, words)}`;
  }
  if (total.waiting > 0) return "Nobody has waited long";
  return open ? "Nobody is waiting" : "Closed, nobody is waiting";
}
