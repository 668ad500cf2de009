import type { BoardFigure, Viewing } from "../../../lib/config";
import {
  isInHand,
  type Picture,
  type Plan,
  planOf,
  type SmallestLetters,
  smallestLetters,
} from "../../../lib/legibility";
import type { TileContent } from "../hero/content";
import { arrangementsOf } from "./arrangements";
import { type Columns, fitColumns, type RowWidths } from "./columns";
import { type FramePlan, handFrame, planFrame } from "./frame-plan";
import { type BandPlan, growBand, type HeroPlan, planHero } from "./hero-plan";
import { fitPeople, type PeoplePlan, type PeopleWidths } from "./people-plan";

export type TablePlan = Columns & {
  readonly stacked: boolean;
  /** 0: columns are not named. */
  readonly headPx: number;
  readonly rowPx: number;
  /** How many rows fit. */
  readonly places: number;
};

/** What stands where on the wall, and how large. All in px. */
export type WallPlan = FramePlan & {
  readonly plan: Plan;
  readonly bands: readonly BandPlan[];
  readonly table: TablePlan;
  /** null: nobody is named, or there is no room. */
  readonly people: PeoplePlan | null;
};

export type WallPlanInput = {
  readonly picture: Picture;
  readonly viewing: Viewing | null;
  readonly figures: readonly BoardFigure[];
  readonly contents: ReadonlyMap<BoardFigure, TileContent>;
  readonly queueCount: number;
  readonly rows: RowWidths;
  /** null: nobody is named. */
  readonly people: PeopleWidths | null;
};

/** Of a label. */
const HEAD = 1.3;
const ROW = { least: 1.62, good: 1.74, most: 2.5 };
const STACKED_ROW = { least: 3.05, good: 3.3, most: 4 };
const HAND_ROW = 4;
/** Who waits, how long, and the level. */
const ESSENTIAL_COLUMNS = 3;
const FEW_QUEUES = 2;
/** Of a label. */
const LEAD = 2.6;
/** Of the picture's short side. */
const LARGEST_MAIN = 0.22;
const LARGEST_MAIN_OF_FEW = 0.32;
/** Of the least size. */
const LARGEST_SECOND = 1.5;
/** Where there is room to spare, letters grow up to the size they have where nothing is said. */
const GROWTH = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64];

/** LE3, LE4: what is shown follows from how large it must be. */
export function planWall(input: WallPlanInput): WallPlan {
  const { picture, viewing } = input;
  const least = smallestLetters(picture, viewing);
  if (isInHand(picture)) return planHand(input, least);
  const unsaid = smallestLetters(picture, null);
  const fullest = planWith(input, least);
  if (viewing === null) return fullest;
  // Near enough for small letters: they are used as far as something would otherwise be missing.
  for (const share of GROWTH) {
    const factor = (unsaid.labelPx * share) / least.labelPx;
    if (factor <= 1) break;
    const grown = planWith(input, {
      labelPx: Math.ceil(least.labelPx * factor),
      figurePx: Math.ceil(least.figurePx * factor),
      mainPx: Math.ceil(least.mainPx * factor),
    });
    if (showsAsMuch(grown, fullest, input)) return grown;
  }
  return fullest;
}

function showsAsMuch(one: WallPlan, other: WallPlan, { queueCount }: WallPlanInput): boolean {
  const amounts = ({ table, bands, people }: WallPlan): readonly number[] => [
    Math.min(queueCount, table.places),
    bands.reduce((sum, { tiles }) => sum + tiles.length, 0),
    table.columns.length,
    table.agents === "free" ? 0 : 1,
    table.gaugePx > 0 ? 1 : 0,
    people?.places ?? 0,
  ];
  const most = amounts(other);
  return amounts(one).every((amount, index) => amount >= (most[index] ?? 0));
}

/** One way to divide the picture. */
type Division = {
  readonly hero: HeroPlan;
  readonly columns: Columns;
  readonly stacked: boolean;
  readonly headed: boolean;
  /** Rows on a page. */
  readonly places: number;
  /** People on a page. */
  readonly named: number;
  /** The fullest arrangement is the first. */
  readonly order: number;
};

function planWith(input: WallPlanInput, letters: SmallestLetters): WallPlan {
  const frame = planFrame(input.picture, letters);
  const divisions = divisionsOf(input, frame);
  const best = divisions.reduce<Division | null>(
    (found, each) => (found === null || scoreOf(each, input) > scoreOf(found, input) ? each : found),
    null,
  );
  if (best !== null) return spread(input, frame, best);
  // No room beside the smallest head: rows say the most.
  const { rows } = input;
  const columns = fitColumns({ rows, letters: frame, innerPx: frame.innerPx, stacked: false, headed: false });
  const hero: HeroPlan = { bands: [], heightPx: 0 };
  return spread(input, frame, { hero, columns, stacked: false, headed: false, places: 1, named: 0, order: 0 });
}

const freeOf = ({ heightPx }: Picture, { edgePx, topPx, footPx }: FramePlan): number =>
  heightPx - edgePx - topPx - footPx;

const headOf = ({ labelPx }: FramePlan, headed: boolean): number => (headed ? Math.ceil(HEAD * labelPx) : 0);

