import { expect, test } from "vitest";
import { entryOf, FIGURE_KEYS, formulaWords } from "./dictionary";

test("every figure has a short label and a definition that is a sentence", () => {
  for (const key of FIGURE_KEYS) {
    const { label, definition } = entryOf(key);
    expect(label.length).toBeLessThanOrEqual(24);
    expect(definition).toMatch(/^[A-Z].{20,}\.$/);
  }
});

test("[SL6] the formula is named with its threshold", () => {
  expect(formulaWords("offered", "60 s")).toBe("answered within 60 s");
  expect(formulaWords("answered-only", "20 s")).toBe("answered calls within 20 s");
  expect(formulaWords("abandons-after-threshold", "60 s")).toBe("within 60 s, early abandons left out");
  expect(formulaWords("credit-abandons-within-threshold", "60 s")).toBe("within 60 s, early abandons credited");
});
