import type { JSX } from "react";

const NARROW_SPACE = "\u202f";

/** A formatted figure with its unit smaller: `84 %`. Fades in when it says something new. */
export function Figure({ text, name }: { readonly text: string; readonly name: string }): JSX.Element {
  const [, number = text, unit] = /^(.*\d)\s*(\D+)$/.exec(text) ?? [];
  return (
    <span key={text} className="fresh" data-figure={name}>
      {number}
      {unit === undefined ? null : (
        <span className="unit">{unit.startsWith("%") ? `${NARROW_SPACE}${unit}` : unit}</span>
      )}
    </span>
  );
}
