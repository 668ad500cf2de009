import type { JSX } from "react";

/** In the order in which they are meant: grounds, inks, judgement, marks. */
const COLOURS = [
  "ground",
  "raised",
  "select",
  "act-ground",
  "watch-ground",
  "line",
  "track",
  "ink",
  "ink-soft",
  "ink-faint",
  "goal",
  "watch",
  "act",
  "ok",
  "bar",
  "missed",
];

export const ColoursPart = (): JSX.Element => (
  <ul className="guide-colours">
    {COLOURS.map((name) => (
      <li key={name}>
        <span className={`guide-colour guide-colour-${name}`} />
        {name}
      </li>
    ))}
  </ul>
);
