import type { MissedQueue, MissedRow } from "../../../lib/recovery/missed-api";
import type { Judgement } from "../../../lib/metrics/judgement";

/** Less open time than this is left: somebody should see to it. */
export const SOON_MS = 30 * 60_000;

/** How a caller stands to his limit. Instants epoch ms, durations ms of open time. */
export type Due =
  /** There is none: withheld, or its queue never opens again. */
  | { readonly kind: "none" }
  | { readonly kind: "overdue"; readonly sinceMs: number }
  | {
      readonly kind: "left";
      readonly leftMs: number;
      readonly dueAtMs: number;
      /** false: its queue is closed, and the clock stands. */
      readonly runs: boolean;
      /** When the clock goes on; null: it runs, or nobody knows. */
      readonly runsAtMs: number | null;
    };

/**
 * RE41: the countdown between two answers of the server.
 * @param queue of the row, as it was told last; undefined: not known, taken as open
 */
export function dueOf(
  { dueAtMs, dueInOpenMs, asOfMs }: Pick<MissedRow, "dueAtMs" | "dueInOpenMs" | "asOfMs">,
  queue: MissedQueue | undefined,
  nowMs: number,
): Due {
  if (dueAtMs === null || dueInOpenMs === null) return { kind: "none" };
  const leftMs = dueInOpenMs - openSince(asOfMs, queue, nowMs);
  if (leftMs <= 0) return { kind: "overdue", sinceMs: dueAtMs };
  const runs = isOpenAt(queue, nowMs);
  const opensAtMs = queue?.open === false ? queue.nextChangeAtMs : null;
  return { kind: "left", leftMs, dueAtMs, runs, runsAtMs: runs ? null : opensAtMs };
}

/** The queue's next change is known, not the one after it: until the next answer it stays as that leaves it. */
function isOpenAt(queue: MissedQueue | undefined, nowMs: number): boolean {
  if (queue === undefined) return true;
  const { open, nextChangeAtMs } = queue;
  return nextChangeAtMs !== null && nowMs >= nextChangeAtMs ? !open : open;
}

/** Open time of the queue from the answer to now. */
function openSince(asOfMs: number, queue: MissedQueue | undefined, nowMs: number): number {
  if (queue === undefined) return Math.max(0, nowMs - asOfMs);
  const { open, nextChangeAtMs } = queue;
  if (open) return Math.max(0, Math.min(nowMs, nextChangeAtMs ?? nowMs) - asOfMs);
  return nextChangeAtMs === null ? 0 : Math.max(0, nowMs - Math.max(nextChangeAtMs, asOfMs));
}

/** RE42. Nothing is judged by what is not live. */
export function judgeDue(due: Due, live: boolean): Judgement {
  if (!live || due.kind === "none") return "none";
  if (due.kind === "overdue") return "act";
  return due.leftMs <= SOON_MS ? "watch" : "none";
}
