import { createRequire } from "node:module";
import postcss, { type PluginCreator } from "postcss";
import { expect, test } from "vitest";

const oldTv = createRequire(import.meta.url)("./index.cjs") as PluginCreator<never>;

const lowered = async (css: string): Promise<string> => {
  const { css: text } = await postcss([oldTv()]).process(css, { from: undefined });
  return text.replace(/\s+/g, " ").replace(/ ?([{};:,]) ?/g, "$1");
};

test("layers become source order: as declared, and last what stands in none", async () => {
  const css = "@layer base, utilities; .plain{top:1px} @layer utilities{.u{top:2px}} @layer base{.b{top:3px}}";
  expect(await lowered(css)).toBe(".b{top:3px}.u{top:2px}.plain{top:1px}");
});

test("layers inside other rules are unwrapped where they stand", async () => {
  expect(await lowered("@media print{@layer base{.b{top:3px}}}")).toBe("@media print{.b{top:3px}}");
});

test(":where is written out, as far as that means the same", async () => {
  expect(await lowered(":where(.a, .b) > p{top:0}")).toBe(".a > p,.b > p{top:0}");
  expect(await lowered("abbr:where([title], .x){top:0}")).toBe("abbr[title],abbr.x{top:0}");
  expect(await lowered(".a:where(p){top:0}")).toBe(".a:where(p){top:0}");
});

test("registered properties get their initial value on every element, lengths with a unit", async () => {
  const css = '@property --ring{syntax:"<length>";inherits:false;initial-value:0} .a{top:var(--ring)}';
  expect(await lowered(css)).toMatch(/^\*,:before,:after\{--ring:0px;?\}/);
});

test("an empty fallback becomes a blank default", async () => {
  expect(await lowered(".a{transform:var(--turn,) var(--skew,)}")).toBe(
    "*,:before,:after{--turn:;--skew:}.a{transform:var(--turn) var(--skew)}",
  );
});

test("translate is also a transform where it is unknown", async () => {
  expect(await lowered(".a{translate:1px}")).toContain("@supports not (translate:0){.a{transform:translate(");
});
