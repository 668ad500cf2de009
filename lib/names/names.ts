/** Longer names are cut: nobody reads them on a wall. */
const MOST_CHARACTERS = 64;
/** So much of a text is looked at; of 64 characters as the eye counts them none needs more. */
const LOOKED_AT = 1_024;

const PLAIN = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;
const SPACES = /[\s\p{Zl}\p{Zp}]+/gu;
/** Format and direction characters, controls that are no space, halves of pairs, letters and marks without a shape. */
const UNSEEN = /(?!\s)[\p{C}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0]/gu;
/** No script puts more than four marks on a letter; towers of them reach into the lines above. */
const TOWER = /(\p{M}{4})\p{M}+/gu;

/**
 * A name fit to be shown and compared: composed (NFC), in one line, single spaces, nothing in it that cannot be seen,
 * that turns the direction of what stands beside it, or that reaches out of its line. Not cut.
 */
export const cleanName = (text: string): string =>
  PLAIN.test(text) ? text : text.replace(UNSEEN, "").replace(SPACES, " ").normalize("NFC").replace(TOWER, "$1").trim();

/** A name of somebody or something that others chose: cleaned, and cut at 64 characters as the eye counts them. */
export function shownName(text: string): string {
  // A pair cut in two is cleaned away.
  const clean = cleanName(text.length > LOOKED_AT ? text.slice(0, LOOKED_AT) : text);
  if (clean.length <= MOST_CHARACTERS) return clean;
  return firstCharacters(clean, MOST_CHARACTERS).trim();
}

function firstCharacters(text: string, most: number): string {
  const characters = new Intl.Segmenter("en", { granularity: "grapheme" });
  let shown = "";
  let count = 0;
  for (const { segment } of characters.segment(text)) {
    if (count === most) break;
    shown += segment;
    count += 1;
  }
  return shown;
}

/** What is called by its id alone; where nothing of that can be seen, it is spelt out. */
export const nameOfId = (id: string): string => shownName(id) || codePoints(id.slice(0, 4));

const codePoints = (text: string): string =>
  Array.from(
    text,
    (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`,
  ).join(" ");

/**
 * An id as far as it can be told apart in a line: without controls and halves of pairs, else as it is spelt. Every
 * source and the configuration spell ids so.
 */
export const plainId = (text: string): string => text.replace(/[\p{Cc}\p{Cs}]/gu, "");
