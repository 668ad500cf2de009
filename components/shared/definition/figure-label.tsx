import type { JSX } from "react";
import type { FigureKey } from "../../../lib/words/words";
import { Definition } from "./definition";
import { useWords } from "../use-words";

/** A figure's name as the term of a list, with its definition one hover, focus or tap away. */
export function FigureLabel({
  figure,
  children,
}: {
  readonly figure: FigureKey;
  /** What it is called here; left out: the figure's own name. */
  readonly children?: string;
}): JSX.Element {
  const { figures } = useWords();
  return (
    <dt className="label">
      <Definition figure={figure}>{children ?? figures.entries[figure].label}</Definition>
    </dt>
  );
}
