/**
 * Where a key moves the cursor among the rows.
 * @param pageRows how many rows are seen at once
 * @returns null: the key moves nothing
 */
export function movedRow(key: string, index: number, count: number, pageRows: number): number | null {
  if (count === 0) return null;
  const within = (wanted: number): number => Math.max(0, Math.min(count - 1, wanted));
  switch (key) {
    case "ArrowUp":
      return within(index - 1);
    case "ArrowDown":
      return within(index + 1);
    case "PageUp":
      return within(index - Math.max(1, pageRows - 1));
    case "PageDown":
      return within(index + Math.max(1, pageRows - 1));
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
