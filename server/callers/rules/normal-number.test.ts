import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createNumberReader, DEFAULT_NUMBER_RULES, type NumberRules, READS_INTERNATIONAL } from "./normal-number";

const readerOf = (rules: Partial<NumberRules>) => createNumberReader({ ...DEFAULT_NUMBER_RULES, ...rules });
type Country = NumberRules["country"];

const SPELLINGS: readonly (readonly [Country, string, readonly string[]])[] = [
  ["DE", "+49301234567", ["+49301234567", "0049301234567", "0301234567", "+49 (0)30 1234-567", "030/123 45 67"]],
  ["DE", "+442079460958", ["00442079460958", "+44 (0)20 7946 0958"]],
  ["PT", "+351215519259", ["+351215519259", "00351215519259", "215519259", "351 21 551 92 59"]],
  ["BR", "+5511987654321", ["(11) 98765-4321", "011987654321", "0 15 11 98765-4321", "021 11 98765-4321"]],
  ["BR", "+5511987654321", ["00 21 55 11 98765-4321", "005511987654321", "+5511987654321"]],
  ["BR", "+49301234567", ["0049301234567", "00 15 49 30 1234567"]],
  ["US", "+12025550123", ["(202) 555-0123", "1 202-555-0123", "+1 202.555.0123", "0012025550123"]],
  ["US", "+49301234567", ["011 49 30 1234567", "0049301234567"]],
  ["IT", "+390612345678", ["06 1234 5678", "+39 06 12345678", "00390612345678"]],
  ["IT", "+393331234567", ["333 123 4567", "+393331234567"]],
  ["FR", "+33123456789", ["01 23 45 67 89", "0033123456789", "+33 (0)1 23 45 67 89"]],
  ["RU", "+79161234567", ["8 916 123-45-67", "+79161234567"]],
  [null, "+49301234567", ["+49301234567", "0049301234567", "+49 30 123 45 67"]],
];

describe("one number, however it is spelt", () => {
  it.each(SPELLINGS)("[PV30] in %s it is %s", (country, number, spellings) => {
    const { normalOf, isOutside } = readerOf({ country });
    expect(spellings.map((spelling) => normalOf(spelling))).toEqual(spellings.map(() => number));
    expect(spellings.every(isOutside)).toBe(true);
  });

  it("[PV30] without a country what has no country code is as it was dialled", () => {
    const { normalOf, isOutside } = READS_INTERNATIONAL;
    for (const digits of ["0301234567", "215519259", "20255", "00301234567"]) {
      expect([normalOf(digits), isOutside(digits)]).toEqual([digits, false]);
    }
  });

  it("[PV30] a number that no plan knows yet is one with 00 and with +, where its length is right", () => {
    const { normalOf, isOutside } = readerOf({ country: "DE" });
    expect([normalOf("00351000000000"), normalOf("+351000000000")]).toEqual(["+351000000000", "+351000000000"]);
    expect(isOutside("+351000000000")).toBe(false);
    expect([normalOf("0035121"), normalOf("+35121")]).toEqual(["0035121", "+35121"]);
  });

  it("[PV30] what is no number stays as it is", () => {
    const { normalOf } = readerOf({ country: "DE", outsideLine: "0" });
    const texts = [
      "",
      "anna b",
      "sip:anna@example.com",
      "+",
      "030 123 ext. 5",
      "0301234567;ext=5",
      "٠٣٠١٢٣٤٥٦٧",
      "\ud800",
    ];
    for (const text of [...texts, "7".repeat(4_000)]) expect(normalOf(text)).toBe(text);
  });
});

