import type { BoardSnapshot, Figures } from "../../lib/metrics/snapshot-types";
import { expectedFigures, type Bounds, type Truth } from "./truth";

/** One figure of one queue: what Pickup says, what it may be, and whether it is. */
export type Line = {
  readonly queue: string;
  readonly figure: string;
  readonly pickup: number | null;
  readonly bounds: Bounds | null;
  readonly right: boolean;
};

function named(figures: Figures): Readonly<Record<string, number | null>> {
  return {
    offered: figures.offered,
    answered: figures.answered,
    abandoned: figures.abandoned,
    "overflowed by timeout": figures.overflowedBy.timeout,
    "overflowed by key": figures.overflowedBy.key,
    "overflowed by empty": figures.overflowedBy.empty,
    "overflowed by withdrawn": figures.overflowedBy.withdrawn,
    "overflowed by transferred": figures.overflowedBy.transferred,
    "ring-no-answer": figures.ringNoAnswer,
    unknown: figures.unknown,
    waiting: figures.waiting,
    "short abandons": figures.shortAbandoned,
    met: figures.met,
    "speed of answer, ms": figures.asaMs,
    "wait of abandoned, ms": figures.abandonWaitMs,
    "longest wait, ms": figures.waitMaxMs,
    "talk, ms": figures.talkMs,
  };
}

function isWithin(value: number | null, bounds: Bounds | null): boolean {
  if (value === null || bounds === null) return value === null && bounds === null;
  return value >= bounds.least && value <= bounds.most;
}

function linesOf(queue: string, figures: Figures, truth: Truth, key: string | null): Line[] {
  const values = named(figures);
  return expectedFigures(truth, key).map(({ figure, bounds }) => {
    const pickup = values[figure] ?? null;
    return { queue, figure, pickup, bounds, right: isWithin(pickup, bounds) };
  });
}

/** CO3, per row. */
function conservation(queue: string, figures: Figures): Line {
  const parts = figures.answered + figures.abandoned + figures.overflowed + figures.unknown + figures.waiting;
  const bounds = { least: figures.offered, most: figures.offered };
  return { queue, figure: "sum of outcomes", pickup: parts, bounds, right: parts === figures.offered };
}

/** Every figure of every queue of the log, then of the total, against what the log says. */
export function compareWithTruth(snapshot: BoardSnapshot, truth: Truth): readonly Line[] {
  const queues = Object.keys(truth.queues).flatMap((name) => {
    const row = snapshot.queues.find((candidate) => candidate.queueId === name);
    if (!row) return [{ queue: name, figure: "row", pickup: null, bounds: { least: 1, most: 1 }, right: false }];
    return [...linesOf(name, row.today, truth, name), conservation(name, row.today)];
  });
  const { today } = snapshot.total;
  return [...queues, ...linesOf("total", today, truth, null), conservation("total", today)];
}

const round = (value: number | null): string => (value === null ? "–" : String(Math.round(value)));

function boundsText(bounds: Bounds | null): string {
  if (bounds === null) return "–";
  return bounds.least === bounds.most ? round(bounds.least) : `${round(bounds.least)} to ${round(bounds.most)}`;
}

/** A table with a row a figure and a column a queue: `Pickup (log)` where they may differ, one number where they agree. */
export function markdownTable(lines: readonly Line[]): string {
  const queues = [...new Set(lines.map((line) => line.queue))];
  const figures = [...new Set(lines.map((line) => line.figure))];
  const cell = (queue: string, figure: string): string => {
    const line = lines.find((candidate) => candidate.queue === queue && candidate.figure === figure);
    if (!line) return "";
    const value = round(line.pickup);
    const expected = boundsText(line.bounds);
    return `${line.right ? "" : "**wrong** "}${value}${value === expected ? "" : ` (${expected})`}`;
  };
  const rows = figures.map((figure) => `| ${[figure, ...queues.map((queue) => cell(queue, figure))].join(" | ")} |`);
  return [`| figure | ${queues.join(" | ")} |`, `|---|${"---:|".repeat(queues.length)}`, ...rows].join("\n");
}
