import { expect, test } from "vitest";
import { agoText } from "./ago";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const said = (ms: number): string => agoText(ms, "en");

test("how long ago, the second before and the second itself", () => {
  expect([-5_000, 0, MINUTE_MS - 1].map(said)).toEqual(["now", "now", "now"]);
  expect([MINUTE_MS, 2 * MINUTE_MS, HOUR_MS - 1].map(said)).toEqual([
    "1 minute ago",
    "2 minutes ago",
    "59 minutes ago",
  ]);
  expect([HOUR_MS, 24 * HOUR_MS - 1, 24 * HOUR_MS, 72 * HOUR_MS].map(said)).toEqual([
    "1 hour ago",
    "23 hours ago",
    "yesterday",
    "3 days ago",
  ]);
});

test("as each language says it", () => {
  expect(agoText(12 * MINUTE_MS, "de")).toBe("vor 12 Minuten");
  expect(agoText(12 * MINUTE_MS, "pt-BR")).toBe("há 12 minutos");
});
