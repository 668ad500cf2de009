const SLOTS_OF_AN_HOUR = 4;

/**
 * Where a key moves the cursor among the quarter-hours that have been.
 * @param index where it stands
 * @param lastIndex the latest it may stand on
 * @returns null: the key moves nothing
 */
export function movedCursor(key: string, index: number, lastIndex: number): number | null {
  const within = (wanted: number): number => Math.max(0, Math.min(lastIndex, wanted));
  switch (key) {
    case "ArrowLeft":
    case "ArrowDown":
      return within(index - 1);
    case "ArrowRight":
    case "ArrowUp":
      return within(index + 1);
    case "PageDown":
      return within(index - SLOTS_OF_AN_HOUR);
    case "PageUp":
      return within(index + SLOTS_OF_AN_HOUR);
    case "Home":
      return 0;
    case "End":
      return lastIndex;
    default:
      return null;
  }
}
