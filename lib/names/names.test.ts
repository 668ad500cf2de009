import { describe, expect, it } from "vitest";
import { cleanName, nameOfId, plainId, shownName } from "./names";

const graphemes = (text: string): number => [...new Intl.Segmenter("en").segment(text)].length;

describe("names that others chose", () => {
  it.each([
    ["Anna Ek", "Anna Ek"],
    ["  Anna \t  Ek ", "Anna Ek"],
    ["Anna\r\nAction: QueueReset", "Anna Action: QueueReset"],
    ["A\u2028B\u2029C", "A B C"],
    ["\u202eEk Anna\u202c", "Ek Anna"],
    ["\u2066A\u2069 \u200b\u200d\ufeff\u00adB", "A B"],
    ["A \u200b B", "A B"],
    ["A\u0000B\u001b[31mC\u009b1mD", "AB[31mC1mD"],
    ["A\ud800B\udc00C", "ABC"],
    ["e\u0301", "é"],
    ["e\u034f\u0301", "é"],
    ["\ufeffA", "A"],
    ["A\u200b \u200bB", "A B"],
    ["\u3164\u2800\u115f\u034f", ""],
    ['"><img src=x onerror=alert(1)>', '"><img src=x onerror=alert(1)>'],
    ["=cmd()", "=cmd()"],
    ["__proto__", "__proto__"],
    ["❤️ 😀 שלום", "❤️ 😀 שלום"],
  ])("[NM1] %j is shown as %j", (text, shown) => {
    expect(shownName(text)).toBe(shown);
    expect(cleanName(text)).toBe(shown);
  });

  it("[NM1] no letter carries a tower", () => {
    expect(shownName(`Z${"\u0335\u0315".repeat(500)}algo`)).toMatch(/^Z\p{M}{4}algo$/u);
    expect(shownName("Nguyễn Thị Thắm")).toBe("Nguyễn Thị Thắm");
    expect(shownName("שָׁלוֹם ที่นี่")).toBe("שָׁלוֹם ที่นี่".normalize("NFC"));
  });

  it.each(["x", "👍🏽", "🇩🇪", "é\u0331\u0332", "界"])("[NM1] 64 characters as the eye counts them: %s", (one) => {
    expect(graphemes(shownName(one.repeat(63)))).toBe(63);
    expect(graphemes(shownName(one.repeat(64)))).toBe(64);
    expect(graphemes(shownName(one.repeat(65)))).toBe(64);
    expect(graphemes(shownName(one.repeat(10_000)))).toBe(64);
    expect(shownName(one.repeat(10_000))).not.toMatch(/\p{Cs}/u);
  });
});

describe("ids as sources and the configuration spell them", () => {
  it("[NM2] an id has no control characters and no halves of pairs; all else stays as it is", () => {
    expect(plainId("a\r\nb\u0000\u001b[1m\u009bc\ud800")).toBe("ab[1mc");
    for (const id of ["__proto__", "SIP/7010", "\u202eeuq", "e\u0301", " a  b "]) expect(plainId(id)).toBe(id);
  });

  it("[NM2] what has no name but its id is called by that, and spelt out where nothing of it can be seen", () => {
    expect(nameOfId("SIP/7010\u202e")).toBe("SIP/7010");
    expect(nameOfId("\u200b\u202e\u3164\ufeff\u200b")).toBe("U+200B U+202E U+3164 U+FEFF");
  });
});
