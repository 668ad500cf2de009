import { expect, it } from "vitest";
import { decodeSettings } from "../decode";
import { describeProblem } from "../problem";
import { problemsWith } from "../testing/decoded";

const SOURCE = "sources: [{ id: simulator, kind: simulator }]\n";
function decoded(lines: string) {
  const answer = decodeSettings(SOURCE + lines, {}, { machineTimeZone: "UTC" });
  if (!answer.ok) throw new Error(answer.problems.map((each) => describeProblem(each, "c.yaml")).join("\n"));
  return { callers: answer.settings.callers, notes: answer.notes.map((note) => describeProblem(note, "c.yaml")) };
}

it("[PV30] without the section only numbers with a country code are read, and nothing is shared", () => {
  const numbers = { country: null, outsideLine: null, extensionDigits: 4 };
  expect(decoded("")).toEqual({ callers: { numbers, shared: [] }, notes: [] });
  expect(decoded("callers: {}").callers).toEqual({ numbers, shared: [] });
});

it("[PV31] [PV32] [PV36] takes a country, the line, how long extensions are, and numbers as they are written", () => {
  const { callers, notes } = decoded(`
callers:
  country: DE
  outsideLine: 0
  extensionDigits: 3
  shared: [+49 30 1234-0, +493012340, 0049 40 123450, 101]`);
  expect(callers).toEqual({
    numbers: { country: "DE", outsideLine: "0", extensionDigits: 3 },
    shared: ["+49 30 1234-0", "+493012340", "0049 40 123450", "101"],
  });
  expect(notes).toEqual([]);
  expect(decoded('callers: { country: NO, outsideLine: "00" }').callers.numbers).toMatchObject({
    country: "NO",
    outsideLine: "00",
  });
});

it.each([
  ["{ country: Germany }", 'country: expected a country in two capital letters such as DE, got "Germany"'],
  ["{ country: pt }", 'country: expected a country in two capital letters such as PT, got "pt"'],
  ["{ country: UK }", 'country: expected a country in two capital letters such as GB, got "UK"'],
  ["{ country: 49 }", "country: expected a text, got 49"],
  [
    '{ country: DE, outsideLine: "0-" }',
    'outsideLine: expected the one to three digits that are dialled for a line outside, got "0-"',
  ],
  [
    "{ country: DE, outsideLine: 1234 }",
    'outsideLine: expected the one to three digits that are dialled for a line outside, got "1234"',
  ],
  ["{ country: DE, extensionDigits: 0 }", "extensionDigits: expected a number of digits from 1 to 8, got 0"],
  ["{ country: DE, extensionDigits: 9 }", "extensionDigits: expected a number of digits from 1 to 8, got 9"],
  ["{ country: DE, extensionDigits: 2-4 }", 'extensionDigits: expected a number, got "2-4"'],
  ["{ outsideLine: 0 }", "outsideLine: country is missing: without it only numbers with a country code are read"],
  [
    "{ extensionDigits: 3 }",
    "extensionDigits: country is missing: without it only numbers with a country code are read",
  ],
  ["{ shared: +49301234 }", "shared: expected a list, got 49301234"],
  ["{ shared: [reception] }", 'shared[0]: expected a telephone number such as +49 30 12340, got "reception"'],
  ["{ shared: [+49 30 12340, 7] }", 'shared[1]: expected a telephone number such as +49 30 12340, got "7"'],
  [
    "{ shared: [+4930123, +49 40 1, +4930123] }",
    'shared[2]: expected each number once, got "+4930123" again (first on line 2)',
  ],
  ["{ land: DE }", "land: there is no such key; what can stand here: country, outsideLine, extensionDigits, shared"],
])("says with its line what is wrong with %s", (section, problem) => {
  expect(problemsWith(`callers: ${section}`)).toEqual([`c.yaml:2 callers.${problem}`]);
});

it("[PV36] a shared number that nobody can have may be misspelt", () => {
  expect(decoded("callers:\n  country: DE\n  shared:\n    - 030 1234567\n    - +49 30\n").notes).toEqual([
    'c.yaml:6 callers.shared[1]: "+49 30" is neither a number of DE nor one with a country code; it is known only as it is spelt here',
  ]);
  expect(decoded("callers: { shared: [030 1234567] }").notes).toEqual([
    'c.yaml:2 callers.shared[0]: "030 1234567" is no number with a country code; it is known only as it is spelt here',
  ]);
});
