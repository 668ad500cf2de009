import type { AlertView } from "../../../lib/alerts/alert-types";
import type { Fold } from "../../../lib/metrics/fold-state";
import type { SourceView } from "../../../lib/metrics/snapshot-types";

/** Looks at the fold and says what follows from it. */
export type FoldWatcher = {
  /** Called several times a second, after the fold has advanced. */
  readonly look: (fold: Fold, sources: () => readonly SourceView[]) => void;
  /** All that fires. */
  readonly firing: () => readonly AlertView[];
  /** Told when `firing` gives something else than before. @returns unsubscribe */
  readonly onChange: (listener: () => void) => () => void;
};
