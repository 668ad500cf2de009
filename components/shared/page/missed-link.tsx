import type { JSX } from "react";
import type { RecoveryFigures } from "../../../lib/recovery/recovery-types";
import { MISSED_LINK_WORDS } from "../../../lib/words/missed/link-words";
import type { Words } from "../../../lib/words/words";
import { useReader } from "../../access/use-reader";
import { useWords } from "../use-words";

/** Of the board that is looked at; null: none is followed. */
type Figures = Pick<RecoveryFigures, "open" | "overdue"> | null;

/** The way to the missed calls, for whoever may read them. */
export function MissedLink({ recoveries }: { readonly recoveries: Figures }): JSX.Element | null {
  const words = useWords();
  if (useReader()?.rights.includes("missed.read") !== true) return null;
  return (
    <a href="/missed" className="alerts-link" aria-label={missedLabel(recoveries, words)}>
      {words.shared.nav.missed}
      <MissedCount recoveries={recoveries} />
    </a>
  );
}

/** The same for those who listen. */
export function missedLabel(recoveries: Figures, { shared, formats, language }: Words): string {
  const said = MISSED_LINK_WORDS[language];
  const parts = [shared.nav.missed];
  if (recoveries !== null && recoveries.open > 0) parts.push(said.open(formats.count(recoveries.open)));
  if (recoveries !== null && recoveries.overdue > 0) parts.push(said.overdue(formats.count(recoveries.overdue)));
  return parts.join(", ");
}

/** RE54: how many are overdue, for those need somebody; where none is, calmly how many are to be called back. */
export function MissedCount({ recoveries }: { readonly recoveries: Figures }): JSX.Element | null {
  const { formats } = useWords();
  if (recoveries === null || recoveries.open === 0) return null;
  const isLate = recoveries.overdue > 0;
  return (
    <span className={isLate ? "alert-count" : "missed-count"} data-urgent={isLate}>
      {formats.count(isLate ? recoveries.overdue : recoveries.open)}
    </span>
  );
}