describe("what is dialled before a number outside", () => {
  const { normalOf } = readerOf({ country: "DE", outsideLine: "0" });

  it.each([
    ["0 030 1234567", "+49301234567"],
    ["0 0049 30 1234567", "+49301234567"],
    ["0 00351 215519259", "+351215519259"],
    ["030 1234567", "+49301234567"],
    ["+49 30 1234567", "+49301234567"],
  ])("[PV31] %s is %s, whether somebody dialled it or called from it", (digits, number) => {
    expect([normalOf(digits, "dialled"), normalOf(digits)]).toEqual([number, number]);
  });

  it("[PV31] who dials wants a line first, who calls does not: the same digits may be Berlin and Athens", () => {
    expect(normalOf("00302101234567", "dialled")).toBe("+49302101234567");
    expect(normalOf("00302101234567")).toBe("+302101234567");
  });

  it("[PV31] the line may be any digits, in any country", () => {
    const us = readerOf({ country: "US", outsideLine: "9" });
    for (const digits of ["9 1 202 555 0123", "9 202 555 0123", "202 555 0123"]) {
      expect([us.normalOf(digits, "dialled"), us.normalOf(digits)]).toEqual(["+12025550123", "+12025550123"]);
    }
    // 912 is an area too.
    expect(us.normalOf("9123456789")).toBe("+19123456789");
    expect(readerOf({ country: "PT", outsideLine: "00" }).normalOf("00215519259", "dialled")).toBe("+351215519259");
  });
});

it("[PV32] an extension is none of the numbers outside: the last digit of one, and one more", () => {
  const { normalOf, isOutside } = readerOf({ country: "PT", outsideLine: "0", extensionDigits: 8 });
  for (const digits of ["7", "112", "0112", "21551925"]) {
    expect([normalOf(digits), normalOf(digits, "dialled"), isOutside(digits)]).toEqual([digits, digits, false]);
  }
  expect(normalOf("215519259")).toBe("+351215519259");
  // In Niue numbers have four digits.
  expect(["4002", "0006834002"].map((digits) => readerOf({ country: "NU" }).normalOf(digits))).toEqual([
    "4002",
    "0006834002",
  ]);
  expect(readerOf({ country: "NU", extensionDigits: 3 }).normalOf("4002")).toBe("+6834002");
});

it("[PV34] other spellings of a number are named, the right one first", () => {
  const { spellingsOf } = readerOf({ country: "DE", outsideLine: "0" });
  const all = ["+49301234567", "0049301234567", "0301234567", "301234567", "49301234567", "00301234567"];
  for (const spelling of all) {
    expect(spellingsOf(spelling)[0]).toBe(all[0]);
    expect(spellingsOf(spelling)).toEqual(expect.arrayContaining(all));
  }
  expect(readerOf({ country: "US" }).spellingsOf("+49301234567")).toContain("01149301234567");
  expect([spellingsOf("101"), spellingsOf("10 1")]).toEqual([["101"], ["101", "10 1"]]);
});

it("[PV30] reading twice changes nothing, whatever the text, the country and the way it came", () => {
  const digits = fc
    .array(fc.constantFrom(..."0123456789"), { minLength: 1, maxLength: 16 })
    .map((each) => each.join(""));
  const prefix = fc.constantFrom(
    "",
    "+",
    "00",
    "0",
    "000",
    "+49",
    "0049",
    "+390",
    "+33",
    "+1",
    "+55",
    "9",
    "011",
    "+54",
    "+52",
  );
  const text = fc.oneof({ weight: 9, arbitrary: fc.tuple(prefix, digits).map((parts) => parts.join("")) }, fc.string());
  const countries = ["DE", "PT", "BR", "US", "IT", "FR", "AR", "MX", "RU", "NU", null] as const;
  fc.assert(
    fc.property(text, fc.constantFrom(...countries), fc.constantFrom("called", "dialled"), (written, country, way) => {
      const reader = readerOf({ country, outsideLine: country === null ? null : "0" });
      const once = reader.normalOf(written, way);
      expect([reader.normalOf(once), reader.normalOf(once, way)]).toEqual([once, once]);
      expect(reader.spellingsOf(once)[0]).toBe(once);
    }),
    { numRuns: 500 },
  );
});
