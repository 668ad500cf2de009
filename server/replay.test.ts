import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCalendar } from "../lib/calendar";
import { bareSite } from "../lib/config";
import type { BoardSnapshot, Figures } from "../lib/metrics/snapshot-types";
import { READS_INTERNATIONAL as numbers } from "./callers/rules/normal-number";
import { type Replayed, replayAsterisk } from "./replay";
import { type QueueTruth, truthUntil } from "./testing/queue-log-truth";
import {
  arrivalTimes,
  type Expected,
  type ExpectedQueue,
  expectedOf,
  filesOf,
  queueLogOf,
  RECORDINGS,
  unpacked,
} from "./testing/recordings";

const SITE = bareSite("Recording", "UTC");
/** Asterisk's log has whole seconds: a difference of two of them may be one off. */
const WHOLE_SECOND_MS = 1_100;

const onProblem = (what: string, sample: string): never => expect.fail(`${what}: ${sample}`);

function replay(files: readonly string[], queueLogFile: string | null, untilMs: number | null = null): Replayed {
  const calendar = createCalendar("UTC", 0);
  const answer = replayAsterisk({ files, queueLogFile, untilMs, site: SITE, calendar, numbers, onProblem });
  if (answer.kind === "refused") throw new Error(answer.problem);
  return answer.replayed;
}

const without0 = (counts: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

/** What a row counts, spelt as expected.json spells it. */
const countsOf = (today: Figures): ExpectedQueue => ({
  offered: today.offered,
  answered: today.answered,
  met: today.met,
  abandoned: today.abandoned,
  shortAbandoned: today.shortAbandoned,
  overflowed: without0(today.overflowedBy),
  refused: without0(today.refusedBy),
  ringNoAnswer: today.ringNoAnswer,
});

const expectedCounts = (queue: ExpectedQueue): ExpectedQueue => {
  const { offered, answered, met, abandoned, shortAbandoned, overflowed, refused, ringNoAnswer } = queue;
  return { offered, answered, met, abandoned, shortAbandoned, overflowed, refused, ringNoAnswer };
};

function sumOf(queues: readonly ExpectedQueue[]): ExpectedQueue {
  const sum = (field: "offered" | "answered" | "met" | "abandoned" | "shortAbandoned" | "ringNoAnswer"): number =>
    queues.reduce((total, queue) => total + queue[field], 0);
  const sumBy = (field: "overflowed" | "refused"): Record<string, number> => {
    const by: Record<string, number> = {};
    for (const queue of queues) {
      for (const [reason, count] of Object.entries(queue[field])) by[reason] = (by[reason] ?? 0) + count;
    }
    return by;
  };
  return {
    offered: sum("offered"),
    answered: sum("answered"),
    met: sum("met"),
    abandoned: sum("abandoned"),
    shortAbandoned: sum("shortAbandoned"),
    overflowed: sumBy("overflowed"),
    refused: sumBy("refused"),
    ringNoAnswer: sum("ringNoAnswer"),
  };
}

/** CO3, and that the parts of a sum are the sum. */
function expectConservation({ total, queues }: BoardSnapshot): void {
  for (const { today, waiting } of [total, ...queues]) {
    const { answered, abandoned, overflowed, unknown } = today;
    expect(today.offered).toBe(answered + abandoned + overflowed + unknown + today.waiting);
    expect(waiting).toBe(today.waiting);
    expect(overflowed).toBe(Object.values(today.overflowedBy).reduce((sum, count) => sum + count, 0));
    expect(today.refused).toBe(Object.values(today.refusedBy).reduce((sum, count) => sum + count, 0));
    expect(today.met).toBeLessThanOrEqual(today.answered);
    expect(today.shortAbandoned).toBeLessThanOrEqual(abandoned);
  }
}

function expectWaits(today: Figures, visits: Expected["visits"]): void {
  const answered = visits.filter(([, , , , talkS]) => talkS !== null).map(([, , , waitS]) => waitS);
  const averageMs = (answered.reduce((sum, waitS) => sum + waitS, 0) / answered.length) * 1000;
  const longestMs = Math.max(...visits.map(([, , , waitS]) => waitS)) * 1000;
  expect(Math.abs((today.asaMs ?? -1e9) - averageMs)).toBeLessThan(WHOLE_SECOND_MS);
  expect(Math.abs((today.waitMaxMs ?? -1e9) - longestMs)).toBeLessThan(WHOLE_SECOND_MS);
}

/** The board at the end of a recording whose gap was filled. */
function expectAsTheLog({ snapshot, problems }: Replayed, expected: Expected): void {
  const { queues, total, gaps } = snapshot;
  const rows = queues.map(({ queueId, today }) => [queueId, countsOf(today)]);
  const wanted = Object.entries(expected.queues).map(([queue, counts]) => [queue, expectedCounts(counts)]);
  expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(wanted));
  expect(countsOf(total.today)).toEqual(sumOf(Object.values(expected.queues)));
  for (const { queueId, today } of queues) {
    expectWaits(
      today,
      expected.visits.filter(([, queue]) => queue === queueId),
    );
  }
  expectWaits(total.today, expected.visits);
  expect(total.today).toMatchObject({ unknown: 0, waiting: 0 });
  expect(gaps).toMatchObject([{ filled: true }]);
  expect(problems).toBe(0);
  expectConservation(snapshot);
}

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pickup-replay-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The recording unpacked, its arrival times beside it where `pieceBytes` says how long the pieces were. */
function plainFiles(name: (typeof RECORDINGS)[number], pieceBytes: number | null): readonly string[] {
  return filesOf(name).map((file, index) => {
    const bytes = unpacked(file);
    const plain = join(folder, `${name}-${pieceBytes ?? "untimed"}-${index}.txt`);
    writeFileSync(plain, bytes);
    if (pieceBytes !== null) writeFileSync(`${plain}.times.jsonl`, arrivalTimes(bytes, pieceBytes));
    return plain;
  });
}

