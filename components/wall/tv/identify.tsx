import type { JSX } from "react";
import { useNameToShow } from "../../board/use-display-words";
import { useWallWords } from "../../shared/speech/use-wall-words";

/** How many letters stand well in one line of a size, and in two of the next. */
const SHORT = 14;
const MIDDLE = 30;

/** The display's name over its board, for as long as somebody in the settings wants to see which one it is. */
export function Identify(): JSX.Element | null {
  const name = useNameToShow();
  const { gate } = useWallWords().wall;
  if (name === null) return null;
  const length = [...name].length;
  return (
    <div className="identify" role="status">
      <div className="identify-band" data-length={length <= SHORT ? "short" : length <= MIDDLE ? "middle" : "long"}>
        <p>{gate.identify}</p>
        <p className="identify-name">
          <bdi>{name}</bdi>
        </p>
      </div>
    </div>
  );
}
