import type { JSX } from "react";

type Props = {
  readonly title: string;
  /** Where else to go, and what that is called. */
  readonly way: readonly [address: string, says: string];
};

/** The page while there is nothing to look at: what is the matter, and a way on. */
export function SuperviseMessage({ title, way: [address, says] }: Props): JSX.Element {
  return (
    <main className="sv-message">
      <h1 aria-live="polite">{title}</h1>
      <p>
        <a href={address}>{says}</a>
      </p>
    </main>
  );
}
