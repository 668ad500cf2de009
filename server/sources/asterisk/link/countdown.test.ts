import { expect, test } from "vitest";
import { startCountdown } from "./countdown";

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Keeps this process from doing anything else. */
function standStill(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

test("[UN2] time in which this process stood still is not held against the other side", async () => {
  let expired = false;
  startCountdown(200, () => {
    expired = true;
  });
  standStill(400);
  await wait(20);
  expect(expired).toBe(false);
  await wait(400);
  expect(expired).toBe(true);
});

test("a stopped countdown does not end", async () => {
  let expired = false;
  const stop = startCountdown(50, () => {
    expired = true;
  });
  stop();
  await wait(120);
  expect(expired).toBe(false);
});
