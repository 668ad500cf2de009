import type { JSX } from "react";

/** Whether any of these sources makes its calls up. */
export const isDemo = (sources: readonly { readonly kind: string }[]): boolean =>
  sources.some(({ kind }) => kind === "simulator");

/** Says plainly that these are not real calls. */
export const DemoMark = (): JSX.Element => (
  <span className="demo" title="These calls are made up by the simulator">
    Demo
  </span>
);
