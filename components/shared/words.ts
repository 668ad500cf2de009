/** A threshold as people say it: `60 s`. */
export const thresholdText = (thresholdMs: number): string => `${Math.round(thresholdMs / 1_000)} s`;
