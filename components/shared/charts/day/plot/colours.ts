const TOKENS = ["ground", "line", "bar", "missed", "ink", "ink-soft", "ink-faint", "goal", "act", "track"] as const;

/** What the chart is drawn with: the tokens as they are where it stands, as a canvas needs them. */
export type ChartColours = Readonly<Record<(typeof TOKENS)[number], string>> & { readonly fontFamily: string };

export function chartColours(element: Element): ChartColours {
  const style = getComputedStyle(element);
  // A canvas keeps its last colour when it is given none.
  const colours = TOKENS.map((name) => [name, style.getPropertyValue(`--${name}`).trim() || style.color] as const);
  return { ...(Object.fromEntries(colours) as Record<(typeof TOKENS)[number], string>), fontFamily: style.fontFamily };
}
