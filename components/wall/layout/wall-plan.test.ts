import { describe, expect, test } from "vitest";
import { type BoardFigure, DEFAULT_LOOK, type Language } from "../../../lib/config";
import { fontSizeFor, type Picture } from "../../../lib/legibility";
import type { BoardSnapshot } from "../../../lib/metrics/snapshot-types";
import { sampleRow, sampleSnapshot } from "../../../lib/testing/board-samples";
import { queueId } from "../../../lib/vocabulary";
import { LANGUAGES } from "../../../lib/words/language";
import { loadWallWords, type WallLexicon } from "../../../lib/words/load/wall";
import { contentsOf } from "../hero/contents";
import { judgeBoard } from "../../shared/board/judge-board";
import { rankRows } from "../../shared/board/rank-rows";
import { peopleWidthsOf, rowWidthsOf } from "./row-widths";
import { planWall, type WallPlan } from "./wall-plan";

const HD: Picture = { widthPx: 1920, heightPx: 1080 };
const PICTURES: readonly Picture[] = [
  HD,
  { widthPx: 1280, heightPx: 720 },
  { widthPx: 3840, heightPx: 2160 },
  { widthPx: 1920, heightPx: 1200 },
  { widthPx: 1024, heightPx: 768 },
  { widthPx: 2560, heightPx: 1080 },
  { widthPx: 1080, heightPx: 1920 },
  { widthPx: 390, heightPx: 844 },
];

type Scene = {
  readonly queues?: number;
  readonly name?: string;
  readonly figures?: readonly BoardFigure[];
  readonly people?: number;
  readonly waiting?: number;
  readonly waitMs?: number;
  readonly offered?: number;
};

function boardOf({ queues = 4, name = "Support", figures, people = 0, waiting = 0, waitMs = 0, offered = 100 }: Scene) {
  const board = sampleSnapshot("layout", 1);
  const oldestOfferedAtMs = waiting === 0 ? null : board.asOfMs - waitMs;
  const rows = Array.from({ length: queues }, (_, index) => ({
    ...sampleRow(queueId(`q${index}`), offered),
    name: `${name} ${index}`,
    waiting,
    oldestOfferedAtMs,
  }));
  const person = { name: "Anna Kowalczyk", state: "on-contact", reason: null, sinceAtMs: board.asOfMs } as const;
  return {
    ...board,
    look: { ...DEFAULT_LOOK, figures: figures ?? DEFAULT_LOOK.figures },
    queues: rows,
    total: { ...board.total, waiting: waiting * queues, oldestOfferedAtMs },
    people: Object.fromEntries(Array.from({ length: people }, (_, index) => [`a${index}`, person])),
  } as BoardSnapshot;
}

function planOf(
  scene: Scene,
  picture: Picture,
  at: readonly [inches: number, metres: number] | null,
  words: WallLexicon,
) {
  const board = boardOf(scene);
  const rows = rankRows(board.queues, board.asOfMs, null, true, "today");
  const contents = contentsOf({ snapshot: board, rows, heard: true, judged: judgeBoard(board, rows, true) }, words);
  return planWall({
    picture,
    viewing: at === null ? null : { screenInches: at[0], distanceMetres: at[1] },
    figures: board.look.figures,
    contents,
    queueCount: board.queues.length,
    rows: rowWidthsOf(board.queues, scene.waitMs ?? 0, words),
    people: peopleWidthsOf(board.people, words),
  });
}

const english = await loadWallWords.en();
const slotsOf = ({ bands }: WallPlan): readonly (readonly BoardFigure[])[] =>
  bands.flatMap(({ tiles }) => tiles.map(({ slot }) => slot));
const columnsOf = ({ table }: WallPlan): readonly string[] => table.columns.map(({ key }) => key);

test("[LE4] where nothing is said, four queues and five figures are all there at once", () => {
  const plan = planOf({}, HD, null, english);
  expect(plan).toMatchObject({ plan: "middle", shape: "lying", table: { places: 4 } });
  expect(slotsOf(plan)).toEqual([["serviceLevel"], ["waiting"], ["missed"], ["answerRate"], ["speedOfAnswer"]]);
  expect(columnsOf(plan)).toEqual(expect.arrayContaining(["waiting", "longestWait", "serviceLevel", "answered"]));
});

test("[LE4] 8 m from a 55 inch screen who waits and the level stay, the others take turns beside them", () => {
  const plan = planOf({}, HD, [55, 8], english);
  expect(slotsOf(plan)).toEqual([["serviceLevel"], ["waiting"], ["missed", "answerRate", "speedOfAnswer"]]);
  expect(columnsOf(plan).slice(0, 3)).toEqual(["waiting", "longestWait", "serviceLevel"]);
  expect(plan.table.places).toBe(2);
});

