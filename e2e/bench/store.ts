/**
 * The event log on disk: `npx tsx e2e/bench/store.ts [directory]`. The limit in the same run is a plain file to which
 * the same batches are written as JSON lines, each batch forced to the disk.
 */
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMemoryVault } from "../../server/callers/memory-vault";
import { openSqliteStore } from "../../server/store/sqlite";
import type { NewEvent } from "../../server/store/store";
import { offered } from "../../server/store/testing/offered";

const BATCH = 250;
const EVENTS = 200_000;
const ROUNDS = 3;

const root = mkdtempSync(join(process.argv[2] ?? tmpdir(), "pickup-bench-"));
const batches: (readonly NewEvent[])[] = [];
for (let from = 0; from < EVENTS; from += BATCH) {
  batches.push(Array.from({ length: BATCH }, (_, n) => offered(`offered:1795424400.${from + n}:sales:1`, from + n)));
}

type Run = { readonly perSecond: number; readonly p50Ms: number; readonly p99Ms: number };

async function timeBatches(
  write: (batch: readonly NewEvent[]) => unknown,
  given: readonly (readonly NewEvent[])[] = batches,
): Promise<Run> {
  const tookMs: number[] = [];
  const startMs = performance.now();
  for (const batch of given) {
    const batchMs = performance.now();
    await write(batch);
    tookMs.push(performance.now() - batchMs);
  }
  const perSecond = ((given.length * (given[0]?.length ?? 0)) / (performance.now() - startMs)) * 1000;
  tookMs.sort((one, other) => one - other);
  const at = (share: number): number => tookMs[Math.floor(tookMs.length * share)] ?? Number.NaN;
  return { perSecond, p50Ms: at(0.5), p99Ms: at(0.99) };
}

const show = (what: string, run: Run): void =>
  console.log(
    `${what.padEnd(34)} ${Math.round(run.perSecond).toLocaleString("en").padStart(9)} events/s` +
      `   p50 ${run.p50Ms.toFixed(2)} ms   p99 ${run.p99Ms.toFixed(2)} ms`,
  );

async function timeMs(work: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}

console.log(`${EVENTS.toLocaleString("en")} events in batches of ${BATCH}, each batch on the disk before the next`);
for (let round = 1; round <= ROUNDS; round += 1) {
  const file = openSync(join(root, `limit-${round}`), "w");
  const limit = await timeBatches((batch) => {
    writeSync(file, batch.map((event) => `${JSON.stringify(event)}\n`).join(""));
    fdatasyncSync(file);
  });
  closeSync(file);
  show(`${round}  limit: plain file, fdatasync`, limit);

  const opened = openSqliteStore({ path: join(root, `${round}`, "pickup.db"), vault: createMemoryVault() });
  if (opened.kind === "refused") throw new Error(opened.message);
  const { store } = opened;
  const first = await timeBatches(store.append);
  show(`${round}  append`, first);
  console.log(`   append against the limit           ${(first.perSecond / limit.perSecond).toFixed(2)} x`);
  show(`${round}  append, all duplicates`, await timeBatches(store.append));

  const single = Array.from({ length: 1_000 }, (_, n) => [offered(`single:${n}`, EVENTS + n)]);
  show(`${round}  append, one event a commit`, await timeBatches(store.append, single));

  const readMs = await timeMs(() => store.readAfter(0, EVENTS));
  const pagedMs = await timeMs(async () => {
    for (let seq = 0; ;) {
      const lines = await store.readAfter(seq, 5_000);
      const last = lines.at(-1);
      if (last === undefined) return;
      seq = last.seq;
    }
  });
  const seekMs = await timeMs(() => store.seqBefore(batches[10]?.[0]?.atMs ?? 0));
  console.log(
    `   read all at once ${Math.round(readMs)} ms   by 5,000 ${Math.round(pagedMs)} ms   seqBefore ${seekMs.toFixed(1)} ms`,
  );
  const foldText = "x".repeat(1_000_000);
  const foldMs = await timeMs(() =>
    store.saveFold({ seq: EVENTS, version: "bench", text: foldText }, { visits: [], replaces: null }),
  );
  console.log(`   save a fold of 1 MB ${foldMs.toFixed(1)} ms`);
  await store.close();
}
rmSync(root, { recursive: true, force: true });
