import { expect, test } from "vitest";
import type { Gap, SourceView } from "../../../lib/metrics/snapshot-types";
import { sourceId } from "../../../lib/vocabulary";
import { NO_SUCH_BOARD } from "../../../lib/wire/protocol";
import { wallWords as words } from "../../../lib/words/en/wall/words";
import { siteClock } from "../../shared/time/site-clock";
import { sampleSnapshot } from "../../../lib/testing/board-samples";
import { type BoardJudgement, judgeBoard } from "../../shared/board/judge-board";
import { NOT_JUDGED, type RankedRow } from "../../shared/board/rank-rows";
import { bestHourOf } from "./best-hour";
import { conditionsOf } from "./condition";
import { feedWords, staleWords } from "./feed-words";
import { gapWords } from "./gap-words";
import { hoursWords } from "../../shared/board/hours-words";
import { refusalWords } from "./refusal-words";

const berlin = siteClock("Europe/Berlin", words.formats);
const at = (time: string): number => Date.parse(`2026-11-23T${time}+01:00`);

type Told = Pick<RankedRow, "wait" | "level" | "worst" | "waitMs"> & { name: string; waiting: number; free: number };
const ranked = ({ name, waiting, free, ...judged }: Told): RankedRow =>
  ({
    ...judged,
    figures: { serviceLevelRatio: 0.7129 },
    day: { serviceLevel: judged.level, answerRate: "none", missedRate: "none", speedOfAnswer: "none" },
    live: true,
    row: {
      name,
      waiting,
      agents: { available: free, ringing: 0, onContact: 3, wrapUp: 0, paused: 0, loggedOut: 0, notReported: 0 },
      target: { goalRatio: 0.9, thresholdMs: 60_000 },
    },
  }) as unknown as RankedRow;
const sample = { ...sampleSnapshot("words", 1), boardName: "All queues" };
/** The total of a board, at so much by one of its figures. */
const totalAt = (total: BoardJudgement["total"], day: Partial<BoardJudgement["day"]> = {}): BoardJudgement => ({
  ...judgeBoard(sample, [], true),
  figures: {
    ...sample.total.today,
    serviceLevelRatio: 0.83,
    answerRateRatio: 0.7,
    missedRateRatio: 0.12,
    asaMs: 75_000,
  },
  day: { ...NOT_JUDGED, ...day },
  total,
});
const sayings = (...given: Parameters<typeof conditionsOf>) =>
  conditionsOf(...given).map(({ name, says }) => [name, says]);

const late = ranked({
  name: "Support",
  waiting: 5,
  free: 0,
  wait: "act",
  level: "watch",
  worst: "act",
  waitMs: 108_000,
});
const low = ranked({ name: "Sales", waiting: 0, free: 2, wait: "none", level: "act", worst: "act", waitMs: null });
const calm = ranked({ name: "Billing", waiting: 1, free: 1, wait: "ok", level: "ok", worst: "ok", waitMs: 4_000 });

test("who waits too long is named before a low service level, and all that is well is not named", () => {
  expect(conditionsOf([low, calm, late], sample, totalAt("ok"), words)).toEqual([
    {
      judgement: "act",
      name: "Support",
      says: ["5 waiting, longest 1:48, nobody free", "5 waiting, longest 1:48", "longest 1:48", "1:48"],
    },
    { judgement: "act", name: "Sales", says: ["service level 71 %, goal 90 %", "level 71 %", "71 %"] },
  ]);
});

test("[BO4] the total stands after the queues that ask as much, and before those that ask less", () => {
  const level = totalAt("watch", { serviceLevel: "watch" });
  expect(conditionsOf([calm], sample, level, words)).toEqual([
    { judgement: "watch", name: "All queues", says: ["service level 83 %, goal 90 %", "level 83 %", "83 %"] },
  ]);
  const names = (judged: BoardJudgement) => conditionsOf([calm, late], sample, judged, words).map(({ name }) => name);
  expect(names(level)).toEqual(["Support", "All queues"]);
  expect(names(totalAt("act", { serviceLevel: "act" }))).toEqual(["Support", "All queues"]);
  const watched = { ...late, wait: "watch", worst: "watch" } as const;
  const worse = conditionsOf([watched], sample, totalAt("act", { serviceLevel: "act" }), words);
  expect(worse.map(({ name }) => name)).toEqual(["All queues", "Support"]);
  expect(conditionsOf([calm], sample, totalAt("ok"), words)).toEqual([]);
});

