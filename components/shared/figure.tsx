import type { JSX } from "react";

/** A formatted figure with its unit smaller: `84 %`. Fades in when it says something new. */
export function Figure({ text, name }: { readonly text: string; readonly name: string }): JSX.Element {
  const [, number = text, unit] = /^(.*\d)\s*(\D+)$/.exec(text) ?? [];
  return (
    <span key={text} className="fresh" data-figure={name}>
      {number}
      {unit === undefined ? null : <span className="unit">{unit.startsWith("%") ? ` ${unit}` : unit}</span>}
    </span>
  );
}
