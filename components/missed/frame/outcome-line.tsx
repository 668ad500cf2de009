import { type JSX, useEffect, useState } from "react";
import type { Outcome } from "../acts/use-missed-acts";

/** So long it stands there; what failed stands until the next act. */
const SHOWN_MS = 8_000;

/** What came of the last act, at the foot of the window whatever is in sight; it is said aloud once. */
export function OutcomeLine({ outcome }: { readonly outcome: Outcome }): JSX.Element {
  const { says, failed, number } = outcome;
  const [past, setPast] = useState(0);
  useEffect(() => {
    if (failed || says === "") return;
    const timer = setTimeout(() => setPast(number), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [says, failed, number]);
  return (
    <p className="mi-outcome" role="status" data-failed={failed}>
      {says === "" || past === number ? null : <span key={number}>{says}</span>}
    </p>
  );
}
