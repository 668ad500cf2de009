/** What went wrong, in one line for people. */
export function errorText(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  // libsql tells of a failed open as `ConnectionFailed("Unable to open … : 14")`.
  const wrapped = /^ConnectionFailed\("(.*?)(?:: \d+)?"\)$/s.exec(text);
  return (wrapped?.[1] ?? text).replace(/\s+/g, " ");
}

const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";

/** Another connection holds the lock. */
export const isBusy = (error: unknown): boolean => codeOf(error).startsWith("SQLITE_BUSY");

/** Nothing can be written now: the disk is full, read-only or failing, or somebody else writes. */
export const isWriteRefused = (error: unknown): boolean => /^SQLITE_(BUSY|FULL|READONLY|IOERR)/.test(codeOf(error));

/** The file is no database, or a broken one. */
export const isDamaged = (error: unknown): boolean => /^SQLITE_(NOTADB|CORRUPT)/.test(codeOf(error));
