import type { AlertCondition, AlertRule, Severity } from "./alert-rule";

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

type Timing = Pick<AlertRule, "forMs" | "keepFiringMs">;

const ofEachQueue = (
  id: string,
  name: string,
  severity: Severity,
  condition: AlertCondition,
  timing: Timing,
): AlertRule => ({
  id,
  name,
  severity,
  scope: { kind: "each-queue", queueIds: null },
  condition,
  ...timing,
  channelIds: null,
  enabled: true,
});

/**
 * Who waits, waits together: three late ones are soon there and gone, so a fault is what lasts. Clear for
 * three short windows, it will not be back at once. The worse comes first, and then the lesser is not told (AL35).
 */
const SERVICE_LEVEL: Readonly<Record<Severity, Timing>> = {
  critical: { forMs: 3 * MINUTE_MS, keepFiringMs: 15 * MINUTE_MS },
  warning: { forMs: 3 * MINUTE_MS, keepFiringMs: 15 * MINUTE_MS },
  notice: { forMs: 5 * MINUTE_MS, keepFiringMs: 30 * MINUTE_MS },
};

/** What is watched where nobody wrote rules; the figures are those of a centre that wants to be left alone otherwise. */
export const DEFAULT_RULES: readonly AlertRule[] = [
  {
    // A line that comes and goes is one fault.
    ...ofEachQueue(
      "no-data",
      "No data",
      "critical",
      { kind: "no-data" },
      { forMs: 20 * SECOND_MS, keepFiringMs: MINUTE_MS },
    ),
    scope: { kind: "site" },
  },
  ofEachQueue(
    "nobody-logged-in",
    "Nobody logged in",
    "critical",
    { kind: "nobody-logged-in" },
    { forMs: 2 * MINUTE_MS, keepFiringMs: 30 * SECOND_MS },
  ),
  {
    // Nobody may wait yet, least of all in a small centre; half of its people are gone all the same.
    ...ofEachQueue(
      "agents-left",
      "Many left",
      "critical",
      { kind: "agents-left", minutes: 10, sharePerMille: 333 },
      { forMs: 30 * SECOND_MS, keepFiringMs: 10 * MINUTE_MS },
    ),
    scope: { kind: "site" },
  },
  // A window of 15 minutes has ten good ones in it when people leave; who waits, and how long, says it sooner.
  ofEachQueue(
    "overrun",
    "More callers than people",
    "critical",
    {
      kind: "all-of",
      conditions: [
        { kind: "waiting", raise: 2, clear: 1 },
        { kind: "waiting-per-agent", raise: 1, clear: 0.5 },
        { kind: "longest-wait", raise: 90 * SECOND_MS, clear: 45 * SECOND_MS },
      ],
    },
    { forMs: 30 * SECOND_MS, keepFiringMs: 10 * MINUTE_MS },
  ),
  ofEachQueue(
    "service-level-critical",
    "Service level collapses",
    "critical",
    { kind: "service-level", longMinutes: 15, shortMinutes: 5, burn: 5 },
    SERVICE_LEVEL.critical,
  ),
  ofEachQueue(
    "service-level-warning",
    "Service level falls",
    "warning",
    { kind: "service-level", longMinutes: 30, shortMinutes: 5, burn: 3 },
    SERVICE_LEVEL.warning,
  ),
  ofEachQueue(
    "service-level-notice",
    "Service level under its goal",
    "notice",
    { kind: "service-level", longMinutes: 120, shortMinutes: 10, burn: 1.5 },
    SERVICE_LEVEL.notice,
  ),
  ofEachQueue(
    "longest-wait",
    "Somebody waits too long",
    "warning",
    { kind: "longest-wait", raise: 5 * MINUTE_MS, clear: 3 * MINUTE_MS },
    { forMs: 0, keepFiringMs: MINUTE_MS },
  ),
];
