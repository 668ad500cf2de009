import { expect, test } from "vitest";
import { reconnectDelayMs } from "./reconnect-delay";

test("the first attempt spreads over two seconds, later ones grow by half up to 15 s and never bunch", () => {
  expect([reconnectDelayMs(0, 0), reconnectDelayMs(0, 1)]).toEqual([0, 2_000]);
  expect([reconnectDelayMs(1, 0), reconnectDelayMs(1, 1)]).toEqual([1_500, 3_000]);
  expect([reconnectDelayMs(2, 0), reconnectDelayMs(2, 1)]).toEqual([2_250, 4_500]);
  expect([reconnectDelayMs(50, 0), reconnectDelayMs(50, 1)]).toEqual([7_500, 15_000]);
});
