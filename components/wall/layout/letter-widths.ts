/**
 * How wide Inter's letters are, semi-bold with tabular figures, in thousandths of an em. Known without asking the
 * browser: what fits is decided before anything is drawn.
 */
const WIDTHS: readonly (readonly [letters: string, width: number])[] = [
  ["ijlI'|", 275],
  [" .,:;·", 270],
  ["ft!()[]r/-", 395],
  ["sz–?ckvxyJLF", 580],
  ["aeghnubdpqoEPZ", 618],
  ["0123456789BSTRK+=<>×", 655],
  ["ADCUVXYw&", 740],
  ["GHNOQ", 765],
  ["mM@%W…æœ", 1000],
];
const OTHER_LETTER = 640;
/** Chinese, Japanese, Korean and wide forms are square. */
const FIRST_SQUARE = 0x2e80;
const SQUARE = 1000;
const NARROW_SPACE = "\u202f";

const widths = new Map<string, number>(WIDTHS.flatMap(([letters, width]) => [...letters].map((l) => [l, width])));
widths.set(NARROW_SPACE, 140);

const known = new Map<string, number>();
/** Texts that tick are many: what was measured is forgotten before it grows large. */
const KNOWN_AT_MOST = 2_000;

/** @returns the width of a line of text in ems, rather too wide than too narrow */
export function textEm(text: string): number {
  const before = known.get(text);
  if (before !== undefined) return before;
  let sum = 0;
  for (const letter of text.normalize("NFD")) {
    // Marks above and below letters take no room.
    if (/\p{M}/u.test(letter)) continue;
    sum += widths.get(letter) ?? ((letter.codePointAt(0) ?? 0) >= FIRST_SQUARE ? SQUARE : OTHER_LETTER);
  }
  if (known.size >= KNOWN_AT_MOST) known.clear();
  known.set(text, sum / 1000);
  return sum / 1000;
}

/** The same figure with its widest digits, so that what ticks does not make the picture jump. */
export const widestOf = (...texts: readonly string[]): string =>
  texts.reduce((widest, each) => (textEm(each) > textEm(widest) ? each : widest), "");
