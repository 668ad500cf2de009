export const PAGE_TURNS_EVERY_MS = 12_000;

/** The rows of one page. `page` counts from 1. */
export type Page<Row> = { readonly rows: readonly Row[]; readonly page: number; readonly pages: number };

/**
 * More rows than fit turn like pages, while alarmed ones stay on top; but they never take more than two thirds of the
 * places, so that the others still come round.
 * @param rows worst first
 * @param places how many rows fit, at least 1
 * @param atMs the same instant gives every screen the same page
 */
export function pageOf<Row>(
  rows: readonly Row[],
  places: number,
  atMs: number,
  isPinned: (row: Row) => boolean,
): Page<Row> {
  if (rows.length <= places) return { rows, page: 1, pages: 1 };
  const mostPinned = Math.floor((places * 2) / 3);
  const pinned = rows.filter(isPinned).slice(0, mostPinned);
  const turning = rows.filter((row) => !pinned.includes(row));
  const perPage = places - pinned.length;
  const pages = Math.ceil(turning.length / perPage);
  const index = Math.floor(atMs / PAGE_TURNS_EVERY_MS) % pages;
  return { rows: [...pinned, ...turning.slice(index * perPage, (index + 1) * perPage)], page: index + 1, pages };
}

/** How tall rows are; the fewer, the taller. */
export type Density = "airy" | "roomy" | "close" | "dense";

/** Heights in units of the wall, landscape (a line) and stacked (two lines); the style sheet says the same. */
export const ROW_UNITS: Readonly<Record<Density, { readonly wide: number; readonly stacked: number }>> = {
  airy: { wide: 29, stacked: 42 },
  roomy: { wide: 22, stacked: 36 },
  close: { wide: 17.5, stacked: 32 },
  dense: { wide: 14.5, stacked: 28 },
};
const DENSITIES: readonly Density[] = ["airy", "roomy", "close", "dense"];

/**
 * The tallest rows with which all fit; otherwise the closest ones, in pages.
 * @param roomUnits height free for rows
 */
export function fitRows(
  count: number,
  roomUnits: number,
  stacked: boolean,
): { readonly density: Density; readonly places: number } {
  const unitsOf = (density: Density): number => ROW_UNITS[density][stacked ? "stacked" : "wide"];
  const density = DENSITIES.find((each) => count * unitsOf(each) <= roomUnits) ?? "dense";
  return { density, places: Math.max(1, Math.floor(roomUnits / unitsOf(density))) };
}
