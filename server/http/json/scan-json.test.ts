import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scanJson } from "./scan-json";

const repeatedIn = (text: string): unknown => {
  const scanned = scanJson(text, 32);
  return scanned.kind === "too-deep" ? scanned.kind : Object.fromEntries(scanned.repeated);
};

describe("what JSON.parse does not say", () => {
  it("a name that stands twice in one object, however it is spelt; in two objects it is none", () => {
    expect(repeatedIn('{"a":1,"a":2}')).toEqual({ 0: "a" });
    expect(repeatedIn('{"a":1,"\\u0061":2}')).toEqual({ 0: "a" });
    expect(repeatedIn('{ "a" : "a" , "b" : [ "a", "a" ], "c":{"a":1} }')).toEqual({});
    expect(repeatedIn('{"x":{"y":[{"z":1,"q":0,"z":2}]}}')).toEqual({ 0: "z" });
    expect(repeatedIn('{"\\"":1,"\\\\":2,"a":"\\"a\\":","b":1}')).toEqual({});
    expect(repeatedIn('{"__proto__":1,"__proto__":2}')).toEqual({ 0: "__proto__" });
  });

  it("of a list, in which of its elements", () => {
    expect(
      repeatedIn('[{"a":1},{"a":1,"a":2},[{"b":1,"b":1}, 3],{"c":[1,2],"d":0}, {"e":1,"e":1,"f":1,"f":1}]'),
    ).toEqual({
      1: "a",
      2: "b",
      4: "e",
    });
  });

  it("how deep it goes; brackets within texts are none", () => {
    expect(repeatedIn("[".repeat(32) + "]".repeat(32))).toEqual({});
    expect(repeatedIn("[".repeat(33))).toBe("too-deep");
    expect(repeatedIn(JSON.stringify("[{".repeat(1_000)))).toEqual({});
  });

  it("nothing of any text without repeated names, and it ends for every text", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => void expect(repeatedIn(JSON.stringify(value))).toEqual({})),
    );
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'{}[],:"\\ a') }), (text) => void scanJson(text, 32)));
  });

  it("takes no longer for texts that never end, quotes that are none and a quarter of a million brackets", () => {
    const hostile = [
      `"${'\\"'.repeat(130_000)}`,
      '"'.repeat(262_143),
      "[]".repeat(131_000),
      `{"${"a".repeat(262_000)}`,
    ];
    const startMs = performance.now();
    for (const text of hostile) scanJson(text, 32);
    expect(performance.now() - startMs).toBeLessThan(400);
  });
});
