import { setTimeout as delay } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { askAgainDelayMs, follow, type Follower } from "./follower";

const EVERY_MS = 60;
let follower: Follower | undefined;
afterEach(() => follower?.stop());

/** A server that answers when told to. */
function slowServer(): {
  readonly question: (signal: AbortSignal) => Promise<boolean>;
  readonly answer: (well?: boolean) => void;
  readonly asked: () => number;
  readonly signals: AbortSignal[];
} {
  const open: ((well: boolean) => void)[] = [];
  const signals: AbortSignal[] = [];
  return {
    question: (signal) => {
      signals.push(signal);
      return new Promise((resolve) => open.push(resolve));
    },
    answer: (well = true) => open.shift()?.(well),
    asked: () => signals.length,
    signals,
  };
}

test("asks at once, then only when something changed", async () => {
  const server = slowServer();
  follower = follow(server.question, EVERY_MS);
  expect(server.asked()).toBe(1);
  server.answer();
  await delay(EVERY_MS * 2);
  expect(server.asked()).toBe(1);
  follower.changed();
  expect(server.asked()).toBe(2);
});

test("one question at a time: what changes meanwhile is asked once, after the answer", async () => {
  const server = slowServer();
  follower = follow(server.question, EVERY_MS);
  follower.changed();
  follower.changed();
  await delay(EVERY_MS * 2);
  expect(server.asked()).toBe(1);
  server.answer();
  await delay(0);
  expect(server.asked()).toBe(2);
  server.answer();
  await delay(EVERY_MS * 2);
  expect(server.asked()).toBe(2);
});

test("however often something changes, one question in a while", async () => {
  const server = slowServer();
  follower = follow(server.question, EVERY_MS);
  for (let change = 0; change < 10; change += 1) {
    server.answer();
    follower.changed();
    // oxlint-disable-next-line no-await-in-loop
    await delay(EVERY_MS / 5);
  }
  expect(server.asked()).toBeGreaterThanOrEqual(2);
  expect(server.asked()).toBeLessThanOrEqual(4);
});

test("a question that failed is asked again by itself", async () => {
  const server = slowServer();
  follower = follow(server.question, EVERY_MS);
  server.answer(false);
  await delay(EVERY_MS * 2);
  expect(server.asked()).toBe(2);
});

test("another choice ends the question under way, and nothing is asked any more", async () => {
  const server = slowServer();
  follower = follow(server.question, EVERY_MS);
  follower.stop();
  expect(server.signals[0]?.aborted).toBe(true);
  server.answer(false);
  follower.changed();
  await delay(EVERY_MS * 2);
  expect(server.asked()).toBe(1);
});

test("a server that fails is asked less and less often, whatever changes meanwhile", async () => {
  const server = slowServer();
  follower = follow(server.question, EVERY_MS);
  for (let tenth = 0; tenth < 100; tenth += 1) {
    server.answer(false);
    follower.changed();
    // oxlint-disable-next-line no-await-in-loop
    await delay(EVERY_MS / 10);
  }
  // At 0, 1, 3 and 7 times as long, each wait shortened by chance by less than a third.
  expect(server.asked()).toBeGreaterThanOrEqual(3);
  expect(server.asked()).toBeLessThanOrEqual(5);
});

test("a wait grows from one second to fifteen, and is never longer", () => {
  expect([1, 2, 3, 4, 5, 99].map((failures) => askAgainDelayMs(failures, 0))).toEqual([
    1_000, 2_000, 4_000, 8_000, 15_000, 15_000,
  ]);
  expect(askAgainDelayMs(5, 1)).toBe(10_500);
});

test("a server that seems to be back is asked at once", async () => {
  const server = slowServer();
  follower = follow(server.question, EVERY_MS);
  for (let failures = 1; failures <= 3; failures += 1) {
    server.answer(false);
    // oxlint-disable-next-line no-await-in-loop
    await delay(EVERY_MS * 2 ** (failures - 1) + 10);
  }
  expect(server.asked()).toBe(4);
  server.answer(false);
  await delay(EVERY_MS);
  expect(server.asked()).toBe(4);
  follower.again();
  expect(server.asked()).toBe(5);
});

test("who rests asks nothing, and afterwards what has changed meanwhile", async () => {
  const server = slowServer();
  follower = follow(server.question, EVERY_MS);
  follower.rest(true);
  server.answer();
  follower.changed();
  await delay(EVERY_MS * 2);
  expect(server.asked()).toBe(1);
  follower.rest(false);
  expect(server.asked()).toBe(2);
});
