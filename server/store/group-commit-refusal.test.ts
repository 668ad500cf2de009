import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { many, pass, startOverDisk } from "./testing/disk";
import { NINE_MS, offered } from "./testing/offered";

beforeEach(() => void vi.useFakeTimers({ now: NINE_MS }));
afterEach(() => void vi.useRealTimers());

describe("when the disk refuses", () => {
  test("all is kept in order and tried again after 100, 200, 400 ms; then every line comes once", async () => {
    const { disk, writer, keys, failures } = startOverDisk();
    disk.refusals = 3;
    writer.push([offered("a"), offered("b")]);
    await pass(50);
    writer.push([offered("c")]);
    expect(writer.pending()).toBe(3);
    await pass(649);
    expect(keys()).toEqual([]);
    await pass(1);
    expect(keys()).toEqual(["a", "b", "c"]);
    expect(writer.pending()).toBe(0);
    expect(failures).toEqual([
      { atMs: 0, retryInMs: 100 },
      { atMs: 100, retryInMs: 200 },
      { atMs: 300, retryInMs: 400 },
    ]);
    // The next failure starts at 100 ms again.
    disk.refusals = 1;
    await pass(1_000);
    writer.push([offered("d")]);
    await pass(0);
    expect(failures.at(-1)?.retryInMs).toBe(100);
  });

  test("it is tried every 5 s at the rarest", async () => {
    const { disk, writer, failures, keys } = startOverDisk();
    disk.refusals = 12;
    writer.push([offered("a")]);
    await pass(60_000);
    expect(failures.map(({ retryInMs }) => retryInMs)).toEqual([
      100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000, 5_000, 5_000, 5_000, 5_000,
    ]);
    expect(keys()).toEqual(["a"]);
  });

  test("flush tries at once instead of waiting for the next attempt", async () => {
    const { disk, writer, keys } = startOverDisk();
    disk.refusals = 4;
    writer.push([offered("a")]);
    await pass(1_000);
    expect(keys()).toEqual([]);
    const flushed = vi.fn();
    void writer.flush().then(flushed);
    await pass(0);
    expect(keys()).toEqual(["a"]);
    expect(flushed).toHaveBeenCalledOnce();
  });

  test("close tries once and says how many are left; a flush that still waits is told", async () => {
    const { disk, writer, keys } = startOverDisk();
    disk.refusals = Infinity;
    writer.push(many(3));
    await pass(50);
    const flushing = expect(writer.flush()).rejects.toThrow("disk full");
    const closing = writer.close();
    await pass(0);
    await flushing;
    expect(await closing).toBe(3);
    const attempts = disk.commits.length;
    await pass(60_000);
    expect(disk.commits).toHaveLength(attempts);
    expect(keys()).toEqual([]);
  });
});

test("[TI5] whatever is pushed when and however the disk refuses: every first telling comes once, in the order of the log", async () => {
  const step = fc.record({
    keys: fc.array(fc.nat(200), { maxLength: 30 }),
    thenMs: fc.constantFrom(0, 1, 9, 10, 60, 700),
    refusals: fc.constantFrom(0, 0, 0, 1, 3),
    takesMs: fc.constantFrom(0, 0, 4, 80),
    flushes: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { disk, writer, seen } = startOverDisk();
      for (const { keys, thenMs, refusals, takesMs, flushes } of steps) {
        disk.refusals = refusals;
        disk.takesMs = takesMs;
        writer.push(keys.map((key) => offered(`k${key}`)));
        if (flushes) void writer.flush();
        await pass(thenMs);
      }
      disk.refusals = 0;
      await pass(10_000);
      expect(writer.pending()).toBe(0);
      expect(seen).toEqual(await disk.store.readAfter(0, 100_000));
      expect(seen.map((line) => line.sourceKey)).toEqual([
        ...new Set(steps.flatMap(({ keys }) => keys.map((key) => `k${key}`))),
      ]);
      expect(await writer.close()).toBe(0);
    }),
    { numRuns: 60 },
  );
});
