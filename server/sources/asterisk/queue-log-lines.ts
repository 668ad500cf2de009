/** Lines carry whole seconds and are written by many threads: the order and the instant are right within this. */
export const QUEUE_LOG_MARGIN_MS = 5_000;

/**
 * The lines of a queue_log between two instants and a few seconds around them, each with its line end.
 * @param fromMs epoch milliseconds by the source's clock, like `toMs`
 */
export function queueLogLinesAround(text: string, fromMs: number, toMs: number): string {
  const kept = text.split("\n").filter((line) => {
    const atMs = queueLogInstantOf(line);
    return atMs !== null && atMs >= fromMs - QUEUE_LOG_MARGIN_MS && atMs <= toMs + QUEUE_LOG_MARGIN_MS;
  });
  return kept.map((line) => `${line}\n`).join("");
}

/** The second that a line, or its beginning, names, in epoch milliseconds; null: it is no line of a queue_log. */
export function queueLogInstantOf(line: string): number | null {
  const bar = line.indexOf("|");
  const seconds = bar > 0 ? Number(line.slice(0, bar)) : Number.NaN;
  return Number.isFinite(seconds) ? seconds * 1000 : null;
}
