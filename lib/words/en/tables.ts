import type { Widen } from "../widen";

export type TableWords = Widen<typeof tables>;

/** What the supervisor's chart and tables say. */
export const tables = {
  waitingNow: "Waiting now",
};
