import { describe, expect, it } from "vitest";
import { HOSTILE_NAMES } from "../testing/parts";
import { cut, inert } from "./inert";

describe("[NO30] a text that is nothing but text", () => {
  it.each([
    ["R&D, Support_en (2.0)", "R&D, Support_en (2.0)"],
    ["11 of 38 late in 15 min, since 10:42", "11 of 38 late in 15 min, since 10:42"],
    ["83.5 %", "83.5 %"],
    ["St. Pauli", "St. Pauli"],
    ["<!channel>", "‹!channel›"],
    ["<@U123>", "‹@\u2060U123›"],
    ["<https://evil|x>", "‹https:\u2060//evil|x›"],
    ["www.evil.example", "www.\u2060evil.\u2060example"],
    ["@here", "@\u2060here"],
    ["[a](b)", "[a]\u2060(b)"],
    ["{{DATE(x)}}", "{\u2060{DATE(x)}}"],
    ["&lt;", "&\u2060lt;"],
    [":+1:", ":\u2060+1:"],
    ["a\r\nBcc: b", "a Bcc: b"],
    ["\u202ea\u2060\u200b", "a"],
  ])("%j becomes %j", (text, shown) => {
    expect(inert(text)).toBe(shown);
  });

  it.each(HOSTILE_NAMES)("%j has nothing left that is made into something", (name) => {
    const text = inert(name);
    expect(text).not.toMatch(/[<>\p{Cc}\u202a-\u202e\u2066-\u2069\u200b]/u);
    expect(text).not.toMatch(/@[^\u2060]|:\/\/|www\.[a-z]|[a-z]\.[a-z]|\]\(|\{\{|&#?\w+;|:[\w+-]+:/i);
  });

  it.each([
    ["abc", 3, "abc"],
    ["abcd", 3, "ab…"],
    ["ab😀", 4, "ab😀"],
    ["ab😀c", 4, "ab…"],
  ])("%j within %i is %j", (text, most, shown) => {
    expect(cut(text, most)).toBe(shown);
  });
});
