import { setTimeout as delay } from "node:timers/promises";
import type { CDPSession } from "playwright";

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** Processor time of the thread in µs: what other programs of the machine took is not in it. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
};

/**
 * What a page's main thread did for each of some updates: every task, scripts, styles, layout and painting alike.
 * @param update causes one update; the page has until `everyMs` later to show it
 * @returns for each update, the ms of processor time the main thread took
 */
export async function busyPerUpdate(
  session: CDPSession,
  updates: number,
  everyMs: number,
  update: () => void | Promise<void>,
): Promise<readonly number[]> {
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel"] },
  });
  const startedAtUs: number[] = [];
  for (let done = 0; done <= updates; done += 1) {
    startedAtUs.push(nowUs());
    if (done < updates) await update();
    await delay(everyMs);
  }
  const complete = new Promise<void>((resolve) => session.once("Tracing.tracingComplete", () => resolve()));
  await session.send("Tracing.end");
  await complete;
  const tasks = mainThreadTasks(events);
  return startedAtUs.slice(0, -1).map((fromUs, at) => {
    const toUs = startedAtUs[at + 1] ?? Infinity;
    const own = tasks.filter(({ ts }) => ts >= fromUs && ts < toUs);
    return own.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1_000;
  });
}

/** The clock by which Chromium stamps its traces: the machine's monotonic one. */
const nowUs = (): number => Number(process.hrtime.bigint() / 1_000n);

function mainThreadTasks(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = events.filter(
    ({ name, ph, pid, tid }) => ph === "X" && name === "ThreadControllerImpl::RunTask" && mains.has(`${pid} ${tid}`),
  );
  if (tasks.length === 0) throw new Error("The trace names no task of a page's main thread");
  return tasks;
}

/** Nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
