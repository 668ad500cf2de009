import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync(new URL("./globals.css", import.meta.url), "utf8");

function tokensOf(selector: string): ReadonlyMap<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).split("}")[0] ?? "";
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [`${name}`, `${value}`]));
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [bright, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}

const THEMES = [":root", '[data-theme="light"]'];
const GROUNDS = ["ground", "act-ground", "watch-ground"];

test.each(THEMES)("text of %s is readable across a room on every ground: 7:1", (theme) => {
  const tokens = tokensOf(theme);
  for (const ground of GROUNDS)
    for (const ink of ["ink", "ink-soft", "ink-faint", "watch", "act", "goal"]) {
      const ratio = contrast(tokens.get(ink) ?? "", tokens.get(ground) ?? "");
      expect([theme, ink, ground, ratio >= 7 ? "enough" : ratio]).toEqual([theme, ink, ground, "enough"]);
    }
});

test.each(THEMES)("marks of %s stand out from their ground: 3:1", (theme) => {
  const tokens = tokensOf(theme);
  expect(contrast(tokens.get("bar") ?? "", tokens.get("ground") ?? "")).toBeGreaterThanOrEqual(3);
});

test.each(THEMES)("watch and act of %s differ in brightness, not in colour alone", (theme) => {
  const tokens = tokensOf(theme);
  expect(contrast(tokens.get("watch") ?? "", tokens.get("act") ?? "")).toBeGreaterThan(1.15);
});
