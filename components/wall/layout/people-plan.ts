import type { SmallestLetters } from "../../../lib/legibility";

/** The strip of people: so many in a line, in so many lines. */
export type PeoplePlan = {
  readonly perLine: number;
  readonly places: number;
  readonly linePx: number;
  readonly heightPx: number;
};
export type PeopleWidths = {
  readonly count: number;
  /** The widest of what one does with since when, in ems of a label. */
  readonly doesEm: number;
  /** The longest name, in ems. */
  readonly nameEm: number;
};

/** Of a label: a person's two lines with air, glyph and gap, the gap between people, the least of a name. */
const LINE = 2.75;
const GLYPH_EM = 1.4;
const GAP_EM = 1.1;
const NAME_LEAST_EM = 6;

/**
 * As many people as there is room for, evenly spread.
 * @param freePx height there is
 * @returns null: not even one line fits
 */
export function fitPeople(
  { count, doesEm, nameEm }: PeopleWidths,
  { labelPx }: SmallestLetters,
  innerPx: number,
  freePx: number,
): PeoplePlan | null {
  if (count === 0) return null;
  const personPx = (GLYPH_EM + Math.max(doesEm, Math.min(nameEm, NAME_LEAST_EM))) * labelPx;
  const gapPx = GAP_EM * labelPx;
  const most = Math.max(1, Math.floor((innerPx + gapPx) / (personPx + gapPx)));
  const linePx = Math.ceil(LINE * labelPx);
  const lines = Math.min(Math.ceil(count / most), Math.floor(freePx / linePx));
  if (lines < 1) return null;
  // As many in each line as it takes, rather than a last line of one.
  const perLine = Math.min(most, Math.max(Math.ceil(count / lines), Math.min(most, 3)));
  return { perLine, places: lines * perLine, linePx, heightPx: lines * linePx };
}