test("[BO4] what the total asks for is named by its figure", () => {
  const { thresholds } = sample.total.target;
  const limits = {
    ...thresholds,
    answerRate: { watch: 950, act: 900 },
    missedRate: { watch: 50, act: 100 },
    speedOfAnswer: { watch: 30_000, act: 60_000 },
  };
  const total = { ...sample.total, waiting: 12, target: { ...sample.total.target, thresholds: limits } };
  const says = (day: Partial<BoardJudgement["day"]>, change: Partial<BoardJudgement> = {}) =>
    sayings([], { ...sample, total }, { ...totalAt("act", day), ...change }, words)[0]?.[1];
  expect(says({ answerRate: "act" })).toEqual(["answer rate 70 %, goal 95 %", "answered 70 %", "70 %"]);
  expect(says({ missedRate: "act" })).toEqual(["missed rate 12 %, limit 5 %", "missed 12 %", "12 %"]);
  expect(says({ speedOfAnswer: "act" })).toEqual(["speed of answer 1:15, limit 0:30", "answer 1:15", "1:15"]);
  expect(says({}, { waiting: "act" })).toEqual(["12 waiting"]);
});

test("the best hour has the highest share; of equals the busier one; small hours do not count", () => {
  const quarter = 15 * 60_000;
  const start = at("08:00:00");
  const quarters = Object.fromEntries(
    [[9, 9], [0, 0], [0, 0], [0, 0], [6, 6], [6, 6], [0, 0], [0, 0], [20, 20], [0, 0], [0, 0], [9, 10]].map(
      (counts, index): [string, [number, number]] => [String(start + index * quarter), counts as [number, number]],
    ),
  ); // prettier-ignore
  expect(bestHourOf(quarters, berlin.minuteOf)).toEqual({
    fromMs: at("09:00:00"),
    toMs: at("10:00:00"),
    met: 12,
    decided: 12,
  });
  expect(bestHourOf({}, berlin.minuteOf)).toBeNull();
});

const gap = (from: string, to: string, filled = false): Gap => ({
  sourceId: sourceId("pbx"),
  fromMs: at(from),
  toMs: at(to),
  filled,
});

test("[UN4] the latest hole is told by the minute, a short one by the second", () => {
  expect(gapWords([gap("10:42:10", "10:44:00")], berlin, words)?.[0]).toBe("no data 10:42–10:44");
  expect(gapWords([gap("10:42:10", "10:42:50")], berlin, words)?.[0]).toBe("no data 10:42:10–10:42:50");
  const several = [gap("10:42:10", "10:44:00"), gap("11:00:00", "11:05:00"), gap("12:00:00", "12:01:00", true)];
  expect(gapWords(several, berlin, words)?.[0]).toBe("no data 11:00–11:05 and 1 more");
  expect(gapWords([gap("10:42:10", "10:44:00", true)], berlin, words)).toBeNull();
});

test("[SL7] open until today's closing, closed until another day's opening", () => {
  const now = at("12:47:00");
  expect(hoursWords({ open: true, nextChangeAtMs: at("18:00:00") }, now, berlin, words)).toBe("Open until 18:00");
  const tomorrow = at("08:00:00") + 86_400_000;
  expect(hoursWords({ open: false, nextChangeAtMs: tomorrow }, now, berlin, words)).toBe(
    "Closed until Tue 24 Nov 08:00",
  );
  expect(hoursWords({ open: true, nextChangeAtMs: null }, now, berlin, words)).toBe("Open");
});

test("[UN1] feeds are spoken of only when not live", () => {
  const source = (id: string, state: SourceView["state"]): SourceView => ({
    id: sourceId(id),
    kind: "asterisk-ami",
    state,
    lastProofAtMs: at("10:42:17"),
  });
  const live = { kind: "live", nowMs: at("10:43:00") } as const;
  const stale = { kind: "stale", nowMs: at("10:42:17"), sinceMs: at("10:42:17"), cause: "sources" } as const;
  expect(feedWords(live, [source("pbx", "live")], berlin, words)).toBeNull();
  expect(feedWords(live, [source("pbx", "live"), source("b", "stale")], berlin, words)?.[0]).toBe(
    "No data from b since 10:42:17",
  );
  expect(feedWords(stale, [source("pbx", "stale")], berlin, words)?.[0]).toBe("No live data since 10:42:17");
  expect(staleWords(stale, [source("pbx", "stale")], true, berlin, words)?.[0]).toBe(
    "Figures as of 10:42:17, waiting for pbx",
  );
  const never = { ...stale, sinceMs: null };
  expect(staleWords(never, [source("pbx", "connecting")], false, berlin, words)?.[0]).toBe(
    "No figures yet, waiting for pbx",
  );
  expect(staleWords(never, [source("pbx", "connecting")], true, berlin, words)?.[0]).toBe(
    "Figures from before, waiting for pbx",
  );
  expect(staleWords({ ...stale, cause: "board" }, [source("pbx", "connecting")], false, berlin, words)[0]).toBe(
    "No figures yet, reconnecting to the server",
  );
  expect(feedWords({ ...stale, sinceMs: null }, [source("pbx", "syncing")], berlin, words)?.[0]).toBe("Connecting");
});

test("a board that is not there is named", () => {
  expect(refusalWords("nope", NO_SUCH_BOARD, words)).toBe("There is no board “nope”.");
  expect(refusalWords("main", "asked too often", words)).toBe("The board “main” is not shown: asked too often.");
});
