import type { Page } from "@playwright/test";

/** Counts the notes that are played; the real ones go on. */
const COUNT_NOTES = () => {
  const counted = globalThis as unknown as { notes: number };
  counted.notes = 0;
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function counting(when?: number): void {
    counted.notes += 1;
    start.call(this, when);
  };
};

/** From the next page on. */
export const countNotes = (page: Page): Promise<unknown> => page.addInitScript(COUNT_NOTES);
export const notesOn = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { notes: number }).notes);

/** By what sounds. */
export const NOTES = { critical: 4, warning: 2 } as const;
