import type { JSX } from "react";
import { entryOf, type FigureKey } from "../../lib/metrics/dictionary";

/** A figure's name as the term of a list, with its definition on hover and for those who listen. */
export function FigureLabel({
  figure,
  children,
}: {
  readonly figure: FigureKey;
  readonly children?: string;
}): JSX.Element {
  const { label, definition } = entryOf(figure);
  return (
    <dt className="label" title={definition} aria-description={definition}>
      {children ?? label}
    </dt>
  );
}
