/** Numbers that stand nowhere else in the world: each says where it was put in. All of them hold `CORE`. */
export const CANARY = {
  answered: "+4915199887701",
  abandoned: "+4915199887702",
  refused: "+4915199887703",
  overflowed: "+4915199887704",
  withoutPlus: "4915199887705",
  spaced: "+49 151 998 877 06",
  withZeros: "004915199887707",
  listed: "+4915199887708",
  inGap: "+4915199887709",
  outbound: "+4915199887710",
  channel: "+4915199887711",
  account: "+4915199887712",
  extension: "+4915199887713",
  connected: "+4915199887714",
  unreadable: "+4915199887715",
  tooLong: "+4915199887716",
  complained: "+4915199887717",
  waiting: "+4915199887718",
} as const;

/** The digits that all canaries share; the end that may be shown of each does not hold them. */
const CORE = "151998877";

/** How many digits stand after the core at most: as bytes of a number each of these is another one. */
const COUNTRY = "49";

const escaped = (bytes: string): string =>
  Array.from(bytes, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`).join("");

/** Spelt with anything between the digits: spaces, dashes, the zero bytes of UTF-16 and UTF-32, commas of a list. */
const SPELT = new RegExp(Array.from(CORE).join(String.raw`[^0-9]{0,3}`));

/** The bytes of the digits as hexadecimal, and as code points of a list (`49,53,…`). */
const IN_HEX = new RegExp(Buffer.from(CORE).toString("hex"), "i");
const AS_CODES = new RegExp(Array.from(CORE, (digit) => digit.charCodeAt(0)).join(String.raw`\D{1,3}`));

/** Three places in which base64 may begin to spell them; what depends on the characters around is left out. */
const IN_BASE64 = [0, 1, 2].map((before) => {
  const spelt = Buffer.from(`${"x".repeat(before)}${CORE}`)
    .toString("base64")
    .replace(/=+$/, "");
  return escaped(spelt.slice(before === 0 ? 0 : before + 1, Math.floor(((before + CORE.length) * 8) / 6)));
});
/** The same of UTF-16. */
const IN_BASE64_WIDE = [0, 1, 2].map((before) => {
  const wide = Buffer.concat([Buffer.alloc(before), Buffer.from(CORE, "utf16le")]);
  const spelt = wide.toString("base64").replace(/=+$/, "");
  return escaped(spelt.slice(before === 0 ? 0 : before + 1, Math.floor((wide.length * 8) / 6) - 1));
});

/** Two digits a byte, as telephony writes them, beginning in either half and with halves swapped. */
function packed(digits: string): string {
  return Buffer.from(digits, "hex").toString("latin1");
}
const swapped = (digits: string): string => digits.replace(/(.)(.)/g, "$2$1");
const IN_PACKED = [0, 1]
  .map((half) => `${COUNTRY}${CORE}`.slice(half, half + 10))
  .flatMap((digits) => [digits, swapped(digits)].map((each) => escaped(packed(each))));

/** As a number in a file: six bytes, as SQLite keeps it, or eight, from either side; or as a floating point number. */
const AS_NUMBERS = [`${COUNTRY}${CORE}`, CORE].flatMap((digits) =>
  Array.from({ length: 100 }, (_, end) => {
    const value = Number(`${digits}${String(end).padStart(2, "0")}`);
    const six = Buffer.alloc(6);
    six.writeUIntBE(value, 0, 6);
    const double = Buffer.alloc(8);
    double.writeDoubleBE(value);
    return [six, Buffer.from(six).reverse(), double, Buffer.from(double).reverse()];
  }).flat(),
);

const PATTERNS: readonly (readonly [string, RegExp])[] = [
  ["spelt", SPELT],
  ["in hexadecimal", IN_HEX],
  ["as codes", AS_CODES],
  ["in base64", new RegExp([...IN_BASE64, ...IN_BASE64_WIDE].join("|"))],
  ["packed", new RegExp(IN_PACKED.join("|"))],
];

/** Where and how a canary stands in this; empty: nowhere. @param where what it is, for people */
export function canariesIn(where: string, what: string | Uint8Array): readonly string[] {
  const bytes = typeof what === "string" ? Buffer.from(what) : Buffer.from(what.buffer, what.byteOffset, what.length);
  const text = bytes.toString("latin1");
  const found = PATTERNS.flatMap(([how, pattern]) => {
    const at = text.search(pattern);
    return at < 0 ? [] : [`${where}: ${how}, …${text.slice(Math.max(0, at - 60), at + 60)}…`];
  });
  if (typeof what === "string") return found;
  return AS_NUMBERS.some((number) => bytes.includes(number)) ? [...found, `${where}: as a number`] : found;
}
