import type { SmallestLetters } from "../../../lib/legibility";
import { type Told, textOf } from "../hero/told";
import type { TileContent } from "../hero/content";
import { textEm, widestOf } from "./letter-widths";

/** `over`: facts stand under the figure; `beside`: to its right. */
export type TileForm = "over" | "beside";

export type TileSize = {
  readonly form: TileForm;
  /** Letters of the figure. */
  readonly mainPx: number;
  /** Lines of facts there are at most. */
  readonly factLines: number;
};
type Letters = Pick<SmallestLetters, "labelPx" | "figurePx">;

/** Of a figure's letters: its unit, and what stands between a figure and its facts. */
const UNIT_EM = 0.44;
const GAP_EM = 0.5;
/** Of a label: mark and gap, and the gap before the mark. */
const MARK_EM = 1.75;
const STATE_WORD_EM = 4.6;
/** Words of states are set apart. */
const STATE_SPACED = 1.12;
const DOT_EM = textEm(" · ");
/** A companion stands beside figures of at least so many labels. */
const COMPANION_FROM = 2.75;
const COMPANION_SIZE = 0.52;

const UNIT = /^(.*\d)\s*(\D+)$/;

/** Units are smaller than their numbers, and never smaller than labels. */
export const unitPx = (mainPx: number, labelPx: number): number => Math.max(Math.round(mainPx * UNIT_EM), labelPx);

export function numberPx(text: string, mainPx: number, labelPx: number): number {
  const [, number = text, unit = ""] = UNIT.exec(text) ?? [];
  return textEm(number) * mainPx + textEm(unit) * unitPx(mainPx, labelPx);
}

export const hasCompanion = ({ companion }: TileContent, { form, mainPx }: TileSize, { labelPx }: Letters): boolean =>
  companion !== null && form === "over" && mainPx >= COMPANION_FROM * labelPx;

export const companionPx = ({ mainPx }: TileSize, { figurePx }: Letters): number =>
  Math.max(figurePx, Math.floor(mainPx * COMPANION_SIZE));

/** What the facts of a tile are; the companion's own is left out where it stands by itself. */
export const factsOf = (content: TileContent, size: TileSize, letters: Letters): TileContent["facts"] =>
  hasCompanion(content, size, letters) ? content.facts.slice(1) : content.facts;

/** Figures in a sentence are figures, names are words. */
export function toldPx(told: Told, { labelPx, figurePx }: Letters): number {
  const figures = told.tone === "name" ? [] : Object.values(told.values);
  const figuresEm = figures.reduce((sum, figure) => sum + textEm(figure), 0);
  return textEm(textOf(told)) * labelPx + figuresEm * (figurePx - labelPx);
}

/** The width of the figure with what stands in its line. */
function bodyPx(content: TileContent, size: TileSize, letters: Letters): number {
  const number = numberPx(widestOf(content.text, content.reserve), size.mainPx, letters.labelPx);
  if (!hasCompanion(content, size, letters) || content.companion === null) return number;
  const { label, text } = content.companion;
  const figure = textEm(widestOf(text, "0:00")) * companionPx(size, letters);
  return number + GAP_EM * letters.labelPx * 1.4 + Math.max(figure, textEm(label) * letters.labelPx);
}

/** Widths of a tile: in which it says what it must, in which it is called by its name, in which it says all. */
export type TileWidths = { readonly leastPx: number; readonly namedPx: number; readonly fullPx: number };

export function tileWidths(content: TileContent, size: TileSize, letters: Letters): TileWidths {
  const { labelPx } = letters;
  const facts = factsOf(content, size, letters);
  const body = bodyPx(content, size, letters);
  const mark = content.judged ? MARK_EM : 0;
  const labels = content.labels.map((label) => (textEm(label) + mark) * labelPx);
  const fullest = facts.map((wordings) => toldPx(wordings[0] as Told, letters));
  const first = Math.min(...(facts[0] ?? []).map((told) => toldPx(told, letters)));
  const atLeast = size.factLines === 0 || facts.length === 0 ? 0 : first;
  const widest = size.factLines === 0 ? 0 : Math.max(0, ...fullest);
  const joined = fullest.reduce((sum, each) => sum + each + DOT_EM * labelPx, -DOT_EM * labelPx);
  const beside = (px: number): number => body + (px === 0 ? 0 : GAP_EM * labelPx + px);
  const least = size.form === "beside" ? beside(atLeast) : Math.max(body, atLeast);
  const full = size.form === "beside" ? beside(widest) : Math.max(body, size.factLines === 1 ? joined : widest);
  const leastPx = Math.ceil(Math.max(least, labels.at(-1) ?? 0));
  const namedPx = Math.ceil(Math.max(leastPx, labels.at(-2) ?? 0));
  const word = content.judged ? STATE_WORD_EM * labelPx : 0;
  return { leastPx, namedPx, fullPx: Math.ceil(Math.max(namedPx, full, (labels[0] ?? 0) + word)) };
}

/** The label that fits, and whether the state's word fits beside it. @param state its word; null: no mark */
export function labelThatFits(
  labels: readonly string[],
  state: string | null,
  widthPx: number,
  labelPx: number,
): { readonly label: string; readonly word: boolean } {
  const roomEm = widthPx / labelPx;
  const markEm = state === null ? 0 : MARK_EM;
  const wordEm = state === null ? 0 : textEm(state) * STATE_SPACED + 0.5;
  // The fuller name without the word before the short name with it: the mark says the same.
  const label = labels.find((each) => textEm(each) + markEm <= roomEm) ?? labels.at(-1) ?? "";
  return { label, word: state !== null && textEm(label) + markEm + wordEm <= roomEm };
}

const baseFirst = (one: readonly Told[], other: readonly Told[]): number =>
  Number(other[0]?.tone === "base") - Number(one[0]?.tone === "base");

/**
 * Facts in as few lines as they take; of each the longest wording that fits, and none that does not. What the figure is
 * of stands first, for it would be read with any other figure before it.
 * @param atMost lines
 */
export function factLinesThatFit(
  facts: TileContent["facts"],
  widthPx: number,
  letters: Letters,
  atMost: number,
): readonly (readonly Told[])[] {
  const dotPx = DOT_EM * letters.labelPx;
  const lines: Told[][] = [];
  let usedPx = 0;
  for (const wordings of facts) {
    const joined = wordings.find((each) => usedPx + dotPx + toldPx(each, letters) <= widthPx);
    const own = wordings.find((each) => toldPx(each, letters) <= widthPx || each.tone === "name");
    const last = lines.at(-1);
    const ownIsFuller = lines.length < atMost && own !== undefined && own !== joined;
    if (last !== undefined && joined !== undefined && !ownIsFuller) {
      last.push(joined);
      usedPx += dotPx + toldPx(joined, letters);
    } else if (own !== undefined && lines.length < atMost) {
      lines.push([own]);
      usedPx = toldPx(own, letters);
    }
  }
  for (const line of lines) line.sort((one, other) => baseFirst([one], [other]));
  return lines.sort(baseFirst);
}
