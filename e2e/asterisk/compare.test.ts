import { describe, expect, it } from "vitest";
import type { BoardSnapshot, Figures } from "../../lib/metrics/snapshot-types";
import { sampleFigures, sampleRow, sampleSnapshot } from "../../lib/testing/board-samples";
import { queueId } from "../../lib/vocabulary";
import { compareWithTruth, markdownTable } from "./compare";
import { wrapUpTimes } from "./lab";
import type { Truth, TruthVisit } from "./truth";

const answered = (wait: number): TruthVisit => ({ queue: "sales", outcome: "answered", wait });
const abandoned = (wait: number): TruthVisit => ({ queue: "sales", outcome: "abandoned", wait });

/** A log of one queue: waits of 10, 60 and 80 s answered, of 4, 5 and 40 s abandoned. */
const VISITS = [answered(10), answered(60), answered(80), abandoned(4), abandoned(5), abandoned(40)];
const SUMMARY = {
  entered: 6,
  answered: 3,
  abandoned: 3,
  exit_with_key: 0,
  exit_with_timeout: 0,
  exit_empty: 0,
  withdrawn: 0,
  lost_at_restart: 0,
  still_waiting_at_end: 0,
  hold_avg_answered: 50,
  wait_avg_abandoned: 16.33,
  wait_max_any: 80,
  talk_avg: null,
  ring_no_answer: 2,
};
const TRUTH: Truth = { queues: { sales: SUMMARY }, total: SUMMARY, visits: VISITS };

function board(change: Partial<Figures>): BoardSnapshot {
  const today: Figures = {
    ...sampleFigures(6),
    answered: 3,
    met: 2,
    abandoned: 3,
    shortAbandoned: 2,
    asaMs: 50_400,
    abandonWaitMs: 16_900,
    waitMaxMs: 80_700,
    talkMs: null,
    ringNoAnswer: 2,
    ...change,
  };
  const sample = sampleSnapshot("epoch", 1);
  const row = { ...sampleRow(queueId("sales"), 6), today };
  return { ...sample, total: { ...sample.total, today }, queues: [row] };
}

const wrongFigures = (snapshot: BoardSnapshot): string[] =>
  compareWithTruth(snapshot, TRUTH)
    .filter((line) => !line.right && line.queue === "sales")
    .map((line) => line.figure);

describe("Pickup's figures against what the log says", () => {
  it("agree when counts are equal and waits are within the log's whole seconds", () => {
    expect(wrongFigures(board({}))).toEqual([]);
  });

  it.each([
    ["a wait of 60 s in the log may have been 60.4 s", { met: 1 }],
    ["a wait of 5 s in the log may have been 5.4 s", { shortAbandoned: 1 }],
  ])("%s", (_why, change) => {
    expect(wrongFigures(board(change))).toEqual([]);
  });

  it.each([
    ["a wait of 10 s was met for certain", { met: 0 }, ["met"]],
    ["a wait of 80 s was not", { met: 3 }, ["met"]],
    ["one ring unanswered too many", { ringNoAnswer: 3 }, ["ring-no-answer"]],
    ["a caller too many", { offered: 7 }, ["offered", "sum of outcomes"]],
    ["two seconds off", { asaMs: 52_000 }, ["speed of answer, ms"]],
    ["not known where the log knows", { waitMaxMs: null }, ["longest wait, ms"]],
  ])("%s: found", (_why, change, wrong) => {
    expect(wrongFigures(board(change))).toEqual(wrong);
  });

  it("a queue that the board lacks is found", () => {
    expect(wrongFigures({ ...board({}), queues: [] })).toEqual(["row"]);
  });

  it("the table marks what is wrong and shows what it should be", () => {
    const table = markdownTable(compareWithTruth(board({ answered: 4 }), TRUTH));
    expect(table).toContain("| figure | sales | total |");
    expect(table).toContain("| answered | **wrong** 4 (3) | **wrong** 4 (3) |");
    expect(table).toContain("| met | 2 (1 to 2) | 2 (1 to 2) |");
  });
});

describe("the lab's queues.conf", () => {
  it("gives the wrap-up time of each queue", () => {
    const text =
      "[general]\nautofill = yes\n\n[billing]\nwrapuptime = 6\nmember => a\n\n[sales]\nwrapuptime = 4\n[idle]\n";
    expect(wrapUpTimes(text)).toEqual({ billing: 6, sales: 4 });
  });
});
