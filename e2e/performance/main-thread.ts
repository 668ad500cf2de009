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
 * What the page's main thread did while `work` ran: every task, scripts, styles, layout and painting alike.
 * @returns for each slice of `sliceMs`, the ms of processor time the main thread took
 */
export async function busyPerSlice(
  session: CDPSession,
  sliceMs: number,
  work: () => Promise<void>,
): Promise<readonly number[]> {
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["disabled-by-default-devtools.timeline"] },
  });
  await work();
  const done = new Promise<void>((resolve) => session.once("Tracing.tracingComplete", () => resolve()));
  await session.send("Tracing.end");
  await done;
  return slices(events, sliceMs);
}

function slices(events: readonly TraceEvent[], sliceMs: number): readonly number[] {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  if (mains.size === 0) throw new Error("The trace names no main thread of a page");
  const tasks = events.filter(
    ({ name, ph, pid, tid }) => ph === "X" && name === "RunTask" && mains.has(`${pid} ${tid}`),
  );
  const firstMs = Math.min(...tasks.map(({ ts }) => ts)) / 1_000;
  const busy: number[] = [];
  for (const { ts, tdur = 0 } of tasks) {
    const slice = Math.floor((ts / 1_000 - firstMs) / sliceMs);
    busy[slice] = (busy[slice] ?? 0) + tdur / 1_000;
  }
  return Array.from(busy, (ms) => ms ?? 0);
}

/** Nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
