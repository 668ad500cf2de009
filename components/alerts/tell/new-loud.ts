import type { AlertView } from "../../../lib/alerts/alert-types";
import { standingOf } from "../../shared/alerts/standing";

export type Loud = {
  /** Ids of what is loud; null: nothing was looked at yet. */
  readonly ids: readonly string[] | null;
  /** What has become loud since the last look. */
  readonly begun: readonly AlertView[];
  /** Ids of what was loud and is no longer. */
  readonly ended: readonly string[];
};

/** AL75: what was there when the page came up is on it, and not told again. @param before ids as of the last look */
export function newLoud(before: Loud["ids"], alerts: readonly AlertView[]): Loud {
  const loud = alerts.filter((alert) => standingOf(alert) === "loud");
  const ids = loud.map(({ id }) => id);
  return {
    ids,
    begun: before === null ? [] : loud.filter(({ id }) => !before.includes(id)),
    ended: (before ?? []).filter((id) => !ids.includes(id)),
  };
}
