import { expect, type Page } from "@playwright/test";
import type { Language } from "../lib/config";
import type { BoardSnapshot } from "../lib/metrics/snapshot-types";
import { createFormats, type Formats } from "../lib/words/formats";
import { until, type Pickup } from "./harness";

type Texts = Readonly<Record<string, string>>;

/** What a wall shows at one instant, as text. */
export type WallReading = {
  readonly revision: number;
  readonly stale: boolean;
  readonly clock: string;
  /** Width of the seconds mark: 1 to 60. */
  readonly secondMark: number;
  /** The figures above the queues, by name. */
  readonly figures: Texts;
  readonly queues: Readonly<Record<string, Texts>>;
};

/** Plain JavaScript of 2018, as text: it also runs in browsers that Playwright does not know. */
export const READ_WALL = `(function () {
  var wall = document.querySelector("main.wall[data-revision]");
  if (wall === null) return null;
  function clean(element) { return element.textContent.replace(/\\s+/g, " ").trim(); }
  function figuresIn(place) {
    var found = {};
    place.querySelectorAll("[data-figure]").forEach(function (element) {
      found[element.getAttribute("data-figure")] = clean(element);
    });
    return found;
  }
  var queues = {};
  wall.querySelectorAll("[data-queue]").forEach(function (row) {
    queues[row.getAttribute("data-queue")] = figuresIn(row);
  });
  return {
    revision: Number(wall.getAttribute("data-revision")),
    stale: wall.getAttribute("data-stale") === "true",
    clock: clean(wall.querySelector(".clock time")),
    secondMark: Number(wall.querySelector(".seconds-bar").getAttribute("width")),
    figures: figuresIn(wall.querySelector(".glance")),
    queues: queues,
  };
})()`;

/** @returns null: the board is not on the screen yet */
export async function readWall(page: Page): Promise<WallReading | null> {
  return page.evaluate<WallReading | null>(READ_WALL);
}

/** Waits for a reading that `isRight`. */
export async function awaitWall(
  page: Page,
  what: string,
  isRight: (wall: WallReading) => boolean,
  withinMs = 20_000,
): Promise<WallReading> {
  return until(
    what,
    async () => {
      const wall = await readWall(page);
      return wall !== null && isRight(wall) ? wall : null;
    },
    withinMs,
  );
}

/** The figures of a board as the wall must write them in its language; waiting times that tick are left out. */
function expectedTexts(board: BoardSnapshot): Pick<WallReading, "figures" | "queues"> {
  const { total, contacts, queues, look } = board;
  const { count, percent, duration } = spacesAsRead(look.language);
  const figures: Texts = {
    serviceLevel: percent(total.today.serviceLevelRatio),
    waiting: count(total.waiting),
    overdue: count(total.overdue),
    missed: count(contacts.missed),
    answerRate: percent(total.today.answerRateRatio),
    answered: count(total.today.answered),
    asa: duration(total.today.asaMs),
    waitMedian: duration(total.today.waitMedianMs),
    waitP90: duration(total.today.waitP90Ms),
  };
  const rows = queues.map((row): [string, Texts] => [
    row.queueId,
    {
      waiting: count(row.waiting),
      serviceLevel: percent(row.today.serviceLevelRatio),
      answered: count(row.today.answered),
      offered: count(row.today.offered),
      missed: count(row.today.missed),
    },
  ]);
  return { figures, queues: Object.fromEntries(rows) };
}

const oneSpace = (text: string): string => text.replace(/\s+/g, " ");

/** `READ_WALL` takes every space for the same. */
function spacesAsRead(language: Language): Pick<Formats, "count" | "percent" | "duration"> {
  const { count, percent, duration } = createFormats(language);
  return { count: (figure) => oneSpace(count(figure)), percent: (ratio) => oneSpace(percent(ratio)), duration };
}

/** Reads both until they stand at the same revision: then every figure must be the same. */
export async function expectWallEqualsSnapshot(page: Page, pickup: Pickup): Promise<void> {
  const [wall, board] = await until("wall and snapshot at the same revision", async () => {
    const [shown, asked] = await Promise.all([readWall(page), pickup.snapshot()]);
    return shown?.revision === asked.revision.number ? ([shown, asked] as const) : null;
  });
  const expected = expectedTexts(board);
  expect(wall.figures).toMatchObject(present(expected.figures, wall.figures));
  expect(Object.keys(wall.queues).toSorted()).toEqual(Object.keys(expected.queues).toSorted());
  for (const [queue, shown] of Object.entries(wall.queues))
    expect(shown).toMatchObject(shownOf(expected, queue, shown));
}

/** What a small picture leaves out, and what stands beside a figure only once there is one. */
const MAY_BE_LEFT_OUT: ReadonlySet<string> = new Set(["answered", "offered", "missed", "waitMedian", "waitP90"]);

const present = (expected: Texts, shown: Texts): Texts =>
  Object.fromEntries(Object.entries(expected).filter(([name]) => name in shown || !MAY_BE_LEFT_OUT.has(name)));

function shownOf({ queues }: Pick<WallReading, "queues">, queue: string, shown: Texts): Texts {
  return present(queues[queue] ?? {}, shown);
}

/** `1:05` or `1:02:03` in seconds; null where there is no time. */
export function secondsOf(text: string | undefined): number | null {
  if (text === undefined || !/^\d+(?::\d\d)+$/.test(text)) return null;
  return text.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
}
