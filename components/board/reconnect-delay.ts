const FIRST_MS = 2_000;
const LONGEST_MS = 15_000;
const FACTOR = 1.5;

/**
 * How long to wait before trying again, so that a hundred televisions do not come back in the same instant.
 * @param failures connections that failed or were lost since the last beat: 0 for the first loss
 * @param random 0 to 1
 */
export function reconnectDelayMs(failures: number, random: number): number {
  if (failures === 0) return random * FIRST_MS;
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * FACTOR ** failures);
  return ceiling * (0.5 + random / 2);
}
