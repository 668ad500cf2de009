import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { many, pass, startOverDisk } from "./testing/disk";
import { NINE_MS, offered } from "./testing/offered";

beforeEach(() => void vi.useFakeTimers({ now: NINE_MS }));
afterEach(() => void vi.useRealTimers());

describe("when commits happen", () => {
  test("after a quiet time at once, together with the rest of the same turn", async () => {
    const { disk, writer, keys } = startOverDisk();
    writer.push([offered("a")]);
    writer.push([offered("b"), offered("c")]);
    expect(writer.pending()).toBe(3);
    expect(disk.commits).toEqual([]);
    await pass(0);
    expect(disk.commits).toEqual([{ atMs: 0, keys: 3 }]);
    expect(keys()).toEqual(["a", "b", "c"]);
    expect(writer.pending()).toBe(0);
  });

  test("what comes within 10 ms of a commit shares the next: at 9 ms not yet, at 10 ms it is written", async () => {
    const { disk, writer, keys } = startOverDisk();
    writer.push([offered("a")]);
    await pass(3);
    writer.push([offered("b")]);
    await pass(4);
    writer.push([offered("c")]);
    await pass(2);
    expect(keys()).toEqual(["a"]);
    await pass(1);
    expect(keys()).toEqual(["a", "b", "c"]);
    expect(disk.commits).toEqual([
      { atMs: 0, keys: 1 },
      { atMs: 10, keys: 2 },
    ]);
  });

  test("exactly 10 ms after a commit the next push is written at once again", async () => {
    const { disk, writer } = startOverDisk();
    writer.push([offered("a")]);
    await pass(10);
    writer.push([offered("b")]);
    await pass(0);
    expect(disk.commits.map(({ atMs }) => atMs)).toEqual([0, 10]);
  });

  test("a steady stream costs one commit every 10 ms", async () => {
    const { disk, writer, keys } = startOverDisk();
    for (let ms = 0; ms < 1_000; ms += 1) {
      writer.push([offered(`k${ms}`)]);
      await pass(1);
    }
    await pass(10);
    expect(keys()).toHaveLength(1_000);
    expect(disk.commits.length).toBeLessThanOrEqual(101);
    expect(disk.commits.length).toBeGreaterThanOrEqual(95);
  });

  test("a slow disk gets as long a pause as it took, and never more than 50 ms", async () => {
    const { disk, writer } = startOverDisk();
    disk.takesMs = 30;
    writer.push([offered("a")]);
    await pass(5);
    writer.push([offered("b")]);
    await pass(60);
    disk.takesMs = 200;
    writer.push([offered("c")]);
    await pass(60);
    writer.push([offered("d")]);
    await pass(500);
    // a 0–30, pause 30: b 60–90, pause 30: c 120–320, pause 50: d 370.
    expect(disk.commits.map(({ atMs }) => atMs)).toEqual([0, 60, 120, 370]);
  });

  test("the wall clock set back by an hour delays nothing beyond the usual", async () => {
    const { writer, keys } = startOverDisk();
    writer.push([offered("a")]);
    await pass(0);
    vi.setSystemTime(NINE_MS - 3_600_000);
    writer.push([offered("b")]);
    await pass(10);
    expect(keys()).toEqual(["a", "b"]);
  });

  test("a backlog goes out in pieces of 2,000 without pauses, the event loop having its turn in between", async () => {
    const { disk, writer, keys } = startOverDisk();
    const commitsAtTurn: number[] = [];
    const turn = (): void => {
      commitsAtTurn.push(disk.commits.length);
      if (writer.pending() > 0) setImmediate(turn);
    };
    writer.push(many(5_000));
    setImmediate(turn);
    await pass(3);
    expect(disk.commits.map((commit) => commit.keys)).toEqual([2_000, 2_000, 1_000]);
    expect(commitsAtTurn).toEqual(expect.arrayContaining([1, 2]));
    expect(keys()).toEqual(many(5_000).map((event) => event.sourceKey));
  });
});

describe("flush and close", () => {
  test("flush does not wait for the gap and settles when all pushed before is written", async () => {
    const { disk, writer } = startOverDisk();
    writer.push([offered("a")]);
    await pass(1);
    disk.takesMs = 20;
    writer.push(many(4_500));
    let writtenAtFlush = -1;
    void writer.flush().then(async () => (writtenAtFlush = (await disk.store.readAfter(0, 10_000)).length));
    await pass(19);
    writer.push([offered("late")]);
    await pass(40);
    expect(writtenAtFlush).toBe(-1);
    await pass(3);
    expect(writtenAtFlush).toBeGreaterThanOrEqual(4_501);
    expect(disk.commits[1]?.atMs).toBe(1);
    await pass(100);
    expect(writer.pending()).toBe(0);
  });

  test("nothing pending: flush and close settle at once", async () => {
    const { disk, writer } = startOverDisk();
    await writer.flush();
    expect(await writer.close()).toBe(0);
    expect(disk.commits).toEqual([]);
  });

  test("close writes what is pending, and takes nothing afterwards", async () => {
    const { writer, keys } = startOverDisk();
    writer.push(many(4_100));
    const closing = writer.close();
    writer.push([offered("after")]);
    await pass(3);
    expect(await closing).toBe(0);
    expect(keys()).toHaveLength(4_100);
    expect(keys()).not.toContain("after");
  });
});

test("[TI5] duplicates are counted and not handed on", async () => {
  const { writer, keys } = startOverDisk();
  writer.push([offered("a"), offered("b"), offered("a")]);
  await pass(20);
  writer.push([offered("b")]);
  await pass(20);
  expect(keys()).toEqual(["a", "b"]);
  expect(writer.duplicates()).toBe(2);
});
