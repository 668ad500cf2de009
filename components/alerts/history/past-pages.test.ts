import { expect, test } from "vitest";
import { pastAlert } from "../../../lib/testing/alert-samples";
import { byDay, shownPast } from "./past-pages";

const MIDNIGHT_MS = Date.UTC(2026, 10, 21);
const ended = (id: string, resolvedAtMs: number) => pastAlert({ id, resolvedAtMs });

test("[AL72] by the site's days of their end, to the second, in the order in which they come", () => {
  const past = [ended("c", MIDNIGHT_MS + 1_000), ended("b", MIDNIGHT_MS), ended("a", MIDNIGHT_MS - 1_000)];
  const daysIn = (zone: string) => byDay(past, zone).map(({ day, alerts }) => [day, alerts.map(({ id }) => id)]);
  expect(daysIn("UTC")).toEqual([
    ["2026-11-21", ["c", "b"]],
    ["2026-11-20", ["a"]],
  ]);
  expect(daysIn("America/Sao_Paulo")).toEqual([["2026-11-20", ["c", "b", "a"]]]);
  expect(daysIn("Mars/Olympus")).toEqual([[null, ["c", "b", "a"]]]);
});

test("[AL72] what moved from the newest page to an older one stands there once", () => {
  const [a, b, c] = [ended("a", 1), ended("b", 2), ended("c", 3)];
  expect(shownPast([c, b], null)).toEqual([c, b]);
  expect(shownPast([c, b], { past: [b, a], next: null })).toEqual([c, b, a]);
});
