/** Slanting lines as a fill; the plain colour where this canvas cannot repeat a picture. */
export function hatch(
  context: CanvasRenderingContext2D,
  look: { readonly colour: string; readonly stepPx: number; readonly linePx: number },
): CanvasPattern | string {
  const step = Math.max(2, Math.round(look.stepPx));
  const tile = document.createElement("canvas");
  tile.width = step;
  tile.height = step;
  const drawn = tile.getContext("2d");
  if (drawn === null) return look.colour;
  drawn.strokeStyle = look.colour;
  drawn.lineWidth = look.linePx;
  drawn.lineCap = "square";
  drawn.beginPath();
  // Twice beside the tile, so that its corners are not cut.
  for (const shift of [-step, 0, step]) {
    drawn.moveTo(shift, step);
    drawn.lineTo(shift + step, 0);
  }
  drawn.stroke();
  return context.createPattern(tile, "repeat") ?? look.colour;
}
