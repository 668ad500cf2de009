import type { JSX } from "react";
import { useWords } from "../../shared/use-words";

/** A screen that nobody let in yet. */
export function PairingScreen(): JSX.Element {
  const { gate } = useWords().wall;
  return (
    <main className="wall wall-empty">
      <h1>{gate.notLetIn}</h1>
      <p>
        <a href="/sign-in?next=%2Fwall">{gate.signIn}</a>
      </p>
    </main>
  );
}
