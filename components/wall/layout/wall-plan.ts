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
import { type Columns, fitColumns, type RowWidths } from "./columns";
import {
  type Arrangement,
  arrangementsOf,
  bandHeight,
  type BandPlan,
  divideBand,
  formOf,
  gapOf,
  type Slot,
} from "./hero-plan";
import { type PeoplePlan, type PeopleWidths, fitPeople } from "./people-plan";
import type { TileSize } from "./tile-width";

/** `lying` and `standing` screens hold one picture; in the `hand` it is a page that is read downwards. */
export type Shape = "lying" | "standing" | "hand";

export type TablePlan = Columns & {
  readonly stacked: boolean;
  readonly headPx: number;
  readonly rowPx: number;
  /** How many rows fit. */
  readonly places: number;
};

/** What stands where on the wall, and how large. All in px. */
export type WallPlan = SmallestLetters & {
  readonly plan: Plan;
  readonly shape: Shape;
  readonly innerPx: number;
  readonly sidePx: number;
  readonly edgePx: number;
  readonly topPx: number;
  readonly bands: readonly BandPlan[];
  readonly table: TablePlan;
  /** null: nobody is named, or there is no room. */
  readonly people: PeoplePlan | null;
  readonly footPx: number;
  readonly footLines: number;
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

/** Of the picture's short side: nothing stands nearer to its edge, also where the picture is shifted. */
const SAFE = 32 / 1080;
const SIDE = 56 / 1080;
/** Of a label. */
const TOP_LINE = 1.5;
const FOOT_LINE = 1.3;
const FOOT_PAD = 0.65;
const HEAD = 1.3;
const ROW = { least: 1.72, good: 2, most: 2.7 } as const;
const STACKED_ROW = { least: 3.15, good: 3.4, most: 4.2 } as const;
const FEW_QUEUES = 2;
/** Of the picture's short side. */
const LARGEST_MAIN = 0.24;
const LARGEST_MAIN_OF_FEW = 0.34;
/** Where there is room to spare, letters grow up to the size they have where nothing is said. */
const GROWTH = [1, 0.93, 0.86, 0.8, 0.74, 0.68, 0.62];

/** LE4, LE7: what is shown follows from how large it must be. */
export function planWall(input: WallPlanInput): WallPlan {
  const { picture, viewing } = input;
  const least = smallestLetters(picture, viewing);
  if (isInHand(picture)) return planHand(input, least);
  const unsaid = smallestLetters(picture, null);
  if (viewing === null || least.labelPx >= unsaid.labelPx) return planWith(input, least);
  // Near enough for small letters: they are used as far as something would otherwise be missing.
  const fullest = planWith(input, least);
  for (const share of GROWTH) {
    const labelPx = Math.round(unsaid.labelPx * share);
    if (labelPx <= least.labelPx) break;
    const factor = labelPx / least.labelPx;
    const letters = {
      labelPx,
      figurePx: Math.ceil(least.figurePx * factor),
      mainPx: Math.ceil(least.mainPx * factor),
    };
    const plan = planWith(input, letters);
    if (showsAsMuch(plan, fullest, input)) return plan;
  }
  return fullest;
}

function showsAsMuch(one: WallPlan, other: WallPlan, { queueCount }: WallPlanInput): boolean {
  const rowsOf = ({ table }: WallPlan): number => Math.min(queueCount, table.places);
  const tilesOf = ({ bands }: WallPlan): number => bands.reduce((sum, { tiles }) => sum + tiles.length, 0);
  const { table } = one;
  return (
    rowsOf(one) >= rowsOf(other) &&
    tilesOf(one) >= tilesOf(other) &&
    table.columns.length >= other.table.columns.length &&
    (table.agents !== "free" || other.table.agents === "free") &&
    (table.gaugePx > 0 || other.table.gaugePx === 0) &&
    (one.people?.places ?? 0) >= (other.people?.places ?? 0)
  );
}

type Frame = Pick<
  WallPlan,
  "shape" | "innerPx" | "sidePx" | "edgePx" | "topPx" | "footPx" | "footLines" | keyof SmallestLetters
>;

function frameOf({ widthPx, heightPx }: Picture, letters: SmallestLetters): Frame {
  const { labelPx } = letters;
  const short = Math.min(widthPx, heightPx);
  const standing = widthPx < heightPx;
  const edgePx = Math.ceil(short * SAFE);
  const sidePx = Math.round(Math.max(edgePx, short / labelPx > 16 ? short * SIDE : edgePx));
  const footLines = standing ? 2 : 1;
  return {
    ...letters,
    shape: standing ? "standing" : "lying",
    innerPx: widthPx - 2 * sidePx,
    sidePx,
    edgePx,
    topPx: Math.ceil(labelPx * (standing ? TOP_LINE + 1.2 : TOP_LINE)),
    footPx: Math.ceil((FOOT_LINE * footLines + FOOT_PAD) * labelPx + edgePx * 0.6),
    footLines,
  };
}

type Division = { readonly bands: readonly BandPlan[]; readonly heightPx: number };

/** The head in this arrangement with letters as small as they may be; null: something would not fit. */
function divide(input: WallPlanInput, frame: Frame, arrangement: Arrangement, mainPx: number): Division | null {
  const bands: BandPlan[] = [];
  for (const [index, slots] of arrangement.entries()) {
    const form = formOf(index, slots, input.figures);
    const size = sizeOf(form, index, mainPx, frame);
    const tiles = divideBand(slots, input.contents, size, frame, frame.innerPx);
    if (tiles === null) return null;
    bands.push({
      tiles,
      heightPx: bandHeight(form, size, frame.labelPx),
      gapPx: gapOf(frame.labelPx, frame.innerPx),
    });
  }
  return { bands, heightPx: bands.reduce((sum, { heightPx }) => sum + heightPx, 0) };
}

const sizeOf = (
  form: TileSize["form"],
  _index: number,
  mainPx: number,
  { plan }: Frame & { plan?: Plan },
): TileSize => ({
  form,
  mainPx,
  factLines: form === "beside" ? 2 : plan === "farthest" ? 1 : 1,
});

function planWith(input: WallPlanInput, letters: SmallestLetters): WallPlan {
  const { picture, queueCount, figures } = input;
  const plan = planOf(picture, letters.labelPx);
  const frame = frameOf(picture, letters);
  const standing = frame.shape === "standing";
  const oneLine = fitColumns(input.rows, letters, frame.innerPx, false);
  const stacks = standing && (oneLine.columns.length < 4 || oneLine.agents === "free");
  const forms = stacks ? [true, false] : [false];
  const freePx = picture.heightPx - frame.edgePx - frame.topPx - frame.footPx;
  let best: { readonly score: number; readonly division: Division; readonly stacked: boolean } | null = null;
  for (const arrangement of arrangementsOf(figures, standing)) {
    const division = divide(input, frame, arrangement, letters.mainPx);
    if (division === null) continue;
    for (const stacked of forms) {
      const places = Math.floor((freePx - division.heightPx - headOf(letters)) / rowOf(letters, stacked).least);
      const score = scoreOf(places, queueCount, division, stacked);
      if (best === null || score > best.score) best = { score, division, stacked };
    }
  }
  if (best === null) best = { score: 0, division: { bands: [], heightPx: 0 }, stacked: false };
  const columns = best.stacked ? fitColumns(input.rows, letters, frame.innerPx, true) : oneLine;
  return spread(input, frame, plan, best.division, columns, best.stacked, freePx);
}

const headOf = ({ labelPx }: SmallestLetters): number => Math.ceil(HEAD * labelPx);
function rowOf({ labelPx }: SmallestLetters, stacked: boolean): { least: number; good: number; most: number } {
  const { least, good, most } = stacked ? STACKED_ROW : ROW;
  return { least: Math.ceil(least * labelPx), good: good * labelPx, most: most * labelPx };
}

/** All queues on a page or two, then all figures at once, then whole rows. */
function scoreOf(places: number, queueCount: number, { bands }: Division, stacked: boolean): number {
  if (places < 1) return -100 + places;
  const pages = Math.ceil(Math.max(1, queueCount) / places);
  const slots = bands.flatMap(({ tiles }) => tiles);
  const turning = slots.filter(({ slot }) => slot.length > 1).length;
  const fewPages = pages === 1 ? 40 : pages === 2 ? 30 : 30 - Math.min(28, pages * 2);
  const enough = places >= Math.min(2, Math.max(1, queueCount)) ? 40 : 0;
  return enough + fewPages - turning * 8 + slots.length * 2 + (stacked ? 4 : 0);
}

/** Gives out the height that is left: to rows, to the people, to the figures of the head. */
function spread(
  input: WallPlanInput,
  frame: Frame,
  plan: Plan,
  division: Division,
  columns: Columns,
  stacked: boolean,
  freePx: number,
): WallPlan {
  const { queueCount, picture, contents } = input;
  const row = rowOf(frame, stacked);
  const headPx = headOf(frame);
  const placesLeast = Math.max(0, Math.floor((freePx - division.heightPx - headPx) / row.least));
  const shown = Math.max(1, Math.min(Math.max(1, queueCount), placesLeast));
  let left = Math.max(0, freePx - division.heightPx - headPx - shown * row.least);
  const people = input.people === null ? null : fitPeople(input.people, frame, frame.innerPx, left);
  left -= people?.heightPx ?? 0;
  const give = (wanted: number): number => {
    const given = Math.max(0, Math.min(left, wanted));
    left -= given;
    return given;
  };
  let rowPx = row.least + give(shown * (row.good - row.least)) / shown;
  const short = Math.min(picture.widthPx, picture.heightPx);
  const largest = short * (queueCount <= FEW_QUEUES && people === null ? LARGEST_MAIN_OF_FEW : LARGEST_MAIN);
  const bands = division.bands.map((band, index): BandPlan => {
    const [first] = band.tiles;
    if (first === undefined) return band;
    const most = index === 0 ? largest : frame.mainPx * (first.form === "over" ? 1.6 : 1.15);
    const grown = grow(band, contents, frame, Math.min(most, first.mainPx + left / 0.9));
    give(grown.heightPx - band.heightPx);
    return grown;
  });
  rowPx += give(shown * (row.most - rowPx)) / shown;
  // What is still left is air, evenly above and below figures.
  const air = left / (bands.length + 1);
  return {
    ...frame,
    plan,
    bands: bands.map((band) => ({ ...band, heightPx: Math.floor(band.heightPx + air) })),
    table: { ...columns, stacked, headPx, rowPx: Math.floor(rowPx), places: shown },
    people,
  };
}

/** The largest figures up to a size with which a band's tiles still fit. */
function grow(band: BandPlan, contents: WallPlanInput["contents"], frame: Frame, mostPx: number): BandPlan {
  const [first] = band.tiles;
  if (first === undefined) return band;
  const slots: readonly Slot[] = band.tiles.map(({ slot }) => slot);
  for (let mainPx = Math.floor(mostPx); mainPx > first.mainPx; mainPx -= Math.max(1, Math.floor(mainPx * 0.03))) {
    const size = { form: first.form, mainPx, factLines: first.factLines };
    const tiles = divideBand(slots, contents, size, frame, frame.innerPx);
    if (tiles !== null) return { ...band, tiles, heightPx: bandHeight(first.form, size, frame.labelPx) };
  }
  return band;
}

/** In the hand there is always room below: everything is there, one under the other. */
function planHand(input: WallPlanInput, letters: SmallestLetters): WallPlan {
  const { picture, figures } = input;
  const sidePx = 16;
  const frame: Frame = {
    ...letters,
    shape: "hand",
    innerPx: picture.widthPx - 2 * sidePx,
    sidePx,
    edgePx: 16,
    topPx: Math.ceil(letters.labelPx * 2.8),
    footPx: 0,
    footLines: 3,
  };
  const division = arrangementsOf(figures, true)
    .filter((arrangement) => arrangement.flat().every((slot) => slot.length === 1))
    .map((arrangement) => divide(input, frame, arrangement, letters.mainPx))
    .find((each) => each !== null) ??
    divide(
      input,
      frame,
      figures.map((figure) => [[figure]]),
      letters.mainPx,
    ) ?? { bands: [], heightPx: 0 };
  const columns = fitColumns(input.rows, letters, frame.innerPx, true);
  const people = input.people === null ? null : fitPeople(input.people, frame, frame.innerPx, Number.MAX_SAFE_INTEGER);
  return {
    ...frame,
    plan: planOf(picture, letters.labelPx),
    bands: division.bands,
    table: {
      ...columns,
      stacked: true,
      headPx: headOf(letters),
      rowPx: Math.ceil(letters.labelPx * 4),
      places: Number.MAX_SAFE_INTEGER,
    },
    people,
  };
}
