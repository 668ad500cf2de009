/**
 * Durations in logarithmic buckets: a value read back is at most 1 % from the one put in, two histograms merge by
 * addition, and what was put in can be taken out again.
 */
export type Histogram = Map<number, number>;

// Neighbouring buckets differ by 1.98 %; the middle (geometric) is at most √1.0198 − 1 = 0.99 % from either edge.
const LOG_BASE = Math.log(1.0198);
const ZERO_BUCKET = -1;

const bucketOf = (valueMs: number): number => (valueMs < 1 ? ZERO_BUCKET : Math.floor(Math.log(valueMs) / LOG_BASE));
const middleOf = (bucket: number): number => (bucket === ZERO_BUCKET ? 0 : Math.exp((bucket + 0.5) * LOG_BASE));

export const emptyHistogram = (): Histogram => new Map();

/** Puts `count` values of `valueMs` in; a negative count takes them out. */
export function addToHistogram(histogram: Histogram, valueMs: number, count: number): void {
  addBucket(histogram, bucketOf(valueMs), count);
}

/** Adds every value of `from` to `into`. */
export function mergeHistogram(into: Histogram, from: Histogram): void {
  for (const [bucket, count] of from) addBucket(into, bucket, count);
}

function addBucket(histogram: Histogram, bucket: number, count: number): void {
  const sum = (histogram.get(bucket) ?? 0) + count;
  if (sum === 0) histogram.delete(bucket);
  else histogram.set(bucket, sum);
}

/**
 * The value at a nearest rank: the smallest with at least `share` of all values at or below it (HT2).
 * @param share above 0, at most 1; 0.5 is the median
 * @returns milliseconds within 1 % of the true value, or null for an empty histogram
 */
export function quantile(histogram: Histogram, share: number): number | null {
  const buckets = [...histogram.keys()].sort((a, b) => a - b);
  let total = 0;
  for (const count of histogram.values()) total += count;
  const rank = Math.max(1, Math.ceil(share * total));
  let seen = 0;
  for (const bucket of buckets) {
    seen += histogram.get(bucket) ?? 0;
    if (seen >= rank) return middleOf(bucket);
  }
  return null;
}
