import { describe, expect, it } from "vitest";
import { SAMPLE_AT_MS } from "../../../lib/testing/board-samples";
import { sampleMissedQueue } from "../../../lib/testing/missed-samples";
import { dueOf, judgeDue, SOON_MS } from "./due";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const dueIn = (openMs: number, wallMs = openMs) => ({
  dueAtMs: SAMPLE_AT_MS + wallMs,
  dueInOpenMs: openMs,
  asOfMs: SAMPLE_AT_MS,
});
const at = (ms: number): number => SAMPLE_AT_MS + ms;

describe("[RE41] the countdown to the limit", () => {
  it("runs by the second in open hours, and is over at the limit itself", () => {
    const dueAt = (ms: number) => dueOf(dueIn(HOUR_MS), sampleMissedQueue(), at(ms));
    expect(dueAt(1_000)).toEqual({
      kind: "left",
      leftMs: HOUR_MS - 1_000,
      dueAtMs: at(HOUR_MS),
      runs: true,
      runsAtMs: null,
    });
    expect([HOUR_MS - 1_000, HOUR_MS, HOUR_MS + 1_000].map((ms) => dueAt(ms).kind)).toEqual([
      "left",
      "overdue",
      "overdue",
    ]);
    expect(dueAt(HOUR_MS + 1_000)).toEqual({ kind: "overdue", sinceMs: at(HOUR_MS) });
  });

  it("stands while the queue is closed, from the second at which it closes", () => {
    const closing = sampleMissedQueue({ nextChangeAtMs: at(10 * MINUTE_MS) });
    const dueAt = (ms: number) => dueOf(dueIn(HOUR_MS, 15 * HOUR_MS), closing, at(ms));
    expect([-1_000, 0, 1_000].map((ms) => dueAt(10 * MINUTE_MS + ms))).toMatchObject([
      { leftMs: 50 * MINUTE_MS + 1_000, runs: true },
      { leftMs: 50 * MINUTE_MS, runs: false },
      { leftMs: 50 * MINUTE_MS, runs: false },
    ]);
  });

  it("goes on from the second at which the queue opens", () => {
    const opens = sampleMissedQueue({ open: false, nextChangeAtMs: at(5 * MINUTE_MS) });
    const dueAt = (ms: number) => dueOf(dueIn(HOUR_MS, 65 * MINUTE_MS), opens, at(ms));
    expect([-1_000, 0, 1_000].map((ms) => dueAt(5 * MINUTE_MS + ms))).toMatchObject([
      { leftMs: HOUR_MS, runs: false, runsAtMs: at(5 * MINUTE_MS) },
      { leftMs: HOUR_MS, runs: true, runsAtMs: null },
      { leftMs: HOUR_MS - 1_000, runs: true },
    ]);
  });

  it("a row that was told later than the others says the same", () => {
    const later = { ...dueIn(HOUR_MS - 30_000, HOUR_MS), asOfMs: at(30_000) };
    const left = [dueIn(HOUR_MS), later].map((row) => dueOf(row, sampleMissedQueue(), at(40_000)));
    expect(left).toMatchObject([{ leftMs: HOUR_MS - 40_000 }, { leftMs: HOUR_MS - 40_000 }]);
  });

  it("there is none where there is no limit; a queue that never changes or is not known stays as it is", () => {
    expect(dueOf({ dueAtMs: null, dueInOpenMs: null, asOfMs: 0 }, undefined, 1)).toEqual({ kind: "none" });
    const always = sampleMissedQueue({ nextChangeAtMs: null });
    const never = sampleMissedQueue({ open: false, nextChangeAtMs: null });
    const left = [always, never, undefined].map((queue) => dueOf(dueIn(HOUR_MS), queue, at(60_000)));
    expect(left).toMatchObject([
      { leftMs: HOUR_MS - 60_000 },
      { leftMs: HOUR_MS, runs: false, runsAtMs: null },
      { leftMs: HOUR_MS - 60_000 },
    ]);
  });
});

const judged = (leftMs: number, live = true) => judgeDue(dueOf(dueIn(leftMs), undefined, SAMPLE_AT_MS), live);

describe("[RE42] what a due time asks for", () => {
  it("watch from half an hour of open time on, act once it is over", () => {
    expect([SOON_MS + 1_000, SOON_MS, SOON_MS - 1_000].map((ms) => judged(ms))).toEqual(["none", "watch", "watch"]);
    expect([1_000, 0, -1_000].map((ms) => judged(ms))).toEqual(["watch", "act", "act"]);
  });

  it("nothing by what is not live, nothing where there is no limit", () => {
    expect(judged(0, false)).toBe("none");
    expect(judgeDue({ kind: "none" }, true)).toBe("none");
  });
});
