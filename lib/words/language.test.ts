import { expect, it } from "vitest";
import { languageOf, LOCALES } from "./language";

it.each([
  [["de-AT", "en"], "de"],
  [["pt-PT"], "pt-BR"],
  [["nl", "fr-CA", "en"], "fr"],
  [["ES"], "es"],
  [["en-US@posix"], "en"],
  [["C"], "en"],
  [["zh-Hans"], "en"],
  [[""], "en"],
  [[], "en"],
] as const)("who reads %j is shown %s", (preferred, language) => {
  expect(languageOf(preferred)).toBe(language);
  expect(Intl.NumberFormat.supportedLocalesOf(LOCALES[language])).toHaveLength(1);
});
