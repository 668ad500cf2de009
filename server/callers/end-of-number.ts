/** From so many characters on a number shows its last four; a shorter one, an extension mostly, its last two. */
const LONG_NUMBER = 7;
const LONG_END = 4;
const SHORT_END = 2;

/** What may be shown of a number to who may not see the whole: never all of it. */
export function endOfNumber(number: string): string {
  const shown = number.length >= LONG_NUMBER ? LONG_END : Math.min(SHORT_END, number.length - 1);
  return number.slice(number.length - Math.max(0, shown));
}
