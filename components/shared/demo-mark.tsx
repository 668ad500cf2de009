import type { JSX } from "react";
import { useWords } from "./use-words";

/** Whether any of these sources makes its calls up. */
export const isDemo = (sources: readonly { readonly kind: string }[]): boolean =>
  sources.some(({ kind }) => kind === "simulator");

/** Says plainly that these are not real calls. */
export function DemoMark(): JSX.Element {
  const { shared } = useWords();
  return (
    <span className="demo" title={shared.demoMeaning}>
      {shared.demo}
    </span>
  );
}
