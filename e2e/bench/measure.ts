import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";

export const nowMs = (): number => performance.timeOrigin + performance.now();
export const sleep = (ms: number): Promise<void> => delay(Math.max(0, ms));

/** CPU seconds, user and system, that a process has used so far (in steps of 10 ms). */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

export function rssMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
}

/** Bytes that lie unread in the kernel on established connections from or to a local port. */
export function queuedBytes(port: number): number {
  const hex = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  let sum = 0;
  for (const file of ["/proc/net/tcp", "/proc/net/tcp6"])
    for (const line of readFileSync(file, "utf8").split("\n").slice(1)) {
      const [, local = "", remote = "", state, queues = ""] = line.trim().split(/\s+/);
      if (state !== "01" || !(local.endsWith(hex) || remote.endsWith(hex))) continue;
      for (const queued of queues.split(":")) sum += Number.parseInt(queued, 16);
    }
  return sum;
}

export type Quantiles = Readonly<Record<"n" | "min" | "p50" | "p99" | "max", number>>;

export function quantiles(values: readonly number[]): Quantiles {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { n: sorted.length, min: at(0), p50: at(0.5), p99: at(0.99), max: at(1) };
}

export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

/** Values of each named way, a list over the rounds: A B A B, so that what disturbs the machine disturbs all alike. */
export async function inRounds<Name extends string, Value>(
  rounds: number,
  ways: Readonly<Record<Name, () => Promise<Value> | Value>>,
): Promise<Readonly<Record<Name, Value[]>>> {
  const names = Object.keys(ways) as Name[];
  const results = Object.fromEntries(names.map((name) => [name, [] as Value[]])) as Record<Name, Value[]>;
  for (let round = 0; round < rounds; round += 1) for (const name of names) results[name].push(await ways[name]());
  return results;
}

/** One line of a result: a figure, what it is held against, and the bound on it. */
export type Finding = {
  readonly what: string;
  readonly ours: number;
  readonly unit: string;
  /** What the figure is a ratio to; null: the goal is absolute. */
  readonly limit: { readonly name: string; readonly value: number } | null;
  /** Bounds of the ratio, or of the figure itself where there is no limit. */
  readonly goal: number;
  readonly stretch: number;
  readonly better: "more" | "less";
};

export function showFindings(findings: readonly Finding[]): void {
  console.table(Object.fromEntries(findings.map((finding) => [finding.what, asRow(finding)])));
  console.log(JSON.stringify(findings));
}

function asRow({ ours, unit, limit, goal, stretch, better }: Finding) {
  const held = limit === null ? ours : ours / limit.value;
  const within = (bound: number): boolean => (better === "more" ? held >= bound : held <= bound);
  const sign = better === "more" ? "≥" : "≤";
  return {
    ours: `${readable(ours)} ${unit}`,
    against: limit === null ? "" : `${limit.name} ${readable(limit.value)}`,
    ratio: limit === null ? "" : held.toFixed(3),
    goal: `${sign} ${readable(goal)}`,
    stretch: `${sign} ${readable(stretch)}`,
    verdict: within(stretch) ? "stretch" : within(goal) ? "goal" : "missed",
  };
}

function readable(value: number): string {
  const digits = Math.abs(value) >= 1_000 ? 0 : Math.abs(value) >= 100 ? 1 : 3;
  return Number(value.toFixed(digits)).toLocaleString("en", { maximumFractionDigits: digits });
}
