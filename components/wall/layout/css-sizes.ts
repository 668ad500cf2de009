import type { CSSProperties } from "react";

/** Sizes in px for the style sheet, by the names it knows them by. */
export function cssSizes(sizes: Readonly<Record<`--${string}`, number>>): CSSProperties {
  const named = Object.entries(sizes).map(([name, px]) => [name, `${px}px`]);
  return Object.fromEntries(named) as CSSProperties;
}
