import { expect, test } from "vitest";
import { sampleMissedRow } from "../../../lib/testing/missed-samples";
import { missed as words } from "../../../lib/words/en/missed/missed";
import type { Answer } from "../../access/ask";
import { type DoneAct, rowOfRefusal, saidOf } from "./said-of";

const at = (atMs: number): string => `14:${atMs}`;
const says = (act: DoneAct, change = {}): string => saidOf(act, sampleMissedRow(change), words, at);
const bens = { claim: { by: "Ben", untilMs: 31, mine: false } };

test("[RE51] what was done is said with whom and until when", () => {
  expect(says({ kind: "claimed" }, { claim: { by: "Ada", untilMs: 20, mine: true } })).toBe(
    "•••4711: yours until 14:20.",
  );
  expect(says({ kind: "reopened" }, { claim: { by: "Ada", untilMs: 20, mine: true } })).toBe(
    "•••4711: open again, yours until 14:20.",
  );
  expect(says({ kind: "given-back" })).toBe("•••4711: nobody has it any more.");
  expect(says({ kind: "tried", result: "no-answer" })).toBe("•••4711: attempt noted. Result: No answer.");
  expect(says({ kind: "closed", result: "left-message" })).toBe("•••4711: closed. Result: Left a message.");
});

test("[RE51] where somebody else was first it is said who, and until when", () => {
  expect(says({ kind: "refused" }, bens)).toBe("•••4711: Ben has it until 14:31.");
});

test("[RE51] what was taken back, but is somebody else's or over for another reason, is said to be", () => {
  expect(says({ kind: "reopened" }, bens)).toBe("•••4711: Ben has it until 14:31.");
  const end = { kind: "reached", atMs: 1, inTime: true, by: null, result: null } as const;
  expect(says({ kind: "refused" }, { end })).toBe("•••4711: already over. Reached.");
});

test("[RE51] what is over is said to be, and how it ended", () => {
  const end = { kind: "came-back", atMs: 1, inTime: true, by: null, result: null } as const;
  expect(says({ kind: "refused" }, { end })).toBe("•••4711: already over. Came back.");
});

const refused = (status: number, document: Readonly<Record<string, unknown>>) =>
  ({ kind: "refused", status, detail: "", problems: [], retryAfterMs: null, document }) satisfies Answer<never>;

test("[RE51] only a conflict carries the row", () => {
  const row = sampleMissedRow(bens);
  expect(rowOfRefusal(refused(409, { row }))).toBe(row);
  expect(rowOfRefusal(refused(409, {}))).toBeNull();
  expect(rowOfRefusal(refused(403, { row }))).toBeNull();
  expect(rowOfRefusal({ kind: "no-answer" })).toBeNull();
});
