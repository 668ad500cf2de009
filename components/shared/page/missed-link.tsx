import type { JSX } from "react";
import { useReader } from "../../access/use-reader";
import { useWords } from "../use-words";

/** The way to the missed calls, for whoever may read them. */
export function MissedLink(): JSX.Element | null {
  const { nav } = useWords().shared;
  if (useReader()?.rights.includes("missed.read") !== true) return null;
  return (
    <a href="/missed" className="alerts-link">
      {nav.missed}
    </a>
  );
}