test("[LE4] 10 m away there is still a row, and who waits; the level comes round every second turn", () => {
  const plan = planOf({}, HD, [55, 10], english);
  expect(plan.plan).toBe("farthest");
  expect(slotsOf(plan)[0]?.filter((_, turn) => turn % 2 === 0)).toEqual([
    "serviceLevel",
    "serviceLevel",
    "serviceLevel",
  ]);
  expect(slotsOf(plan)[1]).toEqual(["waiting"]);
  expect(plan.table.places).toBe(1);
});

test("[LE3] near a large screen letters grow as far as nothing is left out", () => {
  const few = planOf({ queues: 4 }, HD, [75, 3], english);
  const many = planOf({ queues: 20 }, HD, [75, 3], english);
  expect(few.labelPx).toBeGreaterThan(many.labelPx);
  expect(many.labelPx).toBeGreaterThanOrEqual(fontSizeFor(16, HD, { screenInches: 75, distanceMetres: 3 }));
  expect(many.table.places).toBe(20);
  expect(columnsOf(few)).toHaveLength(6);
});

test("[LE6] in the hand all rows stand one under the other", () => {
  const plan = planOf({ queues: 60 }, { widthPx: 390, heightPx: 844 }, [55, 8], english);
  expect(plan).toMatchObject({ shape: "hand", labelPx: 15 });
  expect(plan.table.places).toBeGreaterThanOrEqual(60);
});

test("people get a strip below few queues, and none where there is no room for a line of them", () => {
  expect(planOf({ queues: 2, people: 14 }, HD, null, english).people?.places).toBeGreaterThanOrEqual(8);
  expect(planOf({ queues: 2, people: 14 }, HD, [55, 10], english).people).toBeNull();
});

const SCENES: readonly Scene[] = [
  {},
  { queues: 0 },
  { queues: 1 },
  { queues: 60, waiting: 3, waitMs: 75_000 },
  { queues: 3, offered: 34_567, waiting: 1_204, waitMs: 3_723_000 },
  { queues: 4, name: "Kundenservice Vertragsverlängerung Süddeutschland" },
  { queues: 2, people: 14 },
  { figures: ["waiting", "longestWait", "agents", "abandoned", "handlingTime"], waiting: 12, waitMs: 754_000 },
  { figures: ["serviceLevel"] },
  { figures: ["agents", "waiting"] },
];
const PLACES = [null, [43, 3], [43, 10], [55, 5], [55, 8], [75, 3], [75, 10], [24, 30]] as const;

describe.each(LANGUAGES)("in %s", (language: Language) => {
  test("[LE4] nothing is wider or higher than the picture, whatever it shows", async () => {
    const words = await loadWallWords[language]();
    for (const picture of PICTURES)
      for (const at of PLACES)
        for (const scene of SCENES)
          expect([picture, at, scene, overshootOf(planOf(scene, picture, at, words), picture)]).toEqual([
            picture,
            at,
            scene,
            [],
          ]);
  });
});

/** What of a plan is larger than its picture, or smaller than it may be. */
function overshootOf(plan: WallPlan, { heightPx }: Picture): readonly string[] {
  const { bands, table, people, innerPx, edgePx, topPx, footPx, shape } = plan;
  const widths = bands.map(({ tiles, gapPx }) =>
    tiles.reduce((sum, { widthPx }) => sum + widthPx, (tiles.length - 1) * gapPx),
  );
  const { columns, namePx, gapPx, stacked, rowPx, headPx, places } = table;
  const columnsPx = columns.reduce((sum, { widthPx }) => sum + widthPx, 0);
  const tablePx = columnsPx + (stacked ? 0 : namePx) + (columns.length - (stacked ? 1 : 0)) * gapPx;
  const smallest = Math.min(...bands.flatMap(({ tiles }) => tiles.map(({ mainPx }) => mainPx)));
  const heroPx = bands.reduce((sum, band) => sum + band.heightPx, 0);
  const allPx = edgePx + topPx + heroPx + headPx + places * rowPx + (people?.heightPx ?? 0) + footPx;
  return [
    ...widths.filter((px) => px > innerPx).map((px) => `head ${px} of ${innerPx} px wide`),
    ...(tablePx > innerPx ? [`rows ${tablePx} of ${innerPx} px wide`] : []),
    ...(smallest < plan.mainPx ? [`a figure of ${smallest} px`] : []),
    ...(shape !== "hand" && allPx > heightPx ? [`${allPx} of ${heightPx} px high`] : []),
  ];
}
