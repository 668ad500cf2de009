import type { JSX } from "react";
import type { SlotPart } from "./slot-words";

/** A quarter-hour's figures, below the picture, where they cover nothing. */
export function DayReadout({
  time,
  parts,
}: {
  readonly time: string;
  readonly parts: readonly SlotPart[];
}): JSX.Element {
  return (
    <p className="st-readout" aria-hidden="true">
      <b className="st-readout-time">{time}</b>
      {parts.map(({ name, figure, text }) => (
        <span key={`${name}${text}`} className="st-readout-part" data-part={name}>
          {name === "level" && figure !== null ? `${text} ` : null}
          {figure === null ? null : <b>{figure}</b>}
          {name === "level" && figure !== null ? null : ` ${text}`}
        </span>
      ))}
    </p>
  );
}
