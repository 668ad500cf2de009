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

/** Of things that share a place, the one whose turn it is. @returns undefined: there are none */
export const turnOf = <Thing>(things: readonly Thing[], atMs: number): Thing | undefined =>
  things[Math.floor(atMs / PAGE_TURNS_EVERY_MS) % things.length];
