/** From the careful guess to the bold one. */
export type Range = { readonly low: number; readonly high: number };

/** RE7: what missed calls cost, by the user's own guesses; money in units of `currency`. */
export type CostInputs = {
  /** ISO 4217, `EUR`. */
  readonly currency: string;
  readonly orderValue: number;
  /** Of the missed and not recovered, those who would have ordered; shares 0–1. */
  readonly conversionRatio: Range;
  /** 0: customers that leave are not reckoned in. */
  readonly lifetimeValue: number;
  /** Of the missed and not recovered, those who leave for good; shares 0–1. */
  readonly churnRatio: Range;
};

/** Today's, an estimate. */
export type CostEstimate = {
  readonly inputs: CostInputs;
  /** Callers missed today whose limit is over, or who cannot be called, and who did not come back. */
  readonly lostCallers: number;
  readonly orders: Range;
  readonly customers: Range;
  readonly total: Range;
};
