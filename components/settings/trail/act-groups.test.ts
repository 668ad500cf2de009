import { expect, test } from "vitest";
import type { AuditAct } from "../../../lib/access/access-types";
import { trail } from "../../../lib/words/en/settings/trail";
import { ACT_GROUPS, isShown } from "./act-groups";

test("[AC30] every act that the trail names can be looked for", () => {
  const offered = ACT_GROUPS.flatMap(([, acts]) => acts);
  expect([...offered].sort()).toEqual(Object.keys(trail.acts).sort());
});

test("everything, a group, or one act", () => {
  const line = { act: "number-shown" as const };
  expect(isShown(line, "")).toBe(true);
  expect(isShown(line, "group:callers")).toBe(true);
  expect(isShown(line, "number-shown")).toBe(true);
  expect(isShown(line, "caller-erased")).toBe(false);
  expect(isShown(line, "group:people")).toBe(false);
  expect(isShown({ act: "told-later" as AuditAct }, "")).toBe(true);
  expect(isShown({ act: "told-later" as AuditAct }, "group:people")).toBe(false);
});
