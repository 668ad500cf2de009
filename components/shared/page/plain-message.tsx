import type { JSX } from "react";

type Props = { readonly title: string; readonly wayBack: string };

/** A page that has nothing to show but what is the matter, and the way to the boards there are. */
export const PlainMessage = ({ title, wayBack }: Props): JSX.Element => (
  <main className="wall wall-empty">
    <h1 aria-live="polite">{title}</h1>
    <p>
      <a href="/">{wayBack}</a>
    </p>
  </main>
);
