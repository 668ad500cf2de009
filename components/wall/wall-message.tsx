"use client";

import type { JSX } from "react";
import { useWords } from "../shared/use-words";

/** The wall while there is no board to show: what is the matter, and the way to the boards there are. */
export function WallMessage({ title }: { readonly title: string }): JSX.Element {
  return (
    <main className="wall wall-empty">
      <h1 aria-live="polite">{title}</h1>
      <p>
        <a href="/">{useWords().wall.allBoards}</a>
      </p>
    </main>
  );
}
