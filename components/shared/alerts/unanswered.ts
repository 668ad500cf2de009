import type { AlertView } from "../../../lib/alerts/alert-types";

/** AL64: those that wait for somebody: neither acknowledged nor muted. Apart from what a wall loads. */
export const unansweredOf = (alerts: readonly AlertView[]): readonly AlertView[] =>
  alerts.filter(({ state, muted }) => state === "firing" && muted === null);
