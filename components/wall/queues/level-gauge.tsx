import type { JSX } from "react";

type Props = { readonly ratio: number | null; readonly goalRatio: number; readonly widthPx: number };

/** A service level as a bar with the goal as a tick; an empty bar where there is none. Says what the number beside it says. */
export function LevelGauge({ ratio, goalRatio, widthPx }: Props): JSX.Element {
  return (
    <svg
      className="gauge"
      width={widthPx}
      viewBox="0 0 100 26"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="gauge-track" y="6" width="100" height="14" />
      {ratio === null ? null : <rect className="gauge-bar" y="6" width={Math.min(1, ratio) * 100} height="14" />}
      <rect className="gauge-goal" x={goalRatio * 100 - 0.9} width="1.8" height="26" />
    </svg>
  );
}
