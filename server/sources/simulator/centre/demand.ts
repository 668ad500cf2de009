import type { Random } from "../random";
import type { QueueProfile } from "./queues";

/** New callers an hour at a minute of the local day; straight lines between. */
const CURVE: readonly (readonly [minute: number, perHour: number])[] = [
  [0, 16],
  [120, 16],
  [300, 16],
  [360, 18],
  [420, 24],
  [480, 36],
  [540, 46],
  [600, 53],
  [690, 56],
  [720, 66],
  [740, 72],
  [790, 72],
  [815, 60],
  [870, 60],
  [930, 66],
  [1000, 58],
  [1040, 46],
  [1090, 34],
  [1140, 26],
  [1260, 19],
  [1320, 18],
  [1440, 16],
];

const PEAK_PER_HOUR = Math.max(...CURVE.map(([, perHour]) => perHour));
const HOUR_MS = 3_600_000;

/** @param localMinute 0 to 1440 */
export function callersPerHour(localMinute: number): number {
  const after = CURVE.findIndex(([minute]) => minute > localMinute);
  const [toMinute, toRate] = CURVE[after] ?? [1_440, 0];
  const [fromMinute, fromRate] = CURVE[after - 1] ?? [0, toRate];
  return fromRate + ((toRate - fromRate) * (localMinute - fromMinute)) / (toMinute - fromMinute);
}

/**
 * The instants of new callers of a day: a Poisson process at the curve's peak, thinned to the curve.
 * @param size 1: as many as the curve says
 */
export function drawArrivals(
  random: Random,
  day: { readonly startMs: number; readonly endMs: number },
  localMinuteOf: (atMs: number) => number,
  size: number,
): readonly number[] {
  // Some days are busier than others.
  const busyness = size * random.between(0.96, 1.04);
  const arrivals: number[] = [];
  let atMs = day.startMs;
  for (;;) {
    atMs += random.exponentialMs(HOUR_MS / (PEAK_PER_HOUR * busyness)) + 1;
    if (atMs >= day.endMs) return arrivals;
    if (random.chance(callersPerHour(localMinuteOf(atMs)) / PEAK_PER_HOUR)) arrivals.push(atMs);
  }
}

/** Which queue a new caller chooses. */
export function drawQueue(random: Random, queues: readonly QueueProfile[]): QueueProfile {
  let rest = random.between(
    0,
    queues.reduce((sum, queue) => sum + queue.share, 0),
  );
  for (const queue of queues) {
    rest -= queue.share;
    if (rest < 0) return queue;
  }
  return random.pick(queues);
}
