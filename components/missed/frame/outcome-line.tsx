import { type JSX, useEffect, useState } from "react";
import type { MissedRow } from "../../../lib/recovery/missed-api";
import type { Outcome } from "../acts/use-missed-acts";
import { focusList } from "../list/focus-list";
import { useMissedWords } from "../use-missed-words";

/** So long it stands there; what failed stands until the next act. */
const SHOWN_MS = 8_000;
/** What can be taken back is read, and then thought about. */
const CLOSED_SHOWN_MS = 15_000;

type Props = {
  readonly outcome: Outcome;
  readonly onReopen: (row: MissedRow) => void;
};

/** What came of the last act, at the foot of the window whatever is in sight; it is said aloud once. */
export function OutcomeLine({ outcome, onReopen }: Props): JSX.Element {
  const { act } = useMissedWords().missed;
  const { says, failed, closed, number } = outcome;
  const [past, setPast] = useState(0);
  const [holds, setHolds] = useState(false);
  useEffect(() => {
    if (failed || says === "" || holds) return;
    const timer = setTimeout(() => setPast(number), closed === null ? SHOWN_MS : CLOSED_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [says, failed, closed, number, holds]);
  const reopen = (row: MissedRow): void => {
    onReopen(row);
    // The button goes with what it is about.
    focusList();
  };
  return (
    <p
      className="mi-outcome"
      role="status"
      data-failed={failed}
      onFocus={() => setHolds(true)}
      onBlur={() => setHolds(false)}
    >
      {says === "" || past === number ? null : (
        <span key={number}>
          {says}
          {closed === null ? null : (
            <button type="button" className="mi-undo" onClick={() => reopen(closed)}>
              {act.reopen}
            </button>
          )}
        </span>
      )}
    </p>
  );
}
