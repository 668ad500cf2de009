import { type CountryCode, parsePhoneNumberFromString, type PhoneNumber } from "libphonenumber-js/max";
import { plainNumber } from "./plain-number";

/** How the numbers of a site are read. */
export type NumberRules = {
  /** In whose way numbers without a country code are dialled; null: they are left as they are spelt. */
  readonly country: CountryCode | null;
  /** What is dialled before a number outside; null: nothing. */
  readonly outsideLine: string | null;
  /** Up to so many digits are an extension, and never a number outside. */
  readonly extensionDigits: number;
};

/** Whose number it is by how it came: a caller's, or one that somebody here dialled, outside line and all. */
export type NumberWay = "called" | "dialled";

export type NumberReader = {
  /**
   * The one spelling of a number: E.164 (`+49301234567`) where it is one outside; else digits as they were dialled; what
   * is no number stays. Of its own answer it gives the same again.
   */
  readonly normalOf: (text: string, way?: NumberWay) => string;
  /** Whether it is a number that somebody outside may have. */
  readonly isOutside: (text: string) => boolean;
  /** The normal spelling first, then the others that telephone systems use for it. */
  readonly spellingsOf: (text: string) => readonly string[];
};

export const DEFAULT_NUMBER_RULES: NumberRules = { country: null, outsideLine: null, extensionDigits: 4 };

/** Reads numbers by the plan of every country, which libphonenumber knows. Costs some 30 µs a number. */
export function createNumberReader({ country, outsideLine, extensionDigits }: NumberRules): NumberReader {
  const parse = (digits: string): PhoneNumber | undefined =>
    parsePhoneNumberFromString(digits, { extract: false, ...(country === null ? {} : { defaultCountry: country }) });

  /** A number that can exist. `00` is for abroad in most countries, and trunks write it in all. */
  const read = (digits: string): PhoneNumber | null => {
    for (const one of [digits, abroad(digits)]) {
      const parsed = one === null ? undefined : parse(one);
      if (parsed?.isValid() === true) return parsed;
    }
    return null;
  };

  const withoutOutsideLine = (digits: string): string | null => {
    if (outsideLine === null || !digits.startsWith(outsideLine)) return null;
    const rest = digits.slice(outsideLine.length);
    return isExtension(rest) ? null : rest;
  };
  const isExtension = (digits: string): boolean => !digits.startsWith("+") && digits.length <= extensionDigits;

  /** 0 030 123 and 00 30 123 look alike: who dialled wanted a line first, of whom called only what else makes no sense. */
  const outside = (digits: string, way: NumberWay): PhoneNumber | null => {
    if (isExtension(digits)) return null;
    const rest = withoutOutsideLine(digits);
    const readings = way === "dialled" ? [rest, digits] : [digits, rest];
    for (const reading of readings) {
      const found = reading === null ? null : read(reading);
      if (found !== null) return found;
    }
    return null;
  };

  const normalOf = (text: string, way: NumberWay = "called"): string => {
    const digits = plainNumber(text);
    if (digits === null) return text;
    const found = outside(digits, way);
    if (found !== null) return found.number;
    // Countries open ranges faster than anybody updates: as long as its length is right, 00 is still +.
    const international = isExtension(digits) ? null : abroad(digits);
    return international !== null && parse(international)?.isPossible() === true ? international : digits;
  };

  const dialledHere = (normal: string): readonly string[] => {
    const bare = normal.slice(1);
    const parsed = read(normal);
    if (parsed === null || country === null) return [`00${bare}`, bare];
    // Undefined, whatever its type says, where callers choose a carrier for abroad.
    const fromHere = parsed.format("IDD", { fromCountry: country }) as string | undefined;
    const own = parsed.country === country ? [digitsOf(parsed.formatNational()), parsed.nationalNumber] : [];
    return [`00${bare}`, bare, ...(fromHere === undefined ? [] : [digitsOf(fromHere)]), ...own];
  };

  const isOutside = (text: string): boolean => {
    const digits = plainNumber(text);
    return digits !== null && outside(digits, "called") !== null;
  };

  return {
    normalOf,
    isOutside,
    spellingsOf: (text) => {
      const normal = normalOf(text);
      const dialled = normal.startsWith("+") ? dialledHere(normal) : [];
      const withLine = outsideLine === null ? [] : dialled.map((each) => outsideLine + each);
      return [...new Set([normal, text, ...dialled, ...withLine])];
    },
  };
}

/** `0049…` as `+49…`. */
const abroad = (digits: string): string | null => (/^00[1-9]/.test(digits) ? `+${digits.slice(2)}` : null);

const digitsOf = (text: string): string => text.replace(/\D/g, "");

/** Without a country: what is written as from abroad is one, all else as it is spelt. */
export const READS_INTERNATIONAL: NumberReader = createNumberReader(DEFAULT_NUMBER_RULES);