/** With what a room needs least left out only where there is no room for a single row: the columns' names, the facts. */
function divisionsOf(input: WallPlanInput, frame: FramePlan): readonly Division[] {
  const { picture, figures, contents, rows } = input;
  const { innerPx, labelPx, shape } = frame;
  const free = freeOf(picture, frame);
  const standing = shape === "standing";
  const columnsOf = (stacked: boolean, headed: boolean): Columns =>
    fitColumns({ rows, letters: frame, innerPx, stacked, headed });
  for (const facts of [true, false]) {
    const forms = (standing ? [true, false] : [false]).flatMap((stacked) =>
      [true, false].map((headed) => ({ stacked, headed, columns: columnsOf(stacked, headed) })),
    );
    const divisions = arrangementsOf(figures, standing).flatMap((arrangement, order) => {
      const hero = planHero(arrangement, facts, { contents, letters: frame, innerPx });
      if (hero === null) return [];
      return forms.map((form): Division => {
        const room = free - hero.heightPx - headOf(frame, form.headed);
        const rowPx = Math.ceil((form.stacked ? STACKED_ROW : ROW).least * labelPx);
        const places = Math.min(Math.floor(room / rowPx), Math.max(1, input.queueCount));
        const people = input.people === null ? null : fitPeople(input.people, frame, innerPx, room - places * rowPx);
        return { ...form, hero, places, order, named: people?.places ?? 0 };
      });
    });
    const fitting = divisions.filter(({ places }) => places > 0);
    if (fitting.length > 0) return fitting;
  }
  return [];
}

/** All queues on a page or two, all figures at once, what a row must say, the people, then more of each. */
function scoreOf(division: Division, { queueCount, people }: WallPlanInput): number {
  const { hero, places, columns, headed, named, order } = division;
  const pages = Math.ceil(Math.max(1, queueCount) / places);
  const tiles = hero.bands.flatMap((band) => band.tiles);
  const figures = new Set(tiles.flatMap(({ slot }) => slot)).size;
  const turning = tiles.filter(({ slot }) => slot.length > 1).length;
  const essential = Math.min(ESSENTIAL_COLUMNS, columns.columns.length);
  const rows = 40 - 10 * Math.log2(pages) + 3 * places + (places >= Math.min(2, queueCount) ? 40 : 0);
  const head = 3 * figures + 2 * tiles.length - 4 * turning - order;
  const table = 16 * essential + columns.columns.length + (columns.agents === "free" ? 0 : 1) - (headed ? 0 : 15);
  return rows + head + table + (people === null ? 0 : 30 * Math.min(1, named / people.count));
}

/** Gives out the height that is left: to rows, to the people, to the figures of the head. */
function spread(input: WallPlanInput, frame: FramePlan, { hero, columns, stacked, headed }: Division): WallPlan {
  const { queueCount, picture, contents } = input;
  const { labelPx, mainPx, innerPx } = frame;
  const row = stacked ? STACKED_ROW : ROW;
  const headPx = headOf(frame, headed);
  const leastPx = Math.ceil(row.least * labelPx);
  const room = freeOf(picture, frame) - hero.heightPx - headPx;
  const places = Math.max(1, Math.min(Math.max(1, queueCount), Math.floor(room / leastPx)));
  let left = Math.max(0, room - places * leastPx);
  const give = (px: number): number => {
    const given = Math.max(0, Math.min(left, px));
    left -= given;
    return given;
  };
  const people = input.people === null ? null : fitPeople(input.people, frame, innerPx, left);
  give(people?.heightPx ?? 0);
  const heroInput = { contents, letters: frame, innerPx };
  const grow = (band: BandPlan, mostPx: number): BandPlan => {
    const grown = growBand(band, mostPx, left, heroInput);
    give(grown.heightPx - band.heightPx);
    return grown;
  };
  // The first figure is the first to be seen: it grows before anything else.
  const [lead, ...others] = hero.bands;
  const seen = lead === undefined ? others : [grow(lead, LEAD * labelPx), ...others];
  let rowPx = leastPx + give(places * (row.good * labelPx - leastPx)) / places;
  const few = queueCount <= FEW_QUEUES && people === null;
  const shortPx = Math.min(picture.widthPx, picture.heightPx);
  const largest = shortPx * (few ? LARGEST_MAIN_OF_FEW : LARGEST_MAIN);
  const bands = seen.map((band, index) => grow(band, index === 0 ? largest : mainPx * LARGEST_SECOND));
  rowPx += give(places * (row.most * labelPx - rowPx)) / places;
  // What is still left is air, evenly above and below figures.
  const air = left / Math.max(1, bands.length);
  return {
    ...frame,
    plan: planOf(picture, labelPx),
    bands: bands.map((band) => ({ ...band, heightPx: Math.floor(band.heightPx + air) })),
    table: {
      ...columns,
      stacked,
      headPx,
      rowPx: Math.floor(rowPx),
      places,
    },
    people,
  };
}

/** In the hand everything is there, one under the other. */
function planHand(input: WallPlanInput, letters: SmallestLetters): WallPlan {
  const { picture, figures, contents, rows } = input;
  const frame = handFrame(picture, letters);
  const { innerPx, labelPx } = frame;
  const heroOf = (arrangement: ReturnType<typeof arrangementsOf>[number]): HeroPlan | null =>
    planHero(arrangement, true, { contents, letters: frame, innerPx });
  const hero = arrangementsOf(figures, true)
    .filter((arrangement) => arrangement.flat().length === figures.length)
    .map(heroOf)
    .find((each) => each !== null);
  const oneByOne = (): HeroPlan => heroOf(figures.map((figure) => [[figure]])) ?? { bands: [], heightPx: 0 };
  return {
    ...frame,
    plan: planOf(picture, labelPx),
    bands: (hero ?? oneByOne()).bands,
    table: {
      ...fitColumns({ rows, letters: frame, innerPx, stacked: true, headed: true }),
      stacked: true,
      headPx: headOf(frame, true),
      rowPx: Math.ceil(labelPx * HAND_ROW),
      places: Number.MAX_SAFE_INTEGER,
    },
    people: input.people === null ? null : fitPeople(input.people, frame, innerPx, Number.MAX_SAFE_INTEGER),
  };
}