describe.each(RECORDINGS)("the board of a recorded Asterisk 22: %s", (name) => {
  const queueLogFile = queueLogOf(name);
  const queueLog = unpacked(queueLogFile).toString("utf8");
  const expected = expectedOf(name);

  it("[CO2] counts every queue and the total as Asterisk's own log does: gzip, without arrival times", () => {
    expectAsTheLog(replay(filesOf(name), queueLogFile), expected);
  });

  it("[CO2] counts the same of plain files, without arrival times and with them, however long the pieces", () => {
    expectAsTheLog(replay(plainFiles(name, null), queueLogFile), expected);
    for (const pieceBytes of [700, 20_000]) {
      expectAsTheLog(replay(plainFiles(name, pieceBytes), queueLogFile), expected);
    }
  });

  it("[UN4] without the log the gap is shown as one, and who left in it is unknown", () => {
    const { snapshot } = replay(filesOf(name), null);
    expect(snapshot.gaps).toMatchObject([{ filled: false }]);
    expectConservation(snapshot);
    for (const { queueId, today } of snapshot.queues) {
      const full = expected.queues[queueId];
      expect(without0(today.refusedBy)).toEqual(full?.refused);
      expect(today.offered).toBeLessThanOrEqual(full?.offered ?? 0);
      expect(today.answered).toBeLessThanOrEqual(full?.answered ?? 0);
      expect(today.ringNoAnswer).toBeLessThanOrEqual(full?.ringNoAnswer ?? 0);
    }
    const [gap] = snapshot.gaps;
    const isInGap = (second: number): boolean =>
      second * 1000 > (gap?.fromMs ?? 0) - WHOLE_SECOND_MS && second * 1000 < (gap?.toMs ?? 0) + WHOLE_SECOND_MS;
    const ended = expected.visits.filter(([, , enteredS, waitS]) => isInGap(enteredS + waitS));
    expect(snapshot.total.today.unknown).toBeLessThanOrEqual(ended.length);
    const unseen = sumOf(Object.values(expected.queues)).offered - snapshot.total.today.offered;
    expect(unseen).toBeLessThanOrEqual(ended.filter(([, , enteredS]) => isInGap(enteredS)).length);
    const filled = replay(filesOf(name), queueLogFile).snapshot.gaps[0];
    expect([gap?.fromMs, gap?.toMs]).toEqual([filled?.fromMs, filled?.toMs]);
  });

  it("[CO3] as it stood at any instant it counts what the log had told by then, within its whole seconds", () => {
    const whole = replay(filesOf(name), queueLogFile).snapshot;
    const startS = expected.visits[0]?.[2] ?? 0;
    const endS = Math.floor(whole.asOfMs / 1000);
    const [gap] = whole.gaps;
    const inGapS = Math.floor(((gap?.fromMs ?? 0) + (gap?.toMs ?? 0)) / 2000);
    const steps = Array.from({ length: 9 }, (_, step) => startS + Math.round(((endS - startS) * (step + 0.5)) / 9));
    for (const untilS of [...steps, inGapS]) {
      for (const files of [filesOf(name), plainFiles(name, 700)]) {
        const { snapshot } = replay(files, queueLogFile, untilS * 1000);
        expect(snapshot.asOfMs).toBe(untilS * 1000);
        expectConservation(snapshot);
        expectBetween(snapshot, truthUntil(queueLog, untilS - 1), truthUntil(queueLog, untilS + 1));
      }
    }
  });

  it("at its first instant nobody was offered yet, at its last it is as at the end", () => {
    const calendar = createCalendar("UTC", 0);
    const ask = (untilMs: number) =>
      replayAsterisk({ files: filesOf(name), queueLogFile, untilMs, site: SITE, calendar, numbers, onProblem });
    const end = replay(filesOf(name), queueLogFile).snapshot;
    expect(replay(filesOf(name), queueLogFile, end.asOfMs).snapshot.total).toEqual(end.total);
    const after = ask(end.asOfMs + 1);
    const span = after.kind === "refused" ? after.problem.split("it goes from ")[1] : undefined;
    const [fromMs = 0, toMs = 0] = span?.split(" to ").map(Date.parse) ?? [];
    expect(toMs).toBe(end.asOfMs);
    expect(replay(filesOf(name), queueLogFile, fromMs).snapshot.total).toMatchObject({
      waiting: 0,
      today: { offered: 0 },
    });
    expect(ask(fromMs - 1)).toMatchObject({ kind: "refused" });
  });
});

