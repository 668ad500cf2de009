/** Lines of a table: each column as wide as its widest cell. */
export function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => lengthOf(row[column] ?? ""))));
  return rows.map((row) =>
    row
      .map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - lengthOf(cell)))
      .join("  ")
      .trimEnd(),
  );
}

/** An instant to the minute; null: never. */
export const minuteText = (atMs: number | null): string =>
  atMs === null ? "never" : `${new Date(atMs).toISOString().slice(0, 16)}Z`;

const lengthOf = (text: string): number => Array.from(text).length;
