import { describe, expect, it } from "vitest";
import { callerFromText, nameFrom } from "./caller-text";

describe("who calls, as sources spell it", () => {
  it("[RC1] [PV35] whoever withholds his number has none, in all the words for it", () => {
    const words = [null, "", " ", "anonymous", "Anonymous", "unknown", "UNKNOWN", "<unknown>", "\u200bunknown "];
    for (const word of words) expect(callerFromText(word, word)).toEqual({ number: null, name: null });
    expect(callerFromText("+4930901820777")).toEqual({ number: "+4930901820777", name: null });
    expect(callerFromText("anonymous", "Ana Ruiz")).toEqual({ number: null, name: "Ana Ruiz" });
    expect(callerFromText("+266696687", "Null")).toEqual({ number: null, name: "Null" });
    expect(callerFromText("00000", "PRIVATE")).toEqual({ number: null, name: null });
    expect(callerFromText("1", "unknown caller")).toEqual({ number: "1", name: "unknown caller" });
  });

  it.each([
    ["+49 30 99 88 77", "+4930998877"],
    ["+49 (30) 9988-77", "+4930998877"],
    ["030/99 88.77", "030998877"],
    ["200", "200"],
    ["sip:anna-b@example.com", "sip:anna-b@example.com"],
    ["anna b", "anna b"],
    ["- -", "- -"],
  ])("[PV1] one caller, however his number is grouped: %s", (spelt, number) => {
    expect(callerFromText(spelt)).toEqual({ number, name: null });
  });

  it("[NM1] numbers and names are text in one line, with nothing that cannot be seen", () => {
    expect(callerFromText(" +49\u202a30\u0000 ", "Zoe\u0301\n\u202eCanary")).toEqual({
      number: "+4930",
      name: "Zo\u00e9 Canary",
    });
  });
});

it("[NM1] a name, or a reason that people typed, may be none", () => {
  expect([null, "", "\u200b \n"].map(nameFrom)).toEqual([null, null, null]);
  // Only callers are withheld: somebody may give the word as the reason of his pause.
  expect(nameFrom(" unknown\t")).toBe("unknown");
});
