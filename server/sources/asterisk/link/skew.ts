/** An answer to a ping: what its clock said, and when by ours we asked and heard it. Epoch milliseconds. */
export type ClockReading = { readonly theirsMs: number; readonly askedAtMs: number; readonly heardAtMs: number };

/** How far Asterisk's clock is ahead of ours (TI4). Timers here run by our clock, so its instants are moved by that. */
export type Skew = {
  /** Another connection: its first reading counts as it is. */
  readonly begin: () => void;
  /**
   * @param reading null: the answer names no instant
   * @returns milliseconds in use from now on; negative: Asterisk is behind
   */
  readonly take: (reading: ClockReading | null) => number;
};

/** Closer than this the clocks are one: the way's length cannot be told apart from it. */
const SAME_CLOCK_MS = 500;
/** Within a connection the value stays as it is, lest waits change with the length of the way, up to this. */
const TOLERANCE_MS = 2_000;
/** TI4: a clock further off is not believed; messages then count from when they are heard. */
const MAX_SKEW_MS = 24 * 3_600_000;

/** @param problem told of each change of more than two seconds */
export function createSkew(problem: (what: string, sample: string) => void): Skew {
  let aheadMs = 0;
  let isFirst = true;

  return {
    begin: () => {
      isFirst = true;
    },
    take: (reading) => {
      if (reading === null) return aheadMs;
      const { theirsMs, askedAtMs, heardAtMs } = reading;
      const measuredMs = Math.round(theirsMs - (askedAtMs + heardAtMs) / 2);
      const unsureMs = (heardAtMs - askedAtMs) / 2;
      const toleranceMs = isFirst ? SAME_CLOCK_MS : TOLERANCE_MS;
      isFirst = false;
      const changeMs = believed(measuredMs, unsureMs) - aheadMs;
      if (Math.abs(changeMs) < Math.max(toleranceMs, unsureMs)) return aheadMs;
      aheadMs += changeMs;
      if (Math.abs(changeMs) > TOLERANCE_MS) problem("Asterisk's clock and this machine's differ", inWords(aheadMs));
      return aheadMs;
    },
  };
}

function believed(measuredMs: number, unsureMs: number): number {
  const isOne = Math.abs(measuredMs) < Math.max(SAME_CLOCK_MS, unsureMs);
  return isOne || Math.abs(measuredMs) > MAX_SKEW_MS ? 0 : measuredMs;
}

function inWords(aheadMs: number): string {
  if (aheadMs === 0) return "Asterisk's clock is that of this machine again";
  const direction = aheadMs > 0 ? "ahead of" : "behind";
  return `Asterisk is ${(Math.abs(aheadMs) / 1000).toFixed(1)} s ${direction} this machine; its times are moved by that`;
}
