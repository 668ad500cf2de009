import { expect, test } from "vitest";
import { chartSpanOf } from "./chart-span";

const at = (text: string): number => Date.parse(`2026-11-22T${text}:00Z`);
const spanOf = (starts: readonly string[], closes: string | null, now: string): readonly string[] => {
  const { fromMs, toMs } = chartSpanOf(starts.map(at), closes === null ? null : at(closes), at(now));
  return [fromMs, toMs].map((atMs) => new Date(atMs).toISOString().slice(11, 16));
};

test.each([
  ["the day from its first call to its closing time", ["08:00", "12:30"], "18:00", "12:47", ["08:00", "18:00"]],
  ["where it never closes, to the end of this quarter-hour", ["08:00", "12:30"], null, "12:47", ["08:00", "13:00"]],
  ["closed already, to what came last", ["08:00", "18:15"], "18:00", "18:20", ["08:00", "18:30"]],
  ["four hours at least", ["12:30"], null, "12:47", ["09:00", "13:00"]],
  ["an empty day has four hours too", [], null, "12:00", ["08:15", "12:15"]],
  ["an empty day that will close", [], "18:00", "08:05", ["08:00", "18:00"]],
  ["a closing time within a quarter-hour", ["08:00"], "17:50", "09:00", ["08:00", "18:00"]],
])("%s", (_title, starts, closes, now, span) => {
  expect(spanOf(starts, closes, now)).toEqual(span);
});
