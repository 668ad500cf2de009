import { expect, test } from "vitest";
import { DEFAULT_LOOK } from "../../../lib/config";
import { lookFromAddress } from "./look-from-address";

const look = { ...DEFAULT_LOOK, viewing: { screenInches: 43, distanceMetres: 4 } };

test("an address without wishes leaves the board's look", () => {
  expect(lookFromAddress(look, "?board=main")).toEqual(look);
});

test("screen, theme and language may be tried in the address", () => {
  expect(lookFromAddress(look, "?inches=55&metres=7.5&theme=contrast&lang=pt-br")).toMatchObject({
    viewing: { screenInches: 55, distanceMetres: 7.5 },
    theme: "contrast",
    language: "pt-BR",
  });
});

test.each(["?inches=55", "?inches=5&metres=8", "?inches=55&metres=31", "?inches=&metres=8", "?inches=x&metres=8"])(
  "%s makes no screen",
  (search) => {
    expect(lookFromAddress(look, search).viewing).toEqual(look.viewing);
  },
);

test("a theme or language that there is not leaves the configured one", () => {
  expect(lookFromAddress(look, "?theme=pink&lang=tlh")).toMatchObject({ theme: "dark", language: "en" });
});
