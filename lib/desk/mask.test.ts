import { describe, expect, it } from "vitest";
import { maskCaller } from "./mask";

const tailOf = (number: string): string | null => {
  const masked = maskCaller({ number, name: "Ana Maria" });
  return masked.kind === "number" ? masked.tail : null;
};

describe("a caller whose number is not to be seen", () => {
  it("[BF5] from seven characters on shows the last four, below them the last two", () => {
    expect(tailOf("+4930123456")).toBe("3456");
    expect(tailOf("1234567")).toBe("4567");
    expect(tailOf("123456")).toBe("56");
    expect(tailOf("101")).toBe("01");
  });

  it("[BF5] never shows the whole number", () => {
    expect(tailOf("12")).toBe("2");
    expect(tailOf("1")).toBe("");
  });

  it("[BF5] nobody known, no number and an empty one are withheld, whatever the name", () => {
    expect(maskCaller(null)).toEqual({ kind: "withheld" });
    expect(maskCaller({ number: null, name: "Ana Maria" })).toEqual({ kind: "withheld" });
    expect(maskCaller({ number: "", name: null })).toEqual({ kind: "withheld" });
  });
});
