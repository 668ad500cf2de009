import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync(new URL("./globals.css", import.meta.url), "utf8");

type Rgb = readonly [number, number, number];
type Tokens = ReadonlyMap<string, Rgb>;
type Sight = readonly [Rgb, Rgb, Rgb];

/** The colours of a theme; a wall's are its theme's where it sets none of its own. */
const tokensOf = (theme: string): Tokens =>
  theme.startsWith(".wall") ? new Map([...blockOf(theme.slice(".wall".length)), ...blockOf(theme)]) : blockOf(theme);

/** The colours that a selector's block sets, in linear light. */
function blockOf(selector: string): Tokens {
  const block = css.slice(css.indexOf(`\n${selector} {\n`)).split("}")[0] ?? "";
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [`${name}`, linear(`${hex}`)]),
  );
}

function linear(hex: string): Rgb {
  return [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
}

/** WCAG 2.2, relative luminance. */
const luminance = ([red, green, blue]: Rgb): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

function contrast(one: Rgb, other: Rgb): number {
  const [bright, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear light. */
const SIGHTS: Readonly<Record<string, Sight>> = {
  "full colour sight": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const seenWith = (sight: Sight, rgb: Rgb): Rgb =>
  sight.map((row) => {
    const channel = row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2];
    return Math.min(1, Math.max(0, channel));
  }) as unknown as Rgb;

/** What a wall is drawn with, and what a desk is. */
const WALLS = ['[data-theme="dark"]', '.wall[data-theme="light"]', '[data-theme="contrast"]'];
const DESKS = ['[data-theme="light"]'];
const THEMES = [...WALLS, ...DESKS];
const TEXTS = ["ink", "ink-soft", "ink-faint", "watch", "act", "goal"];
const MARKS = ["ok", "bar", "missed", "watch", "act", "goal", "ink-faint"];
const GROUNDS = ["ground", "raised", "select", "act-ground", "watch-ground"];
/** A mark's shape by state: what nobody knows is drawn in ink. */
const STATES = { ok: "ok", watch: "watch", act: "act", "no data": "ink" };

function colour(tokens: Tokens, name: string): Rgb {
  const found = tokens.get(name);
  if (found === undefined) throw new Error(`There is no token --${name}`);
  return found;
}

const tooLow = (
  tokens: Tokens,
  inks: readonly string[],
  grounds: readonly string[],
  least: number,
): readonly string[] =>
  inks.flatMap((ink) =>
    grounds.flatMap((ground) => {
      const ratio = contrast(colour(tokens, ink), colour(tokens, ground));
      return ratio >= least ? [] : [`${ink} on ${ground}: ${ratio.toFixed(2)}`];
    }),
  );

test.each(WALLS)("text of %s is readable across a room on every ground: 7:1", (theme) => {
  expect(tooLow(tokensOf(theme), TEXTS, GROUNDS, 7)).toEqual([]);
});

test.each(DESKS)("text of %s is readable on a desk on every ground: 4.5:1", (theme) => {
  expect(tooLow(tokensOf(theme), TEXTS, GROUNDS, 4.5)).toEqual([]);
});

test.each(THEMES)("marks, bars and chart lines of %s stand out from their ground: 3:1", (theme) => {
  expect(tooLow(tokensOf(theme), MARKS, ["ground", "raised", "select"], 3)).toEqual([]);
});

const SEEN = THEMES.flatMap((theme) => Object.entries(SIGHTS).map(([name, sight]) => [theme, name, sight] as const));

test.each(SEEN)("the states of %s differ in brightness with %s: 1.25:1 between any two", (theme, _name, sight) => {
  const tokens = tokensOf(theme);
  const seen = Object.entries(STATES).map(([state, name]) => [state, seenWith(sight, colour(tokens, name))] as const);
  const alike = seen.flatMap(([one, its], index) =>
    seen.slice(index + 1).flatMap(([other, others]) => {
      const ratio = contrast(its, others);
      return ratio >= 1.25 ? [] : [`${one} and ${other}: ${ratio.toFixed(2)}`];
    }),
  );
  expect(alike).toEqual([]);
});

test.each(SEEN)(
  "answered and missed of the day's chart of %s differ in brightness with %s: 1.4:1",
  (theme, _name, sight) => {
    const tokens = tokensOf(theme);
    const [answered, missed] = ["bar", "missed"].map((name) => seenWith(sight, colour(tokens, name))) as [Rgb, Rgb];
    expect(contrast(answered, missed)).toBeGreaterThanOrEqual(1.4);
  },
);

test("light by the system's wish is the light theme, token by token", () => {
  const asked = tokensOf('  [data-theme="system"]');
  expect(asked.size).toBeGreaterThan(10);
  expect(asked).toEqual(tokensOf('[data-theme="light"]'));
});
