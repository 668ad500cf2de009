import type { AlertView } from "../../../lib/alerts/alert-types";

/**
 * Alerts that stand on a supervisor's page: those that are told to people, in the board's order. One that somebody has
 * stays where it is, so that taking it moves nothing and it can be given back.
 */
export const linesOf = (alerts: readonly AlertView[]): readonly AlertView[] =>
  alerts.filter(({ muted }) => muted === null);
