import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { many, pass, startOverDisk } from "./testing/disk";
import { NINE_MS, offered } from "./testing/offered";

beforeEach(() => void vi.useFakeTimers({ now: NINE_MS }));
afterEach(() => void vi.useRealTimers());

describe("batches whose sender waits for the disk", () => {
  test("[EV2] the answer comes when all of the batch is on the disk, not before", async () => {
    const { disk, writer, keys } = startOverDisk();
    disk.takesMs = 20;
    const answered = vi.fn();
    void writer.keep([offered("a"), offered("b")]).then(answered);
    await pass(19);
    expect(answered).not.toHaveBeenCalled();
    expect(writer.pending()).toBe(2);
    await pass(1);
    expect(answered).toHaveBeenCalledWith({ kind: "kept", accepted: 2, duplicates: 0 });
    expect(keys()).toEqual(["a", "b"]);
    expect(writer.pending()).toBe(0);
  });

  test("[TI5] [EV2] what was told before is counted as such: earlier, in the same batch, in another one of the same commit", async () => {
    const { disk, writer, keys } = startOverDisk();
    writer.push([offered("a")]);
    await pass(20);
    const first = writer.keep([offered("a"), offered("b"), offered("b")]);
    const second = writer.keep([offered("b"), offered("c"), offered("b", 0, "other")]);
    writer.push([offered("c"), offered("d")]);
    await pass(20);
    expect(disk.commits).toHaveLength(2);
    expect(await first).toEqual({ kind: "kept", accepted: 1, duplicates: 2 });
    expect(await second).toEqual({ kind: "kept", accepted: 2, duplicates: 1 });
    expect(keys()).toEqual(["a", "b", "c", "b", "d"]);
    expect(writer.duplicates()).toBe(4);
  });

  test("an empty batch is answered at once, and nothing is written", async () => {
    const { disk, writer } = startOverDisk();
    expect(await writer.keep([])).toEqual({ kind: "kept", accepted: 0, duplicates: 0 });
    expect(disk.commits).toEqual([]);
  });

  test("many share a commit; no batch is torn, and pushed events do not wait for them", async () => {
    const { disk, writer, keys } = startOverDisk();
    const batches = Array.from({ length: 5 }, (_, n) =>
      many(400).map((event) => ({ ...event, sourceKey: `${n}-${event.sourceKey}` })),
    );
    const answers = batches.map((batch) => writer.keep(batch));
    writer.push([offered("pushed")]);
    await pass(0);
    expect(disk.commits).toEqual([{ atMs: 0, keys: 801 }]);
    expect(keys()).toContain("pushed");
    await pass(10);
    expect(disk.commits.map((commit) => commit.keys)).toEqual([801, 800]);
    await pass(10);
    expect(await Promise.all(answers)).toEqual(batches.map(() => ({ kind: "kept", accepted: 400, duplicates: 0 })));
  });
});

describe("when the disk refuses", () => {
  test("[EV3] it is said, and nothing of the batch stays here; what was pushed does", async () => {
    const { disk, writer, keys } = startOverDisk();
    disk.refusals = 1;
    const refused = writer.keep([offered("a")]);
    writer.push([offered("pushed")]);
    await pass(0);
    expect(await refused).toEqual({ kind: "refused", retryInMs: 100 });
    expect(writer.pending()).toBe(1);
    await pass(1_000);
    expect(keys()).toEqual(["pushed"]);
    // Told again, it counts once.
    const again = writer.keep([offered("a"), offered("pushed")]);
    await pass(10);
    expect(await again).toEqual({ kind: "kept", accepted: 1, duplicates: 1 });
  });

  test("[EV3] between two attempts nobody waits: at 99 ms it is refused unasked, at 100 ms the disk is asked", async () => {
    const { disk, writer } = startOverDisk();
    disk.refusals = 1;
    void writer.keep([offered("a")]);
    await pass(99);
    expect(disk.commits).toHaveLength(1);
    expect(await writer.keep([offered("a")])).toEqual({ kind: "refused", retryInMs: 1 });
    await pass(1);
    const kept = writer.keep([offered("a")]);
    await pass(10);
    expect(await kept).toEqual({ kind: "kept", accepted: 1, duplicates: 0 });
    expect(disk.commits).toHaveLength(2);
  });

  test("a disk that stays full is asked every 5 s at most, however often one sends", async () => {
    const { disk, writer } = startOverDisk();
    disk.refusals = Infinity;
    for (let ms = 0; ms < 60_000; ms += 20) {
      void writer.keep(many(100));
      await pass(20);
    }
    expect(disk.commits.length).toBeLessThanOrEqual(20);
    expect(writer.pending()).toBe(0);
  });

  test("[EV3] a slow disk holds 20,000 events of those who wait, then it says so", async () => {
    const { disk, writer } = startOverDisk();
    disk.takesMs = 60_000;
    for (let count = 0; count < 20; count += 1) void writer.keep(many(1_000));
    expect(writer.pending()).toBe(20_000);
    expect(await writer.keep([offered("more")])).toMatchObject({ kind: "refused" });
    expect(writer.pending()).toBe(20_000);
  });

  test("close writes what somebody waits for, trying once, and takes nothing afterwards", async () => {
    const { disk, writer, keys } = startOverDisk();
    const kept = writer.keep([offered("a")]);
    const closing = writer.close();
    const late = writer.keep([offered("late")]);
    await pass(10);
    expect(await closing).toBe(0);
    expect([await kept, await late]).toMatchObject([{ kind: "kept" }, { kind: "refused" }]);
    expect(keys()).toEqual(["a"]);

    const other = startOverDisk();
    other.disk.refusals = Infinity;
    const refused = other.writer.keep([offered("a")]);
    const ending = other.writer.close();
    await pass(10);
    expect(await ending).toBe(0);
    expect(await refused).toMatchObject({ kind: "refused" });
    expect(disk.commits).toHaveLength(1);
  });
});
