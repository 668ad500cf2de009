/** What a source that others tell of says of itself while nobody does; screens say it in their own language. */
export const NOTHING_TOLD_YET = "nothing was told yet";
export const nothingToldFor = (seconds: number): string => `nothing was told for ${seconds} s`;

export type Silence = { readonly kind: "yet" } | { readonly kind: "for"; readonly seconds: number };

const FOR_SECONDS = /^nothing was told for (\d+(?:\.\d+)?) s$/;

/** @returns null: it says something else, as whoever was asked said it */
export function silenceIn(detail: string): Silence | null {
  if (detail === NOTHING_TOLD_YET) return { kind: "yet" };
  const seconds = FOR_SECONDS.exec(detail)?.[1];
  return seconds === undefined ? null : { kind: "for", seconds: Number(seconds) };
}
