import { boardOfAll, type WindowMinutes } from "../config";
import { behindFigure } from "../desk/behind";
import { periodOf } from "../desk/contact-list";
import { LISTED_FIGURES, type ListedFigure } from "../desk/contact-types";
import type { VisitRecord } from "../desk/visit-record";
import { addCounts, emptyCounts } from "../metrics/counts";
import { type Fold, MINUTE_MS, queueFoldOf } from "../metrics/fold-state";
import { ratioOf, type ServiceLevel, serviceLevelOf } from "../metrics/service-level";
import { buildSnapshot } from "../metrics/snapshot";
import type { Figures } from "../metrics/snapshot-types";
import { MAIN_BOARD, type QueueId } from "../vocabulary";

/** Of each figure numerator and denominator, and the averages; shares as the board shows them. */
export type Sides = {
  readonly counts: Readonly<Record<ListedFigure, readonly [numerator: number, denominator: number]>>;
  readonly serviceLevelRatio: number | null;
  readonly asaMs: number | null;
  readonly talkMs: number | null;
};

export const PERIODS: readonly (WindowMinutes | null)[] = [null, 15, 30, 60];

/** What a queue's figures say, over the day (null) or the last so many minutes. */
export function sidesOfFigures(fold: Fold, queueId: QueueId, minutes: WindowMinutes | null): Sides {
  const figures = figuresOfQueue(fold, queueId, minutes);
  const { answered, missed, abandoned, overflowed, handled, answerRateBase, missedRateBase } = figures;
  const { met, decided } = levelOf(fold, queueId, minutes);
  return {
    counts: {
      serviceLevel: [met, decided],
      answerRate: [answered, answerRateBase],
      missedRate: [missed, missedRateBase],
      offered: [figures.offered, figures.offered],
      answered: [answered, answered],
      abandoned: [abandoned, abandoned],
      overflowed: [overflowed, overflowed],
      refused: [figures.refused, figures.refused],
      unknown: [figures.unknown, figures.unknown],
      missed: [missed, missed],
      speedOfAnswer: [answered, answered],
      handlingTime: [handled, handled],
      outOfHours: [figures.outOfHours, figures.outOfHours],
    },
    serviceLevelRatio: figures.serviceLevelRatio,
    asaMs: figures.asaMs,
    talkMs: figures.talkMs,
  };
}

function figuresOfQueue(fold: Fold, queueId: QueueId, minutes: WindowMinutes | null): Figures {
  const board = { ...boardOfAll(MAIN_BOARD, "All queues"), windowMinutes: minutes ?? 15 };
  const built = buildSnapshot(fold, { board, revision: { epoch: "test", number: 1 }, sources: [] }, null);
  const row = built.queues.find((one) => one.queueId === queueId);
  if (row === undefined) throw new Error(`there is no queue ${queueId}`);
  return minutes === null ? row.today : row.window;
}

/** From the minutes' cells: a board shows the ratio only. */
function levelOf(fold: Fold, queueId: QueueId, minutes: WindowMinutes | null): ServiceLevel {
  const { fromMs, toMs } = periodOf(fold, minutes);
  const counts = emptyCounts();
  for (const day of fold.days.values())
    for (const [minute, cell] of day.queues.get(queueId)?.cells ?? []) {
      if (minute * MINUTE_MS >= fromMs && minute * MINUTE_MS < toMs) addCounts(counts, cell.inHours);
    }
  return serviceLevelOf(counts, (queueFoldOf(fold, queueId)?.config.target ?? fold.site.target).formula);
}

/** What the visits behind a queue's figures add up to. */
export function sidesOfVisits(fold: Fold, queueId: QueueId, all: readonly VisitRecord[]): Sides {
  const target = queueFoldOf(fold, queueId)?.config.target ?? fold.site.target;
  const visits = all.filter((visit) => visit.queueId === queueId);
  const standing = (figure: ListedFigure) =>
    visits.map((visit) => ({ visit, ...behindFigure(figure, visit, target) })).filter(({ part }) => part !== "neither");
  const sidesOf = (figure: ListedFigure): readonly [number, number] => {
    const counted = standing(figure);
    return [counted.filter(({ part }) => part === "numerator").length, counted.length];
  };
  const average = (figure: ListedFigure, valueOf: (visit: VisitRecord) => number | null): number | null => {
    const values = standing(figure).map(({ visit }) => valueOf(visit) ?? Number.NaN);
    return ratioOf(
      values.reduce((sum, value) => sum + value, 0),
      values.length,
    );
  };
  const counts = Object.fromEntries(LISTED_FIGURES.map((figure) => [figure, sidesOf(figure)])) as Sides["counts"];
  return {
    counts,
    serviceLevelRatio: ratioOf(...counts.serviceLevel),
    asaMs: average("speedOfAnswer", ({ waitMs }) => waitMs),
    talkMs: average("handlingTime", ({ talkMs }) => talkMs),
  };
}
