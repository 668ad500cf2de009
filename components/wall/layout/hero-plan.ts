import type { BoardFigure } from "../../../lib/config";
import type { SmallestLetters } from "../../../lib/legibility";
import type { TileContent } from "../hero/content";
import { type TileForm, type TileSize, tileWidths } from "./tile-width";

/** Figures that share a place take turns in it. */
export type Slot = readonly BoardFigure[];
/** The bands of the head from top to bottom, each with its places from left to right. */
export type Arrangement = readonly (readonly Slot[])[];

export type TilePlan = TileSize & { readonly slot: Slot; readonly widthPx: number };
export type BandPlan = {
  readonly tiles: readonly TilePlan[];
  readonly heightPx: number;
  readonly gapPx: number;
};

/** How the head of a board with these figures may be divided, the fullest first. */
export function arrangementsOf(figures: readonly BoardFigure[], standing: boolean): readonly Arrangement[] {
  const [lead, ...others] = figures;
  if (lead === undefined) return [[]];
  const kept = others.includes("waiting") ? "waiting" : others[0];
  if (kept === undefined) return [[[[lead]]]];
  const rest = others.filter((figure) => figure !== kept);
  const alone = rest.map((figure): Slot => [figure]);
  // The first figure comes round every second turn.
  const turning: Slot = rest.length === 0 ? [lead] : rest.flatMap((figure) => [lead, figure]);
  const last: readonly Arrangement[] = [[[turning, [kept]]], [[[lead, kept, ...rest]]]];
  if (rest.length === 0) return standing ? [[[[lead]], [[kept]]], ...last] : [[[[lead], [kept]]], ...last];
  if (!standing) {
    const one: Arrangement = [[[lead], [kept], rest]];
    return [...(rest.length > 1 ? [[[[lead], [kept]], alone]] : []), one, ...last];
  }
  const [first, ...more] = alone as [Slot, ...Slot[]];
  return [
    [[[lead]], [[kept], first], ...(more.length === 0 ? [] : [more])],
    [[[lead]], [[kept]], alone],
    ...(alone.length > 2 ? [[[[lead]], [[kept]], alone.slice(0, 2), alone.slice(2)]] : []),
    [[[lead], [kept]], alone],
    [[[lead]], [[kept], rest]],
    [[[lead]], [[kept]], [rest]],
    [[[lead], [kept]], [rest]],
    [[turning], [[kept]]],
    ...last,
  ];
}

/** Of labels: what a band takes above and below, its label and each line of facts, and the gap between tiles. */
export const BAND = { large: 0.62, small: 0.46, label: 1.2, fact: 1.2, gap: 1.15, tightGap: 0.7 } as const;
/** Of a figure's letters. */
export const FIGURE_LINE = 0.9;

export const formOf = (bandIndex: number, slots: readonly Slot[], figures: readonly BoardFigure[]): TileForm =>
  bandIndex === 0 || slots.some((slot) => slot.includes(figures[0] as BoardFigure)) || slots.length === 1
    ? "over"
    : "beside";

export function bandHeight(form: TileForm, size: Pick<TileSize, "mainPx" | "factLines">, labelPx: number): number {
  const { mainPx, factLines } = size;
  if (form === "over")
    return (BAND.large + BAND.label + factLines * BAND.fact) * labelPx + Math.ceil(mainPx * FIGURE_LINE);
  const body = Math.max(mainPx * FIGURE_LINE, factLines * BAND.fact * labelPx);
  return Math.ceil((BAND.small + BAND.label) * labelPx + body);
}

/**
 * Divides a band's width: each tile gets what it must have, then what it would like, and the first what is left.
 * @returns null: it does not fit
 */
export function divideBand(
  slots: readonly Slot[],
  contents: ReadonlyMap<BoardFigure, TileContent>,
  size: TileSize,
  letters: SmallestLetters,
  innerPx: number,
): readonly TilePlan[] | null {
  const widths = slots.map((slot) => {
    const each = slot.map((figure) => tileWidths(contents.get(figure) as TileContent, size, letters));
    return {
      minPx: Math.max(...each.map(({ minPx }) => minPx)),
      wantPx: Math.max(...each.map(({ wantPx }) => wantPx)),
    };
  });
  const gapsPx = (slots.length - 1) * gapOf(letters.labelPx, innerPx);
  let left = innerPx - gapsPx - widths.reduce((sum, { minPx }) => sum + minPx, 0);
  if (left < 0) return null;
  const given = widths.map(({ minPx, wantPx }) => {
    const more = Math.min(left, wantPx - minPx);
    left -= more;
    return minPx + more;
  });
  // What nobody needs goes to the first, whose day is drawn beside it; equals share it.
  const takers = size.form === "over" ? 1 : slots.length;
  return slots.map((slot, index) => ({
    ...size,
    slot,
    widthPx: Math.floor((given[index] as number) + (index < takers ? left / takers : 0)),
  }));
}

export const gapOf = (labelPx: number, innerPx: number): number =>
  Math.round((innerPx > 30 * labelPx ? BAND.gap : BAND.tightGap) * labelPx);
