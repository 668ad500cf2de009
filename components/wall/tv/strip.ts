import type { Viewing } from "../../../lib/config";
import { isInHand, type Picture } from "../../../lib/legibility";

/** Of the picture's short side; wall-tv.css draws the strip so high. */
const STRIP_SHARE = 14 / 270;

/**
 * What is left of a picture above the strip in which the screen asks for something. The room sees the same pixels:
 * letters stay as large as they were.
 */
export function aboveStrip(
  picture: Picture,
  viewing: Viewing | null,
): { readonly picture: Picture; readonly viewing: Viewing | null } {
  if (isInHand(picture)) return { picture, viewing };
  const { widthPx, heightPx } = picture;
  const above = { widthPx, heightPx: heightPx - Math.ceil(Math.min(widthPx, heightPx) * STRIP_SHARE) };
  const screenShare = Math.hypot(above.widthPx, above.heightPx) / Math.hypot(widthPx, heightPx);
  return {
    picture: above,
    viewing: viewing === null ? null : { ...viewing, screenInches: viewing.screenInches * screenShare },
  };
}
