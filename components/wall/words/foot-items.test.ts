import { expect, test } from "vitest";
import type { AlertView } from "../../../lib/alerts/alert-types";
import type { BoardSnapshot } from "../../../lib/metrics/snapshot-types";
import { acknowledgedAlert, sampleAlert } from "../../../lib/testing/alert-samples";
import { SAMPLE_AT_MS, sampleSnapshot } from "../../../lib/testing/board-samples";
import { wallWords as words } from "../../../lib/words/en/wall/words";
import { judgeBoard } from "../../shared/board/judge-board";
import { rankRows } from "../../shared/board/rank-rows";
import { siteClock } from "../../shared/time/site-clock";
import { footItemsOf } from "./foot-items";

const sample = sampleSnapshot("foot", 1);
const clock = siteClock("UTC", words.formats);

/** A caller waits in each of these queues for five minutes. */
function footOf(alerts: readonly AlertView[], waits: readonly string[] = []) {
  const queues = sample.queues.map((row) =>
    waits.includes(row.queueId) ? { ...row, waiting: 1, oldestOfferedAtMs: SAMPLE_AT_MS - 300_000 } : row,
  );
  const board: BoardSnapshot = { ...sample, queues, alerts };
  const rows = rankRows(queues, SAMPLE_AT_MS, null, true, "today");
  return footItemsOf(board, rows, judgeBoard(board, rows, true), clock, SAMPLE_AT_MS, words);
}
const namesOf = (items: ReturnType<typeof footOf>) => items.map(({ judgement, name }) => `${judgement} ${name}`);

test("[AL68] an alert comes before what figures ask for as urgently, and says since when and that nobody has it", () => {
  const [first, ...others] = footOf([sampleAlert()], ["sales"]);
  expect(first).toEqual({
    judgement: "act",
    word: "ACT",
    name: "Support",
    says: ["11 of 38 late in 15 min", "service level"],
    aside: ["since 13:54 · nobody has it", "since 13:54"],
  });
  expect(namesOf(others)).toEqual(["act sales"]);
});

test("[AL68] as it gets worse the foot does not calm down: a warning stands behind what asks to act, its own queue too", () => {
  const warning = sampleAlert({ severity: "warning" });
  expect(namesOf(footOf([], ["support"]))).toEqual(["act support"]);
  expect(namesOf(footOf([warning], ["support"]))).toEqual(["act support", "watch Support"]);
  expect(namesOf(footOf([warning], ["sales"]))).toEqual(["act sales", "watch Support"]);
  const critical = sampleAlert({ id: "a2", subjectName: "Site", subject: { kind: "site" } });
  expect(namesOf(footOf([warning, critical], ["support"]))).toEqual(["act Site", "watch Support"]);
});

test("[AL16] [AL68] what is clear again says so, and a wait no longer than it was", () => {
  const [first] = footOf([
    sampleAlert({
      condition: "longest-wait",
      evidence: { kind: "longest-wait", oldestOfferedAtMs: SAMPLE_AT_MS - 1_000_000 },
      heldUntilMs: SAMPLE_AT_MS - 76_000,
      clearSinceMs: SAMPLE_AT_MS - 75_000,
    }),
  ]);
  expect(first?.says).toEqual([
    "clear since 13:58, before: longest wait 15:24",
    "longest wait, clear since 13:58",
    "clear since 13:58",
  ]);
});

test("[AL66] [AL68] what somebody has seen to is calm, says who and until when, and stands last", () => {
  const items = footOf([acknowledgedAlert()], ["support", "sales"]);
  expect(namesOf(items)).toEqual(["act sales", "none Support"]);
  expect(items[1]).toMatchObject({
    word: "Acknowledged",
    aside: ["since 13:54 · Ana has it until 14:30", "Ana has it until 14:30", "Ana has it"],
  });
});

test("[AL68] notices and muted ones are never coloured", () => {
  const muted = sampleAlert({ id: "a2", subjectName: "Sales", muted: "out-of-hours" });
  const items = footOf([muted, sampleAlert({ severity: "notice" })]);
  expect(namesOf(items)).toEqual(["none Support", "none Sales"]);
  expect(items.map(({ word }) => word)).toEqual(["Notice", "Critical"]);
  expect(items[1]?.aside).toEqual(["since 13:54 · out of hours, told to nobody", "since 13:54"]);
});

test("a board without alerts says what it said before", () => {
  expect(footOf([])).toEqual([]);
  expect(namesOf(footOf([], ["support"]))).toEqual(["act support"]);
});
