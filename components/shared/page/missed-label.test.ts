import { expect, test } from "vitest";
import { words } from "../../../lib/words/en/words";
import { missedLabel } from "./missed-link";

test("[RE54] the way to the missed calls says how many are to be called back, and how many of them are overdue", () => {
  expect(missedLabel(null, words)).toBe("Missed calls");
  expect(missedLabel({ open: 0, overdue: 0 }, words)).toBe("Missed calls");
  expect(missedLabel({ open: 6, overdue: 0 }, words)).toBe("Missed calls, 6 to call back");
  expect(missedLabel({ open: 6, overdue: 2 }, words)).toBe("Missed calls, 6 to call back, 2 overdue");
});
