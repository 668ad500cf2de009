import type { DaySlot } from "../day-series";

/** A quarter-hour of the line, by the slot's index. */
export type LevelPoint = { readonly index: number; readonly ratio: number };

/** Unbroken stretches of the service level: a quarter-hour in which nothing was decided breaks the line. */
export function levelRuns(slots: readonly DaySlot[]): readonly (readonly LevelPoint[])[] {
  const runs: LevelPoint[][] = [];
  slots.forEach(({ levelRatio }, index) => {
    if (levelRatio === null) return;
    const run = runs.at(-1);
    if (run?.at(-1)?.index === index - 1) run.push({ index, ratio: levelRatio });
    else runs.push([{ index, ratio: levelRatio }]);
  });
  return runs;
}
