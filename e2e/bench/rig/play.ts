import { nowMs, queuedBytes, rssMb, cpuSeconds, sleep } from "../measure";
import type { Board, OurBoard } from "./boards";
import type { Stub, StubSummary } from "./stub";

/** What playing a recording to a board took. */
export type Played = StubSummary & {
  readonly startedMs: number;
  /** When the last of it was in the board's state (and in our log). */
  readonly caughtUpMs: number;
  readonly cpuS: number;
  readonly peakRssMb: number;
};

export type Sample = { readonly atMs: number; readonly facts: number };

export const isOurs = (board: Board): board is OurBoard => board.kind === "pickup";

/**
 * Plays until everything sent has been taken in.
 * @param samples filled with how far our board has come, which costs it some CPU; null: not asked
 */
export async function play(stub: Stub, board: Board, samples: Sample[] | null): Promise<Played> {
  const cpuBefore = cpuSeconds(board.pid);
  const startedMs = nowMs();
  let peakRssMb = 0;
  const watching = setInterval(() => {
    peakRssMb = Math.max(peakRssMb, rssMb(board.pid));
  }, 200);
  stub.tell("start");
  const sampling = isOurs(board) && samples !== null ? sample(board, samples) : null;
  await stub.ended;
  const caughtUpMs = await caughtUp(stub, board, samples ?? []);
  const cpuS = cpuSeconds(board.pid) - cpuBefore;
  clearInterval(watching);
  sampling?.stop();
  const summary = await stub.quit();
  return { ...summary, startedMs, caughtUpMs, cpuS, peakRssMb };
}

/** Quiet for so long, it has caught up. */
const QUIET_MS = 300;
const GIVE_UP_MS = 60_000;

async function caughtUp(stub: Stub, board: Board, samples: readonly Sample[]): Promise<number> {
  const giveUpMs = nowMs() + GIVE_UP_MS;
  let quietFromMs: number | null = null;
  while (nowMs() < giveUpMs) {
    await sleep(20);
    const isBusy = queuedBytes(stub.port) > 0 || (isOurs(board) && (await board.metric("pickup_events_pending")) > 0);
    if (isBusy) quietFromMs = null;
    else quietFromMs ??= nowMs();
    if (quietFromMs !== null && nowMs() - quietFromMs > QUIET_MS) return latestChange(samples) ?? quietFromMs;
  }
  throw new Error(`${board.kind} did not catch up`);
}

/** The first sample that had everything. */
function latestChange(samples: readonly Sample[]): number | null {
  const last = samples.at(-1);
  return samples.find(({ facts }) => facts === last?.facts)?.atMs ?? null;
}

const SAMPLE_EVERY_MS = 50;

function sample(board: OurBoard, samples: Sample[]): { readonly stop: () => void } {
  const look = async (): Promise<void> => {
    const facts = await board.metric("pickup_events_accepted_total");
    samples.push({ atMs: nowMs(), facts });
  };
  const timer = setInterval(() => void look().catch(() => undefined), SAMPLE_EVERY_MS);
  return { stop: () => clearInterval(timer) };
}