/** No count is less than the log tells up to the second before, nor more than up to the second after. */
function expectBetween(
  { queues }: BoardSnapshot,
  least: ReadonlyMap<string, QueueTruth>,
  most: ReadonlyMap<string, QueueTruth>,
): void {
  const rows = new Map(queues.map(({ queueId, today }) => [String(queueId), today]));
  for (const [queue, upper] of most) {
    for (const field of Object.keys(upper) as (keyof QueueTruth)[]) {
      const count = rows.get(queue)?.[field] ?? 0;
      expect(count, `${field} of ${queue}`).toBeGreaterThanOrEqual(least.get(queue)?.[field] ?? 0);
      expect(count, `${field} of ${queue}`).toBeLessThanOrEqual(upper[field]);
    }
  }
}

// The whole recordings are too large to lie beside the code.
const captures = process.env["PICKUP_CAPTURES"] ?? fileURLToPath(new URL("../../shared/captures", import.meta.url));
const captured = RECORDINGS.filter((name) => existsSync(join(captures, name, "queue_log")));
if (captured.length === 0)
  console.log(`No whole recordings at ${captures} (PICKUP_CAPTURES): the fixtures stand alone.`);
for (const name of captured) {
  it(`[CO2] the whole recording of ${name} with its arrival times counts as Asterisk's own log does`, () => {
    const files = ["ami-1.txt", "ami-2.txt"].map((file) => join(captures, name, file));
    expectAsTheLog(replay(files, join(captures, name, "queue_log")), expectedOf(name));
  });
}
