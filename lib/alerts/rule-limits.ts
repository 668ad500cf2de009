/** What the figures of a rule may be, wherever it is written; both ends included. */
export type Within = { readonly least: number; readonly most: number };

const within = (least: number, most: number): Within => ({ least, most });

export const RULE_LIMITS = {
  /** Of the long window; the short one is within it. */
  windowMinutes: within(1, 240),
  burn: within(1, 50),
  /** ms. */
  wait: within(1_000, 86_400_000),
  callers: within(1, 10_000),
  callersPerAgent: within(0.1, 1_000),
  /** How long ago somebody may have left. */
  leftMinutes: within(1, 240),
  leftPerMille: within(1, 1_000),
  abandons: within(2, 1_000),
  missedPerMille: within(1, 1_000),
  recoveries: within(1, 10_000),
  /** ms. */
  paused: within(60_000, 86_400_000),
  /** ms; of `forMs` and `keepFiringMs`. */
  hold: within(0, 86_400_000),
  conditions: within(2, 5),
} as const satisfies Readonly<Record<string, Within>>;

/** From where down something is no longer over: nobody at all, say. */
export const clearWithin = ({ most }: Within): Within => within(0, most);

export const isWithin = (value: number, { least, most }: Within): boolean => value >= least && value <= most;
