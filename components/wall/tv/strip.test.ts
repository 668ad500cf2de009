import { expect, test } from "vitest";
import { fontSizeFor } from "../../../lib/legibility";
import { aboveStrip } from "./strip";

const viewing = { screenInches: 55, distanceMetres: 5 };

test.each([
  [1920, 1080],
  [3840, 2160],
  [1080, 1920],
])("above the strip of %s × %s letters are as large as without it", (widthPx, heightPx) => {
  const whole = { widthPx, heightPx };
  const above = aboveStrip(whole, viewing);
  expect(above.picture.heightPx).toBe(heightPx - Math.min(widthPx, heightPx) * (14 / 270));
  if (above.viewing === null) throw new Error("no viewing");
  expect(fontSizeFor(20, above.picture, above.viewing)).toBeCloseTo(fontSizeFor(20, whole, viewing), 6);
});

test("a page in the hand is read downwards past it", () => {
  const phone = { widthPx: 390, heightPx: 844 };
  expect(aboveStrip(phone, null)).toEqual({ picture: phone, viewing: null });
});
