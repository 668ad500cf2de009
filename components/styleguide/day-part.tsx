import type { JSX } from "react";
import { DEFAULT_TARGET, defaultThresholds, type Theme } from "../../lib/config";
import type { Gap } from "../../lib/metrics/snapshot-types";
import { DayChart } from "../shared/charts/day/day-chart";
import { siteClock } from "../shared/time/site-clock";
import { useDeskWords } from "../shared/speech/use-desk-words";
import { CLOSES_AT_MS, GOAL_RATIO, OPENS_AT_MS, SAMPLE_GAP, SAMPLE_QUARTERS } from "./sample-day";

const GAPS: readonly Gap[] = [SAMPLE_GAP];
const NONE: readonly [] = [];

/** A day by quarter-hour, with a hole in the data, and before the first call. */
export function DayPart({ theme }: { readonly theme: Theme }): JSX.Element {
  const { formats } = useDeskWords();
  const same = {
    goalRatio: GOAL_RATIO,
    minimumContacts: defaultThresholds(DEFAULT_TARGET).minimumContacts,
    clock: siteClock("UTC", formats),
    fromMs: OPENS_AT_MS,
    toMs: CLOSES_AT_MS,
    dark: theme !== "light",
  };
  return (
    <div className="guide-days">
      <DayChart {...same} quarters={SAMPLE_QUARTERS} gaps={GAPS} heard />
      <DayChart {...same} quarters={NONE} gaps={NONE} heard />
    </div>
  );
}
