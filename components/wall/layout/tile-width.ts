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
/** A companion stands beside figures of at least so many labels. */
const COMPANION_FROM = 2.75;
const COMPANION_SIZE = 0.52;

const UNIT = /^(.*\d)\s*(\D+)$/;

export function numberPx(text: string, mainPx: number): number {
  const [, number = text, unit = ""] = UNIT.exec(text) ?? [];
  return (textEm(number) + textEm(unit) * UNIT_EM) * mainPx;
}

export const hasCompanion = ({ companion }: TileContent, { form, mainPx }: TileSize, { labelPx }: Letters): boolean =>
  companion !== null && form === "over" && mainPx >= COMPANION_FROM * labelPx;

export const companionPx = ({ mainPx }: TileSize, { figurePx }: Letters): number =>
  Math.max(figurePx, Math.floor(mainPx * COMPANION_SIZE));

/** What the facts of a tile are; the companion's own is left out where it stands by itself. */
export const factsOf = (content: TileContent, size: TileSize, letters: Letters): TileContent["facts"] =>
  hasCompanion(content, size, letters) ? content.facts.slice(1) : content.facts;

const toldPx = (told: Told, labelPx: number): number => textEm(textOf(told)) * labelPx;

/** The width of the figure with what stands in its line. */
function bodyPx(content: TileContent, size: TileSize, letters: Letters): number {
  const number = numberPx(widestOf(content.text, content.reserve), size.mainPx);
  if (!hasCompanion(content, size, letters) || content.companion === null) return number;
  const { label, text } = content.companion;
  const figure = textEm(widestOf(text, "0:00")) * companionPx(size, letters);
  return number + GAP_EM * letters.labelPx * 1.4 + Math.max(figure, textEm(label) * letters.labelPx);
}

/** The least width in which a tile says what it must, and the width in which it says all. */
export function tileWidths(content: TileContent, size: TileSize, letters: Letters): { minPx: number; wantPx: number } {
  const { labelPx } = letters;
  const facts = factsOf(content, size, letters);
  const body = bodyPx(content, size, letters);
  const mark = content.judged ? MARK_EM * labelPx : 0;
  const brief = textEm(content.brief) * labelPx + mark;
  const label = textEm(content.label) * labelPx + (content.judged ? (MARK_EM + STATE_WORD_EM) * labelPx : 0);
  const first = facts[0];
  const firstMin = first === undefined ? 0 : Math.min(...first.map((each) => toldPx(each, labelPx)));
  const fullest = facts.map((wordings) => toldPx(wordings[0] as Told, labelPx));
  if (size.form === "beside") {
    const beside = body + (first === undefined ? 0 : GAP_EM * labelPx + firstMin);
    const all = body + (fullest.length === 0 ? 0 : GAP_EM * labelPx + Math.max(...fullest));
    return { minPx: Math.max(brief, beside), wantPx: Math.max(label, all) };
  }
  const joined = fullest.reduce((sum, each) => sum + each + textEm(" · ") * labelPx, 0);
  const factsWant = size.factLines > 1 ? Math.max(0, ...fullest) : joined;
  return { minPx: Math.max(brief, body, firstMin), wantPx: Math.max(label, body, factsWant) };
}

/** The label that fits, and whether the state's word fits beside it. */
export function labelThatFits(
  { label, brief }: Pick<TileContent, "label" | "brief">,
  state: string | null,
  widthPx: number,
  labelPx: number,
): { readonly label: string; readonly word: boolean } {
  const roomEm = widthPx / labelPx;
  const markEm = state === null ? 0 : MARK_EM;
  const wordEm = state === null ? 0 : textEm(state) * 1.12 + 0.5;
  // The full name without the word before the short name with it: the mark says the same.
  const chosen = textEm(label) + markEm <= roomEm ? label : brief;
  return { label: chosen, word: state !== null && textEm(chosen) + markEm + wordEm <= roomEm };
}

/**
 * Facts in as few lines as they take; of each the longest wording that fits, and none that does not.
 * @param atMost lines
 */
export function factLinesThatFit(
  facts: TileContent["facts"],
  widthPx: number,
  labelPx: number,
  atMost: number,
): readonly (readonly Told[])[] {
  const roomEm = widthPx / labelPx;
  const lines: Told[][] = [];
  let usedEm = 0;
  for (const wordings of facts) {
    const joinEm = textEm(" · ");
    const joined = wordings.find((each) => usedEm + joinEm + textEm(textOf(each)) <= roomEm);
    const own = wordings.find((each) => textEm(textOf(each)) <= roomEm || each.tone === "name");
    const last = lines.at(-1);
    const ownIsFuller = lines.length < atMost && own !== undefined && own !== joined;
    if (last !== undefined && joined !== undefined && !ownIsFuller) {
      last.push(joined);
      usedEm += joinEm + textEm(textOf(joined));
    } else if (own !== undefined && lines.length < atMost) {
      lines.push([own]);
      usedEm = textEm(textOf(own));
    }
  }
  return lines;
}
