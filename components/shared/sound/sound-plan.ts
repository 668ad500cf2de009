import { assertNever } from "../../../lib/vocabulary";
import type { Alarm, Audible } from "../alerts/standing";

/** What a screen may be heard saying. */
export type Sound = Audible | "no-data";

/** What has been sounded, and what for. Instants of this device's steady clock. */
export type Sounded = {
  /** The alarms the last chime was for, as far as they still stand. */
  readonly ids: readonly string[];
  /** When the last chime was; null: none yet. */
  readonly chimedAtMs: number | null;
  readonly noData: boolean;
};
export const NOTHING_SOUNDED: Sounded = { ids: [], chimedAtMs: null, noData: false };

/** What comes and goes chimes no more often than this. */
const CHIMES_APART_MS = 10_000;

/** AL67: while it lasts and nobody has it, it is said again. */
function againAfterMs(severity: Audible): number {
  switch (severity) {
    case "critical":
      return 30_000;
    case "warning":
      return 120_000;
    default:
      return assertNever(severity);
  }
}

/**
 * A new alarm chimes, and again while it lasts, as the worst of those that stand; going stale is one note.
 * @param alarms what sounds, worst first
 * @param noData whether there is nothing live to show
 * @returns the sound to make now, null: none; and what has been sounded then
 */
export function soundDue(
  sounded: Sounded,
  alarms: readonly Alarm[],
  noData: boolean,
  nowMs: number,
): { readonly sound: Sound | null; readonly sounded: Sounded } {
  const sinceMs = sounded.chimedAtMs === null ? Infinity : nowMs - sounded.chimedAtMs;
  const isNew = alarms.some(({ id }) => !sounded.ids.includes(id));
  const [worst] = alarms;
  if (worst !== undefined && sinceMs >= (isNew ? CHIMES_APART_MS : againAfterMs(worst.severity))) {
    return { sound: worst.severity, sounded: { ids: alarms.map(({ id }) => id), chimedAtMs: nowMs, noData } };
  }
  const standing = sounded.ids.filter((id) => alarms.some((alarm) => alarm.id === id));
  const same = standing.length === sounded.ids.length && noData === sounded.noData;
  return {
    sound: noData && !sounded.noData ? "no-data" : null,
    sounded: same ? sounded : { ...sounded, ids: standing, noData },
  };
}
