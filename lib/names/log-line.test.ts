import { expect, it } from "vitest";
import { logLine } from "./log-line";

it.each([
  ["Source acme: live", "Source acme: live"],
  ["refused: Anna\r\nSource acme: live", "refused: Anna Source acme: live"],
  ["Error: no\n    at a (b.ts:1:2)\n    at c", "Error: no at a (b.ts:1:2) at c"],
  ["a\u2028b\u0085c\u2029d", "a b c d"],
  ["\u001b[2J\u009b1m\u0000\u0007", "\\u{1b}[2J\\u{9b}1m\\u{0}\\u{7}"],
  ["\u202egnp.exe\u2066\u200b", "\\u{202e}gnp.exe\\u{2066}\\u{200b}"],
  ["\ud800x", "\\u{d800}x"],
  ["Größe ❤ שלום 😀", "Größe ❤ שלום 😀"],
])("[NM3] %j is written as %j", (text, written) => {
  expect(logLine(text)).toBe(written);
});
