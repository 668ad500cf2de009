export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
export type Size = { readonly width: number; readonly height: number };

/** Between a card and the edge of the picture. */
export const EDGE_PX = 8;

/** Where a card about `anchor` stands: under it, above it where there is more room, never past the edge. In px. */
export function placeCard(anchor: Box, card: Size, picture: Size): { readonly left: number; readonly top: number } {
  const under = anchor.top + anchor.height;
  const above = anchor.top - card.height;
  const roomUnder = picture.height - EDGE_PX - under;
  const goesUnder = card.height <= roomUnder || roomUnder >= anchor.top - EDGE_PX;
  return {
    left: within(anchor.left, card.width, picture.width),
    top: within(goesUnder ? under : above, card.height, picture.height),
  };
}

/** What is longer than the picture begins at its edge. */
const within = (start: number, length: number, whole: number): number =>
  Math.max(EDGE_PX, Math.min(start, whole - EDGE_PX - length));
