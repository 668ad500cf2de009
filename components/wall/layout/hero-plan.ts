import type { BoardFigure } from "../../../lib/config";
import type { SmallestLetters } from "../../../lib/legibility";
import type { TileContent } from "../hero/content";
import type { Arrangement, Slot } from "./arrangements";
import { widestOf } from "./letter-widths";
import { numberPx, type TileSize, tileWidths, type TileWidths } from "./tile-width";

/** `full`: there is room for all it might say. */
export type TilePlan = TileSize & { readonly slot: Slot; readonly widthPx: number; readonly full: boolean };
export type BandPlan = {
  readonly tiles: readonly TilePlan[];
  readonly heightPx: number;
  readonly gapPx: number;
};
export type HeroPlan = { readonly bands: readonly BandPlan[]; readonly heightPx: number };

export type HeroInput = {
  readonly contents: ReadonlyMap<BoardFigure, TileContent>;
  readonly letters: SmallestLetters;
  readonly innerPx: number;
};

/** Of labels: what a band takes above and below, its label and its lines of facts. */
const BAND = { over: 0.5, beside: 0.46, label: 1.2, fact: 1.2, factBeside: 1.12 };
const GAP = { wide: 1.15, tight: 0.75 };
/** Of a figure's letters. */
const FIGURE_LINE = 0.95;
/** The day is drawn beside the first figure: labels of width that it should have, and keeps beside larger figures. */
const DAY = { least: 7.5, kept: 9 };

/**
 * The head in this arrangement, its letters as small as they may be.
 * @param facts whether figures say what they rest on
 * @returns null: something would not fit
 */
export function planHero(arrangement: Arrangement, facts: boolean, input: HeroInput): HeroPlan | null {
  const bands: BandPlan[] = [];
  for (const [index, slots] of arrangement.entries()) {
    const band = planBand(slots, index, facts, input);
    if (band === null) return null;
    bands.push(band);
  }
  return { bands, heightPx: bands.reduce((sum, { heightPx }) => sum + heightPx, 0) };
}

function planBand(slots: readonly Slot[], index: number, facts: boolean, input: HeroInput): BandPlan | null {
  const { mainPx } = input.letters;
  const beside: TileSize = { form: "beside", mainPx, factLines: 2 };
  const over: TileSize = { form: "over", mainPx, factLines: facts ? 1 : 0 };
  const forms = index > 0 && facts ? [beside, over] : [over];
  for (const size of forms) {
    const tiles = divideBand(slots, size, input);
    if (tiles !== null) return bandOf(tiles, size, input);
  }
  return null;
}

function bandOf(tiles: readonly TilePlan[], size: TileSize, { letters: { labelPx }, innerPx }: HeroInput): BandPlan {
  return { tiles, heightPx: bandHeight(size, labelPx), gapPx: gapOf(labelPx, innerPx) };
}

function bandHeight({ form, mainPx, factLines }: TileSize, labelPx: number): number {
  const figurePx = mainPx * FIGURE_LINE;
  if (form === "over") return Math.ceil((BAND.over + BAND.label + factLines * BAND.fact) * labelPx + figurePx);
  return Math.ceil((BAND.beside + BAND.label) * labelPx + Math.max(figurePx, factLines * BAND.factBeside * labelPx));
}

const gapOf = (labelPx: number, innerPx: number): number =>
  Math.round((innerPx > 30 * labelPx ? GAP.wide : GAP.tight) * labelPx);

/** The same band with the largest figures, up to a size and so much higher, with which its tiles still fit. */
export function growBand(band: BandPlan, mostPx: number, higherPx: number, input: HeroInput): BandPlan {
  const [first] = band.tiles;
  if (first === undefined) return band;
  const slots = band.tiles.map(({ slot }) => slot);
  const { form, factLines } = first;
  for (let mainPx = Math.floor(mostPx); mainPx > first.mainPx; mainPx = Math.floor(mainPx * 0.97)) {
    const size = { form, factLines, mainPx };
    const tiles = divideBand(slots, size, input);
    if (bandHeight(size, input.letters.labelPx) > band.heightPx + higherPx) continue;
    if (tiles === null || !saysAsMuch(tiles, band.tiles)) continue;
    if (
      roomBesideFigure(tiles, input) >= Math.min(DAY.kept * input.letters.labelPx, roomBesideFigure(band.tiles, input))
    )
      return bandOf(tiles, size, input);
  }
  return band;
}

/** What is left in the first tile beside its figure; where it is not the one with the day, it does not matter. */
function roomBesideFigure([first]: readonly TilePlan[], { contents, letters }: HeroInput): number {
  const figurePx = first === undefined ? null : dayFigurePx(first.slot[0], first, contents, letters);
  return first === undefined || figurePx === null ? 0 : first.widthPx - figurePx;
}

/** @returns null: not the figure beside which its day is drawn */
function dayFigurePx(
  figure: BoardFigure | undefined,
  { form, mainPx }: TileSize,
  contents: HeroInput["contents"],
  { labelPx }: SmallestLetters,
): number | null {
  const content = figure === "serviceLevel" && form === "over" ? contents.get(figure) : undefined;
  return content === undefined ? null : numberPx(widestOf(content.text, content.reserve), mainPx, labelPx);
}

/** Beside larger figures there would be less room for what they rest on. */
const saysAsMuch = (larger: readonly TilePlan[], before: readonly TilePlan[]): boolean =>
  larger.every((tile, index) => tile.full || before[index]?.full !== true);

/**
 * Divides a band's width: each tile gets what it must have, then what it would like, and the first what is left.
 * @returns null: it does not fit
 */
function divideBand(
  slots: readonly Slot[],
  size: TileSize,
  { contents, letters, innerPx }: HeroInput,
): readonly TilePlan[] | null {
  const widths = slots.map((slot): TileWidths => {
    const each = slot.map((figure) => tileWidths(contents.get(figure) as TileContent, size, letters));
    const widest = (of: keyof TileWidths): number => Math.max(...each.map((one) => one[of]));
    return { leastPx: widest("leastPx"), namedPx: widest("namedPx"), fullPx: widest("fullPx") };
  });
  const given = widths.map(({ leastPx }) => leastPx);
  const gapsPx = (slots.length - 1) * gapOf(letters.labelPx, innerPx);
  let left = innerPx - gapsPx - given.reduce((sum, px) => sum + px, 0);
  if (left < 0) return null;
  const give = (index: number, px: number): void => {
    const more = Math.max(0, Math.min(left, px - (given[index] ?? 0)));
    given[index] = (given[index] ?? 0) + more;
    left -= more;
  };
  for (const [index, { namedPx }] of widths.entries()) give(index, namedPx);
  const figurePx = dayFigurePx(slots[0]?.[0], size, contents, letters);
  if (figurePx !== null) give(0, figurePx + DAY.least * letters.labelPx);
  // Small wishes first: so most of them come true.
  const wishes = widths.map(({ fullPx }, index) => ({ index, fullPx, more: fullPx - (given[index] ?? 0) }));
  for (const { index, fullPx } of wishes.sort((a, b) => a.more - b.more)) give(index, fullPx);
  // What nobody needs goes to the first, whose day is drawn beside it; equals share it.
  const takers = size.form === "over" ? 1 : slots.length;
  return slots.map((slot, index) => ({
    ...size,
    slot,
    full: (given[index] ?? 0) >= (widths[index]?.fullPx ?? 0),
    widthPx: Math.floor((given[index] ?? 0) + (index < takers ? left / takers : 0)),
  }));
}
