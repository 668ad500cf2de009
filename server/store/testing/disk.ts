import { vi } from "vitest";
import type { LoggedEvent } from "../../../lib/events";
import { systemClock } from "../../clock";
import { createGroupCommit } from "../group-commit";
import { createMemoryStore } from "../memory";
import type { EventStore, NewEvent } from "../store";
import { NINE_MS, offered } from "./offered";

/** A disk whose speed and refusals the test decides; what it took is in a real memory log. */
function createDisk() {
  const store = createMemoryStore();
  const disk = { takesMs: 0, refusals: 0, commits: [] as { atMs: number; keys: number }[], store };
  const append: EventStore["append"] = async (events) => {
    disk.commits.push({ atMs: Date.now() - NINE_MS, keys: events.length });
    if (disk.takesMs > 0) await new Promise((resolve) => setTimeout(resolve, disk.takesMs));
    if (disk.refusals > 0) {
      disk.refusals -= 1;
      throw new Error("disk full");
    }
    return store.append(events);
  };
  return { disk, append };
}

/** A writer over such a disk, under the fake clock; `keys` are those handed on so far. */
export function startOverDisk() {
  const { disk, append } = createDisk();
  const seen: LoggedEvent[] = [];
  const failures: { atMs: number; retryInMs: number }[] = [];
  const writer = createGroupCommit(
    { append },
    {
      clock: systemClock,
      minGapMs: 10,
      maxDelayMs: 50,
      onCommitted: (events) => void seen.push(...events),
      onFailure: (_, retryInMs) => void failures.push({ atMs: Date.now() - NINE_MS, retryInMs }),
    },
  );
  return { disk, writer, seen, failures, keys: () => seen.map((line) => line.sourceKey) };
}

/** `k0`, `k1`, …, all offered at 09:00. */
export const many = (count: number): NewEvent[] => Array.from({ length: count }, (_, n) => offered(`k${n}`));
/** Lets time pass under the fake clock, on which a turn of the event loop within another takes 1 ms. */
export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
