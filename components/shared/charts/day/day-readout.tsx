import type { JSX } from "react";
import type { SlotPart } from "./slot-words";

type Props = { readonly time: string; readonly parts: readonly SlotPart[] };

/** A quarter-hour's figures, below the picture, where they cover nothing. */
export const DayReadout = ({ time, parts }: Props): JSX.Element => (
  <p className="day-chart-readout" aria-hidden="true">
    <b className="day-chart-readout-time">{time}</b>
    {parts.map(({ key, before, figure, after }) => (
      <span key={key} className="day-chart-readout-part" data-part={key}>
        {before}
        {figure === "" ? null : <b>{figure}</b>}
        {after}
      </span>
    ))}
  </p>
);
