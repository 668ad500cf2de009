import { expect, test } from "vitest";
import { acknowledgedAlert, sampleAlert } from "../../../lib/testing/alert-samples";
import { newLoud } from "./new-loud";

const warning = sampleAlert({ id: "a2", severity: "warning" });
const notice = sampleAlert({ id: "a3", severity: "notice" });

test("[AL75] what was there when the page came up is not told, what fires then is, once", () => {
  const first = newLoud(null, [sampleAlert()]);
  expect(first).toEqual({ ids: ["a1"], begun: [], ended: [] });
  const then = newLoud(first.ids, [sampleAlert(), warning, notice]);
  expect(then.begun).toEqual([warning]);
  expect(newLoud(then.ids, [sampleAlert(), warning, notice]).begun).toEqual([]);
});

test("[AL75] it ends when somebody has it, and begins anew when that lapses", () => {
  const taken = newLoud(["a1"], [acknowledgedAlert()]);
  expect(taken).toEqual({ ids: [], begun: [], ended: ["a1"] });
  expect(newLoud(taken.ids, [sampleAlert()]).begun).toEqual([sampleAlert()]);
  expect(newLoud(["a1"], []).ended).toEqual(["a1"]);
});
