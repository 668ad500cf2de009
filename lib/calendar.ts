import type { OpenHours } from "./config";
import type { DayKey } from "./vocabulary";

/** A business day: from `startMs` (included) to `endMs` (excluded). */
export type BusinessDay = { readonly day: DayKey; readonly startMs: number; readonly endMs: number };

/** The site's days and open hours. Pure: the same question always has the same answer; answers are remembered. */
export type Calendar = {
  /** TI2: the business day an instant belongs to. */
  readonly businessDay: (atMs: number) => BusinessDay;
  /** SL7: whether the hours are open at an instant; null hours are always open. */
  readonly isOpen: (hours: OpenHours | null, atMs: number) => boolean;
  /** The next instant after `atMs` at which `isOpen` changes; null: never within 400 days. */
  readonly nextChange: (hours: OpenHours | null, atMs: number) => number | null;
  /** RE2: the instant at which `durationMs` of open time has passed since `fromMs`; null: never within 400 days. */
  readonly addOpenMs: (hours: OpenHours | null, fromMs: number, durationMs: number) => number | null;
};
