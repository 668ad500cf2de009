import type { Language } from "../config";
import {
  formatClock,
  formatCount,
  formatDay,
  formatDayTime,
  formatDuration,
  formatMoment,
  formatPercent,
  formatTime,
} from "../format";
import type { DayKey } from "../vocabulary";

/** Figures and instants as text, by a language's habits. null is `–` everywhere (UN1). */
export type Formats = {
  /** `1,204` */
  readonly count: (count: number | null) => string;
  /** SL5: floored, `89 %`. */
  readonly percent: (ratio: number | null, digits?: number) => string;
  /** `1:05`, `1:02:03` */
  readonly duration: (ms: number | null) => string;
  /** `10:42:17` */
  readonly clock: (atMs: number | null, timeZone: string) => string;
  /** `18:00` */
  readonly time: (atMs: number | null, timeZone: string) => string;
  /** `Mon 23 Nov 08:00` */
  readonly dayTime: (atMs: number | null, timeZone: string) => string;
  /** `18:00` on the same date, otherwise with the day. */
  readonly moment: (atMs: number | null, nowMs: number, timeZone: string) => string;
  /** `Sun 22 Nov 2026` */
  readonly day: (day: DayKey) => string;
};

export function createFormats(_language: Language): Formats {
  return {
    count: formatCount,
    percent: formatPercent,
    duration: formatDuration,
    clock: formatClock,
    time: formatTime,
    dayTime: formatDayTime,
    moment: formatMoment,
    day: formatDay,
  };
}
