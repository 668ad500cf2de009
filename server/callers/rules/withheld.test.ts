import { expect, it } from "vitest";
import { isNobodysNumber, isWithheld } from "./withheld";

it("[PV35] whoever withholds his number is nobody, in the words of telephone systems, carriers and SIP", () => {
  const words = ["", "Anonymous", "<unknown>", "UNKNOWN", "Private", "PRIVATE_NUMBER", "unavailable", "Restricted"];
  words.push("Out Of Area", "withheld", "Caller-ID blocked", "(no number)", '"anonymous"');
  words.push("anonymous@anonymous.invalid", "sip:Anonymous@10.0.0.5", "sips:restricted@example.com;user=phone");
  expect(words.filter((word) => !isWithheld(word))).toEqual([]);
  const people = [
    "Anna Private",
    "Unknown Pleasures",
    "Null",
    "sip:anna@anonymous.invalid",
    "- -",
    "+493012345",
    "101",
  ];
  expect(people.filter(isWithheld)).toEqual([]);
});

it("[PV35] and so is a number that no telephone has", () => {
  const nobodys = ["0", "00", "0000000000", "+0", "+266696687", "+86282452253", "null", "Unknown Caller"];
  expect(nobodys.filter((number) => !isNobodysNumber(number))).toEqual([]);
  expect(["266696687", "2562533", "+4930000000", "100"].filter(isNobodysNumber)).toEqual([]);
});
