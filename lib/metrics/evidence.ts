/** Fewer late contacts than this prove nothing, however few there were in all. */
const MINIMUM_LATE = 3;
/** Chance alone does it less often than this. */
const LARGEST_CHANCE = 0.013;

/**
 * Whether so many late contacts are more than bad luck: at least three, and chance alone would bring as many in at most
 * 1.3 % of cases (exact binomial).
 * @param late of `total` contacts
 * @param expectedRatio the share that is late where all is well, 0–1
 */
export function isBeyondChance(late: number, total: number, expectedRatio: number): boolean {
  if (late < MINIMUM_LATE || late <= total * expectedRatio) return false;
  return binomialTail(late, total, expectedRatio) <= LARGEST_CHANCE;
}

/**
 * P(X ≥ `atLeast`) of a binomial X: how likely at least so many of `trials` are, each with probability `ratio` (0–1).
 * Source: the definition, summed from its largest term, so that nothing large is subtracted from nothing large.
 */
export function binomialTail(atLeast: number, trials: number, ratio: number): number {
  if (atLeast <= 0) return 1;
  if (atLeast > trials || ratio <= 0) return 0;
  if (ratio >= 1) return 1;
  // Below the mean the other tail is the short one.
  if (atLeast <= trials * ratio) return 1 - binomialTail(trials - atLeast + 1, trials, 1 - ratio);
  let term = Math.exp(logOfTerm(atLeast, trials, ratio));
  let sum = 0;
  for (let hits = atLeast; hits <= trials && term > sum * Number.EPSILON; hits += 1) {
    sum += term;
    term *= ((trials - hits) / (hits + 1)) * (ratio / (1 - ratio));
  }
  return Math.min(1, sum);
}

const logOfTerm = (hits: number, trials: number, ratio: number): number =>
  logFactorial(trials) -
  logFactorial(hits) -
  logFactorial(trials - hits) +
  hits * Math.log(ratio) +
  (trials - hits) * Math.log1p(-ratio);

/** ln n!: summed where that is short, else by Stirling's series, whose error is then below 1e-13. */
function logFactorial(n: number): number {
  if (n >= 32) {
    const inverse = 1 / n;
    const series = inverse / 12 - inverse ** 3 / 360 + inverse ** 5 / 1260;
    return (n + 0.5) * Math.log(n) - n + Math.log(2 * Math.PI) / 2 + series;
  }
  let product = 1;
  for (let factor = 2; factor <= n; factor += 1) product *= factor;
  return Math.log(product);
}
