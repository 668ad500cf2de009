const BREAKS = /[ \t]*(?:\r\n|[\n\r\u0085\u2028\u2029])\s*/gu;
/** What a terminal would obey, and what turns the direction of a line or hides in it. */
const OBEYED = /[\p{Cc}\p{Cf}\p{Cs}]/gu;

/**
 * A text as one line of a log: its lines one after the other, what cannot be seen as `\u{1b}`. Whatever anybody's name
 * holds, one thing that happened is one line, and no terminal takes it for an order.
 */
export const logLine = (text: string): string =>
  text.replace(BREAKS, " ").replace(OBEYED, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
