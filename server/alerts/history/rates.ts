import { type Alarm, alarmRateOf } from "../../../lib/alerts/alarm-rate";
import type { AlarmRate } from "../../../lib/alerts/alert-api";
import type { AlertView, PastAlert } from "../../../lib/alerts/alert-types";
import { type AlertSight, isInSight } from "../../../lib/alerts/alerts-of";
import type { AlertChange } from "../../../lib/alerts/state/alert-row";
import type { Clock } from "../../clock";
import type { AlertStore } from "../store/open-alerts";

export type Rates = {
  /** What happened is counted without reading all of it again. */
  readonly take: (changes: readonly AlertChange[]) => void;
  readonly rate: (firing: readonly AlertView[], sight: AlertSight) => AlarmRate;
};

const COUNTED_MS = 7 * 86_400_000;
/** Much noisier is only noisy. */
const MOST_COUNTED = 5_000;

/** The board's own alarms of the last seven days. */
export function createRates({ past }: Pick<AlertStore, "past">, clock: Clock): Rates {
  let over: readonly PastAlert[] = past.firedSince(clock.nowMs() - COUNTED_MS).slice(-MOST_COUNTED);
  return {
    take: (changes) => {
      const ended = changes.flatMap((change) => (change.kind === "resolved" ? [change.past] : []));
      if (ended.length === 0) return;
      const sinceMs = clock.nowMs() - COUNTED_MS;
      over = [...over, ...ended].filter(({ firedAtMs }) => firedAtMs >= sinceMs).slice(-MOST_COUNTED);
    },
    rate: (firing, sight) => {
      const alarms: readonly Alarm[] = [...over, ...firing.map((alert) => ({ ...alert, resolvedAtMs: null }))];
      return alarmRateOf(
        alarms.filter(({ subject }) => isInSight(subject, sight)),
        clock.nowMs(),
      );
    },
  };
}
