import { expect, test } from "vitest";
import { placeCard } from "./place-card";

const picture = { width: 1_000, height: 600 };
const card = { width: 300, height: 100 };
const name = (left: number, top: number) => ({ left, top, width: 80, height: 20 });

test("a card hangs under its name", () => {
  expect(placeCard(name(200, 100), card, picture)).toEqual({ left: 200, top: 120 });
});

test("at the foot of the picture it stands above, as soon as it would touch the edge", () => {
  expect(placeCard(name(200, 472), card, picture)).toEqual({ left: 200, top: 492 });
  expect(placeCard(name(200, 473), card, picture)).toEqual({ left: 200, top: 373 });
});

test("it never leaves the picture at its sides", () => {
  expect(placeCard(name(950, 100), card, picture).left).toBe(692);
  expect(placeCard(name(-40, 100), card, picture).left).toBe(8);
});

test("a card too large for the picture begins at its edge", () => {
  expect(placeCard(name(200, 100), { width: 1_200, height: 900 }, picture)).toEqual({ left: 8, top: 8 });
});
