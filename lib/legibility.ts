import type { Viewing } from "./config";

/** What the wall is drawn on, in CSS pixels. */
export type Picture = { readonly widthPx: number; readonly heightPx: number };

/** LE4: how much a picture holds, from everything down to a figure or two. */
export type Plan = "near" | "middle" | "far" | "farthest";

/** The smallest letters that may stand on the wall: font sizes in px. */
export type SmallestLetters = {
  /** Words and names. */
  readonly labelPx: number;
  /** Figures in rows and beside others. */
  readonly figurePx: number;
  /** The figures of the head. */
  readonly mainPx: number;
};

/** Height of Inter's capitals, in ems. */
const CAPITAL_EM = 0.727;
/** ISO 9241-303, NUREG-0700: 16 arc minutes are read at a glance, 20 are preferred. */
const LABEL_ARC_MINUTES = 16;
const FIGURE_ARC_MINUTES = 20;
const FIGURE_TO_LABEL = FIGURE_ARC_MINUTES / LABEL_ARC_MINUTES;
const MM_PER_INCH = 25.4;
/** LE2, of the picture's short side. */
const LABEL_UNSAID = 0.04;
const MAIN_UNSAID = 0.12;
const MAIN_TO_FIGURE = 1.36;
/** LE5: fewer lines than this are no board any more. */
const LINES_AT_LEAST = 8;
/** As televisions are; the reach of a screen follows from its shape alone. */
const WIDE: Picture = { widthPx: 1920, heightPx: 1080 };
/** Narrower pictures are held in the hand. */
const HAND_UP_TO_PX = 599;
const IN_HAND: SmallestLetters = { labelPx: 15, figurePx: 19, mainPx: 44 };

/** LE6 */
export const isInHand = ({ widthPx }: Picture): boolean => widthPx <= HAND_UP_TO_PX;

const shortSide = ({ widthPx, heightPx }: Picture): number => Math.min(widthPx, heightPx);

/**
 * LE1: the font size whose capitals are seen under an angle.
 * @param arcMinutes of the capitals, from the farthest seat
 * @returns px; the picture is taken to fill the screen
 */
export function fontSizeFor(arcMinutes: number, { widthPx, heightPx }: Picture, viewing: Viewing): number {
  const capitalMm = viewing.distanceMetres * 1000 * Math.tan((arcMinutes / 60 / 180) * Math.PI);
  const pxPerMm = Math.hypot(widthPx, heightPx) / (viewing.screenInches * MM_PER_INCH);
  return (capitalMm * pxPerMm) / CAPITAL_EM;
}

/**
 * The smallest letters for a picture.
 * @param viewing null: not said (LE2)
 */
export function smallestLetters(picture: Picture, viewing: Viewing | null): SmallestLetters {
  if (isInHand(picture)) return IN_HAND;
  const short = shortSide(picture);
  if (viewing === null) {
    const labelPx = Math.ceil(short * LABEL_UNSAID);
    return { labelPx, figurePx: Math.ceil(labelPx * FIGURE_TO_LABEL), mainPx: Math.ceil(short * MAIN_UNSAID) };
  }
  const labelPx = Math.ceil(Math.min(fontSizeFor(LABEL_ARC_MINUTES, picture, viewing), short / LINES_AT_LEAST));
  const figurePx = Math.ceil(labelPx * FIGURE_TO_LABEL);
  return { labelPx, figurePx, mainPx: Math.ceil(figurePx * MAIN_TO_FIGURE) };
}

/** Where a screen would have to hang, or how large it would have to be, for labels as LE1 asks for. */
export type Reach = { readonly distanceMetres: number; readonly screenInches: number };

/**
 * LE5: a screen so far away for its size that its labels are smaller than LE1 asks for.
 * @returns the farthest distance in metres, the diagonal in inches that would do; null: it can be read
 */
export function reachOf(viewing: Viewing, picture: Picture = WIDE): Reach | null {
  const beyond = (fontSizeFor(LABEL_ARC_MINUTES, picture, viewing) * LINES_AT_LEAST) / shortSide(picture);
  if (beyond <= 1) return null;
  return {
    distanceMetres: Math.floor((viewing.distanceMetres / beyond) * 10) / 10,
    screenInches: Math.ceil(viewing.screenInches * beyond),
  };
}

/** LE4: how many lines of labels the picture's short side would hold. */
export function planOf(picture: Picture, labelPx: number): Plan {
  const lines = shortSide(picture) / labelPx;
  if (lines >= 28) return "near";
  if (lines >= 18) return "middle";
  return lines >= 12 ? "far" : "farthest";
}
