import type { JSX } from "react";
import { useWords } from "../use-words";

/** The ways to all boards and to a wall. */
export function BoardLinks({ wall = "/wall" }: { readonly wall?: string }): JSX.Element {
  const { nav } = useWords().shared;
  return (
    <>
      <a href="/">{nav.boards}</a>
      <a href={wall} className="wall-link">
        {nav.wall}
      </a>
    </>
  );
}
