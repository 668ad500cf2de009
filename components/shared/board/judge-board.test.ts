import { describe, expect, test } from "vitest";
import type { BoardLook, Thresholds } from "../../../lib/config";
import type { Judgement } from "../../../lib/metrics/judgement";
import { worstJudgement } from "../../../lib/metrics/judgement";
import type { BoardSnapshot, Figures, QueueRow, TargetView } from "../../../lib/metrics/snapshot-types";
import { sampleRow, sampleSnapshot } from "../../../lib/testing/board-samples";
import { queueId } from "../../../lib/vocabulary";
import { wallWords as words } from "../../../lib/words/en/wall/words";
import type { BoardState } from "../../board/board-state";
import { judgeTotal } from "../../supervise/queues/judge-rows";
import { contentsOf } from "../../wall/hero/contents";
import { viewOf } from "../../wall/tv/board-view";
import { conditionsOf } from "../../wall/words/condition";
import { cardState } from "../../way-in/card-state";
import { judgeBoard } from "./judge-board";
import { rankRows } from "./rank-rows";

const sample = sampleSnapshot("agree", 1);
const NOW = { wallMs: sample.asOfMs, steadyMs: 0 };
const limited = (target: TargetView, thresholds: Partial<Thresholds>): TargetView => ({
  ...target,
  thresholds: { ...target.thresholds, ...thresholds },
});

type Told = {
  readonly limits?: Partial<Thresholds>;
  readonly look?: Partial<BoardLook>;
  readonly today?: Partial<Figures>;
  readonly window?: Partial<Figures>;
  readonly queues?: readonly QueueRow[];
  readonly open?: boolean;
};

function boardWith({ limits = {}, look = {}, today = {}, window = {}, queues = [], open = true }: Told): BoardSnapshot {
  const waits = queues.flatMap(({ oldestOfferedAtMs }) => oldestOfferedAtMs ?? []);
  const total = {
    ...sample.total,
    waiting: queues.reduce((sum, { waiting }) => sum + waiting, 0),
    oldestOfferedAtMs: waits.length === 0 ? null : Math.min(...waits),
    target: limited(sample.total.target, limits),
    today: { ...sample.total.today, ...today },
    window: { ...sample.total.window, ...window },
  };
  return { ...sample, open, look: { ...sample.look, ...look }, queues, total };
}

/** What each screen makes of a board. */
function askedBy(snapshot: BoardSnapshot): Readonly<Record<"foot" | "view" | "card" | "hero" | "first", Judgement>> {
  const state = { snapshot, heardAt: NOW, aheadMs: 0 } as unknown as BoardState;
  const rows = rankRows(snapshot.queues, snapshot.asOfMs, null, true, snapshot.look.period);
  const judged = judgeBoard(snapshot, rows, true);
  const view = viewOf(snapshot.boardId, state, NOW);
  const contents = contentsOf({ snapshot, rows, judged, heard: true }, words);
  const card = cardState(state, NOW)?.worst;
  return {
    foot: conditionsOf(rows, snapshot, judged, words)[0]?.judgement ?? "ok",
    view: view.worst,
    card: card === undefined || card === "no-data" ? "none" : card,
    hero: worstJudgement(...[...contents.values()].map(({ judgement }) => judgement)),
    first: judgeTotal(snapshot, rows, true).worst,
  };
}
const all = (judgement: Judgement) => ({
  foot: judgement,
  view: judgement,
  card: judgement,
  hero: judgement,
  first: judgement,
});

const row = (name: string, waiting: number, waitMs: number, limits: Partial<Thresholds> = {}): QueueRow => {
  const plain = sampleRow(queueId(name), 100);
  const oldestOfferedAtMs = waiting === 0 ? null : sample.asOfMs - waitMs;
  return { ...plain, waiting, oldestOfferedAtMs, target: limited(plain.target, limits) };
};
const LOW: Partial<Figures> = { level: { met: 50, decided: 100 }, serviceLevelRatio: 0.5 };

describe("[BO4] head, foot, rotation, sound, the way in and the supervisor's first line say the same", () => {
  test("a calm board", () => {
    expect(askedBy(boardWith({ queues: [row("a", 1, 2_000)] }))).toEqual(all("ok"));
  });

  test("six queues with 2 callers each, and the site acts on ten", () => {
    const queues = ["a", "b", "c", "d", "e", "f"].map((name) => row(name, 2, 2_000));
    expect(askedBy(boardWith({ queues, limits: { waiting: { watch: 5, act: 10 } } }))).toEqual(all("act"));
    expect(askedBy(boardWith({ queues, limits: { waiting: { watch: 5, act: 13 } } }))).toEqual(all("watch"));
  });

  test("the answer rate of the site at act", () => {
    const today = { answered: 70, abandoned: 30, answerRateRatio: 0.7, answerRateBase: 100 };
    const limits = { answerRate: { watch: 900, act: 800 } };
    expect(askedBy(boardWith({ queues: [row("a", 0, 0)], today, limits }))).toEqual(all("act"));
    expect(askedBy(boardWith({ queues: [row("a", 0, 0)], today, limits, open: false })).view).toBe("ok");
  });

  test("a board of the last minutes is judged by them, not by the day", () => {
    const queues = [row("a", 0, 0)];
    expect(askedBy(boardWith({ queues, look: { period: "window" }, window: LOW }))).toEqual(all("act"));
    expect(askedBy(boardWith({ queues, look: { period: "window" }, today: LOW }))).toEqual(all("ok"));
    expect(askedBy(boardWith({ queues, window: LOW }))).toEqual(all("ok"));
  });

  test("a queue at act behind an older caller of a patient queue, with a tile for the longest wait and without", () => {
    const patient = row("a", 1, 90_000, { longestWait: { watch: 300_000, act: 600_000 } });
    const queues = [patient, row("b", 1, 61_000)];
    expect(askedBy(boardWith({ queues }))).toEqual(all("act"));
    expect(askedBy(boardWith({ queues, look: { figures: ["waiting", "longestWait"] } }))).toEqual(all("act"));
  });
});
