import { useEffect, useState } from "react";
import type { BoardSnapshot } from "../../../lib/metrics/snapshot-types";
import { MAIN_BOARD, type QueueId } from "../../../lib/vocabulary";
import { ask } from "../../access/ask";

const NONE: ReadonlyMap<QueueId, string> = new Map();

/**
 * Queues as people call them; by their id until that is known, and where nobody knows.
 * @param wanted false: nobody asks for any
 */
export function useQueueNames(wanted: boolean): (id: QueueId) => string {
  const [names, setNames] = useState(NONE);
  useEffect(() => {
    let left = false;
    const read = async (): Promise<void> => {
      const answer = await ask<BoardSnapshot>("GET", `/api/v1/boards/${MAIN_BOARD}/snapshot`);
      if (!left && answer.kind === "ok") setNames(new Map(answer.value.queues.map((row) => [row.queueId, row.name])));
    };
    if (wanted) void read();
    return () => {
      left = true;
    };
  }, [wanted]);
  return (id) => names.get(id) ?? id;
}
