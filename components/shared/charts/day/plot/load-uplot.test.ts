import { expect, test } from "vitest";
import { guardLanguage } from "./load-uplot";

test("a language that Intl refuses becomes one that it knows", () => {
  const kiosk = { language: "en-US@posix" };
  guardLanguage(kiosk);
  expect(kiosk.language).toBe("en-US");
  expect(new Intl.NumberFormat(kiosk.language).format(1)).toBe("1");
});

test("a language that Intl knows stays", () => {
  const laptop = { language: "pt-BR" };
  guardLanguage(laptop);
  expect(laptop.language).toBe("pt-BR");
});
