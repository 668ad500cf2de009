import type { JSX } from "react";

const NARROW_SPACE = "\u202f";

type Props = {
  readonly text: string;
  readonly name: string;
  /** Whether it fades in when it says something new; false among many that change together. */
  readonly fades?: boolean;
};

/** A formatted figure with its unit smaller: `84 %`. */
export function Figure({ text, name, fades = true }: Props): JSX.Element {
  const [, number = text, unit] = /^(.*\d)\s*(\D+)$/.exec(text) ?? [];
  const said = (
    <>
      {number}
      {unit === undefined ? null : (
        <span className="unit">{unit.startsWith("%") ? `${NARROW_SPACE}${unit}` : unit}</span>
      )}
    </>
  );
  return fades ? (
    <span key={text} className="fresh" data-figure={name}>
      {said}
    </span>
  ) : (
    <span data-figure={name}>{said}</span>
  );
}
