import type { Picture, SmallestLetters } from "../../../lib/legibility";

/** `lying` and `standing` screens hold one picture; in the `hand` it is a page that is read downwards. */
export type Shape = "lying" | "standing" | "hand";

/** What stands round the figures, in px. */
export type FramePlan = SmallestLetters & {
  readonly shape: Shape;
  /** Between the margins. */
  readonly innerPx: number;
  readonly sidePx: number;
  readonly edgePx: number;
  readonly topPx: number;
  readonly footPx: number;
  readonly footLines: number;
};

/** Of the picture's short side: nothing stands nearer to its edge than 24 of 1080 px, also where it is shifted by 8. */
const SAFE = 32 / 1080;
const SIDE = 56 / 1080;
/** With fewer lines than these there is no room for wide margins. */
const ROOMY_FROM_LINES = 16;
/** Of a label. */
const TOP_LINE = 1.5;
const SECOND_LINE = 1.25;
const FOOT_LINE = 1.3;
const FOOT_PAD = 0.5;
/** With fewer than these every bit counts. */
const TIGHT_BELOW_LINES = 12;
const TIGHT = { top: 1.36, foot: 0.2 };

export function planFrame({ widthPx, heightPx }: Picture, letters: SmallestLetters): FramePlan {
  const { labelPx } = letters;
  const shortPx = Math.min(widthPx, heightPx);
  const standing = widthPx < heightPx;
  const edgePx = Math.ceil(shortPx * SAFE);
  const sidePx = shortPx / labelPx > ROOMY_FROM_LINES ? Math.round(shortPx * SIDE) : edgePx;
  const tight = shortPx / labelPx < TIGHT_BELOW_LINES;
  const footLines = standing ? 2 : 1;
  const topLines = (tight ? TIGHT.top : TOP_LINE) + (standing ? SECOND_LINE : 0);
  return {
    ...letters,
    shape: standing ? "standing" : "lying",
    innerPx: widthPx - 2 * sidePx,
    sidePx,
    edgePx,
    topPx: Math.ceil(labelPx * topLines),
    footPx: Math.ceil((FOOT_LINE * footLines + (tight ? TIGHT.foot : FOOT_PAD)) * labelPx + edgePx * 0.6),
    footLines,
  };
}

const HAND_SIDE_PX = 16;

/** In the hand there is always room below. */
export const handFrame = ({ widthPx }: Picture, letters: SmallestLetters): FramePlan => ({
  ...letters,
  shape: "hand",
  innerPx: widthPx - 2 * HAND_SIDE_PX,
  sidePx: HAND_SIDE_PX,
  edgePx: HAND_SIDE_PX,
  topPx: Math.ceil(letters.labelPx * (TOP_LINE + SECOND_LINE)),
  footPx: 0,
  footLines: 3,
});
