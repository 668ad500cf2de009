import type { AlertView } from "../../../lib/alerts/alert-types";
import type { Freshness } from "../board/freshness";
import { type Alarm, alarmsOf } from "./standing";

/**
 * AL67: what may sound of a board's alerts, by what the board is worth. A source that is away is told by the server,
 * and sounds; what the server itself does not tell any more does not.
 * @param freshness null: there is no board yet
 */
export const heardAlarms = (alerts: readonly AlertView[], freshness: Freshness | null): readonly Alarm[] =>
  freshness === null || (freshness.kind === "stale" && freshness.cause === "board") ? [] : alarmsOf(alerts);
