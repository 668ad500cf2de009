import type { AccessDatabase } from "../store/parts";

/** 2 ms of work, 10 on a busy machine: telephone systems give up who does not read for 100. */
export const LINES_AT_A_TIME = 200;

/**
 * Others have had a turn, and may have closed it: a closed database that is asked ends the process.
 * @throws Error where it is closed
 */
export function expectOpen({ open }: Pick<AccessDatabase, "open">): void {
  if (!open) throw new Error("The accounts were closed while the audit trail was read");
}
