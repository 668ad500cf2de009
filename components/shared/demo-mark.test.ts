import { expect, test } from "vitest";
import { isDemo } from "./demo-mark";

test("one simulator among the sources makes it a demo", () => {
  expect(isDemo([{ kind: "asterisk-ami" }, { kind: "simulator" }])).toBe(true);
  expect(isDemo([{ kind: "asterisk-ami" }])).toBe(false);
  expect(isDemo([])).toBe(false);
});
