import { expect, test } from "vitest";
import { isSilent } from "./watchdog";

const at = (seconds: number) => ({ wallMs: 1_000_000 + seconds * 1_000, steadyMs: seconds * 1_000 });

test("a page is silent two minutes after the last thing heard, of whichever board", () => {
  expect(isSilent([at(500)], at(0), at(619.9))).toBe(false);
  expect(isSilent([at(500)], at(0), at(620))).toBe(true);
  expect(isSilent([at(500), at(560), null], at(0), at(650))).toBe(false);
});

test("a page that never heard anything has two minutes from its beginning", () => {
  expect(isSilent([null], at(0), at(119))).toBe(false);
  expect(isSilent([null], at(0), at(120))).toBe(true);
  expect(isSilent([], at(0), at(120))).toBe(true);
});
