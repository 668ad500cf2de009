/** What is the same picture: letters are drawn a little differently from one browser's version to the next. */
export const SAME = { maxDiffPixelRatio: 0.004, threshold: 0.25, animations: "disabled" } as const;
