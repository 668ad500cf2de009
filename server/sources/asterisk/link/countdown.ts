const TICKS = 10;

/**
 * Calls `expired` once, `ms` after the start, unless stopped. It counts its own ticks: a stretch in which this process
 * itself stood still is one tick, so an answer that lies unread in the socket is read before it is called missing.
 * @returns stop
 */
export function startCountdown(ms: number, expired: () => void): () => void {
  let left = TICKS;
  const timer = setInterval(() => {
    left -= 1;
    if (left > 0) return;
    clearInterval(timer);
    expired();
  }, ms / TICKS);
  return () => clearInterval(timer);
}
