import type { BoardFigure } from "../../../lib/config";

/** Figures that share a place take turns in it. */
export type Slot = readonly BoardFigure[];
/** The bands of the head from top to bottom, each with its places from left to right. */
export type Arrangement = readonly (readonly Slot[])[];

/**
 * How the head of a board with these figures may be divided, the fullest first. Who waits is always to be seen beside
 * the first; the others take turns where there is no room for all at once.
 */
export function arrangementsOf(figures: readonly BoardFigure[], standing: boolean): readonly Arrangement[] {
  const [lead, ...others] = figures;
  if (lead === undefined) return [[]];
  const kept = others.includes("waiting") ? "waiting" : others[0];
  if (kept === undefined) return [[[[lead]]]];
  const rest = others.filter((figure) => figure !== kept);
  const pair: Arrangement = [[[lead], [kept]]];
  if (rest.length === 0) return [...(standing ? [[[[lead]], [[kept]]]] : []), pair, [[[lead, kept]]]];
  const alone = rest.map((figure): Slot => [figure]);
  return [
    ...(standing ? standingOf([lead], [kept], alone, rest) : lyingOf([lead], [kept], alone, rest)),
    // The first comes round every second turn.
    [[rest.flatMap((figure) => [lead, figure]), [kept]]],
    pair,
    [[[lead, kept]]],
  ];
}

function lyingOf(lead: Slot, kept: Slot, alone: readonly Slot[], rest: Slot): readonly Arrangement[] {
  const one: Arrangement = [[lead, kept, rest]];
  return rest.length === 1 ? [one, [[lead, kept], alone]] : [[[lead, kept], alone], one];
}

function standingOf(lead: Slot, kept: Slot, alone: readonly Slot[], rest: Slot): readonly Arrangement[] {
  const [first, ...more] = alone as readonly [Slot, ...Slot[]];
  const below = more.length === 0 ? [] : [more];
  return [
    [[lead], [kept, first], ...below],
    [[lead, kept], alone],
    [[lead], [kept], alone],
    ...(alone.length > 2 ? [[[lead], [kept], alone.slice(0, 2), alone.slice(2)]] : []),
    [[lead], [kept, rest]],
    [[lead, kept], [rest]],
    [[lead], [kept], [rest]],
  ];
}
