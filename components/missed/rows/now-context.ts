import { createContext } from "react";
import type { MissedQueue } from "../../../lib/recovery/missed-api";
import type { QueueId } from "../../../lib/vocabulary";

/** What ticks within the rows: goes past them, straight to the cells that show it. */
export type RowsNow = {
  /** Stands still where nothing is told any more. */
  readonly nowMs: number;
  readonly live: boolean;
  readonly queues: ReadonlyMap<QueueId, MissedQueue>;
};

export const NowContext = createContext<RowsNow>({ nowMs: 0, live: false, queues: new Map() });
