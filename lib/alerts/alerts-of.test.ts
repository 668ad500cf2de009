import { expect, test } from "vitest";
import { queueId, sourceId } from "../vocabulary";
import type { Severity } from "./alert-rule";
import type { AlertSubject, AlertView } from "./alert-types";
import { alertsOf, isInSight } from "./alerts-of";

const NORD = queueId("nord");
const SUED = queueId("sued");
const PBX = sourceId("pbx");
const EVERYTHING = { queueIds: null, sourceIds: null };
const OF_NORD = { queueIds: [NORD], sourceIds: [PBX] };

const SUBJECTS: readonly (readonly [what: string, subject: AlertSubject, seenByNord: boolean])[] = [
  ["its queue", { kind: "queue", queueId: NORD }, true],
  ["another queue", { kind: "queue", queueId: SUED }, false],
  ["a group of it alone", { kind: "group", name: "n", queueIds: [NORD] }, true],
  ["a group with another queue", { kind: "group", name: "n", queueIds: [NORD, SUED] }, false],
  ["the site", { kind: "site" }, true],
  ["its source", { kind: "source", sourceId: PBX }, true],
  ["another source", { kind: "source", sourceId: sourceId("other") }, false],
];

test.each(SUBJECTS)("[AL41] of %s", (_, subject, seenByNord) => {
  expect(isInSight(subject, OF_NORD)).toBe(seenByNord);
  expect(isInSight(subject, EVERYTHING)).toBe(true);
});

const alert = (id: string, severity: Severity, firedAtMs: number): AlertView => ({
  id,
  ruleId: "r",
  ruleName: "Rule",
  severity,
  condition: "waiting",
  subject: { kind: "site" },
  subjectName: "",
  state: "firing",
  firedAtMs,
  evidence: { kind: "waiting", waiting: 11 },
  heldUntilMs: null,
  clearSinceMs: null,
  acknowledgement: null,
  muted: null,
  frozen: false,
});

test("[AL41] worst first, then the oldest, then by id, whatever order they come in", () => {
  const sorted = [
    alert("a", "critical", 1),
    alert("b", "critical", 2),
    alert("c", "critical", 2),
    alert("d", "warning", 0),
    alert("e", "notice", 0),
  ];
  expect(alertsOf(EVERYTHING, sorted.toReversed())).toEqual(sorted);
});
