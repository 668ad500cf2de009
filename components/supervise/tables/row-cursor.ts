/** Where an arrow key leads in a list of `count`; null: the key leads nowhere. */
export function movedTo(key: string, from: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case "ArrowDown":
      return Math.min(count - 1, from + 1);
    case "ArrowUp":
      return Math.max(0, from - 1);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

/**
 * The same where pages are turned too.
 * @param pageRows how many rows are seen at once
 */
export function movedRow(key: string, index: number, count: number, pageRows: number): number | null {
  if (count === 0) return null;
  const page = Math.max(1, pageRows - 1);
  switch (key) {
    case "PageUp":
      return Math.max(0, index - page);
    case "PageDown":
      return Math.min(count - 1, index + page);
    default:
      return movedTo(key, index, count);
  }
}
