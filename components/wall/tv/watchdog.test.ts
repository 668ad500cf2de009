import { expect, test } from "vitest";
import { countSilence, SILENT_LOOKS } from "./watchdog";

const at = (seconds: number) => ({ wallMs: 1_000_000 + seconds * 1_000, steadyMs: seconds * 1_000 });

test("a page is silent after two minutes of looks at which no board had been heard since the last", () => {
  let looks = 0;
  const silentAt: number[] = [];
  for (let second = 10; second <= 300; second += 10) {
    looks = countSilence(looks, [at(Math.min(second, 100)), null], at(second));
    if (looks >= SILENT_LOOKS) silentAt.push(second);
  }
  expect(silentAt[0]).toBe(230);
});

test("one board that is heard is enough", () => {
  expect(countSilence(11, [at(20), at(295)], at(300))).toBe(0);
  expect(countSilence(11, [], at(300))).toBe(12);
});

test("a television that slept for an hour has looked only once since", () => {
  expect(countSilence(0, [at(100)], at(3_700))).toBe(1);
});
