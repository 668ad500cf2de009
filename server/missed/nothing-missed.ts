import { NOBODY_MISSED } from "../../lib/recovery/figures";
import { MISSED_LISTS } from "../../lib/recovery/missed-api";
import type { Missed } from "./missed";

/** Where no log tells of callers: nobody was missed. */
export const NOTHING_MISSED: Missed = {
  page: ({ list }) => ({
    revision: { epoch: "none", number: 0 },
    asOfMs: 0,
    list,
    rows: [],
    total: 0,
    counts: Object.fromEntries(MISSED_LISTS.map((name) => [name, 0])) as Record<(typeof MISSED_LISTS)[number], number>,
    figures: NOBODY_MISSED,
    limitMs: 0,
    queues: [],
    afterHours: 0,
    callbacks: { asked: 0, kept: 0, late: 0, open: 0 },
    causes: [],
    cost: null,
  }),
  act: () => Promise.resolve({ kind: "unknown" }),
  callerOf: () => null,
  callUrl: () => null,
};
