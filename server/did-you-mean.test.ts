import { describe, expect, it } from "vitest";
import { closestWord } from "./did-you-mean";

const KNOWN = ["site", "hours", "target", "sources", "queues", "boards", "timeZone"];

describe("a mistyped word", () => {
  it.each([
    ["source", "sources"],
    ["queus", "queues"],
    ["tagret", "target"],
    ["Hours", "hours"],
    ["timezone", "timeZone"],
    ["zone", "timeZone"],
    ["port", null],
    ["x", null],
    ["", null],
  ])("%j is taken for %j", (word, closest) => {
    expect(closestWord(word, KNOWN)).toBe(closest);
  });
});
