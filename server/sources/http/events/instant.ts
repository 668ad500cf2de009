const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)[Tt]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)$/;

/** An instant as RFC 3339 writes it, in epoch ms; null: it is none, such as the 30th of February. */
export function readInstant(text: string): number | null {
  const found = DATE_TIME.exec(text);
  if (found === null) return null;
  const [, year, month, day] = found.map(Number);
  // Date.parse takes the 30th of February for the 2nd of March.
  const isDay = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day)).getUTCDate() === day;
  const atMs = Date.parse(text.toUpperCase());
  return isDay && Number.isFinite(atMs) ? atMs : null;
}
