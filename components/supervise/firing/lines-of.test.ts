import { expect, test } from "vitest";
import { acknowledgedAlert, sampleAlert } from "../../../lib/testing/alert-samples";
import { linesOf } from "./lines-of";

test("[AL78] what fires and is told stands there; what somebody has stays in its place, what is muted does not stand", () => {
  const notice = sampleAlert({ id: "notice", severity: "notice" });
  const all = [acknowledgedAlert({ id: "hers" }), sampleAlert(), sampleAlert({ id: "m", muted: "silenced" }), notice];
  expect(linesOf(all).map(({ id }) => id)).toEqual(["hers", "a1", "notice"]);
});
