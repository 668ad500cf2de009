import { expect, test } from "vitest";
import { acknowledgedAlert, sampleAlert } from "../../../lib/testing/alert-samples";
import { alarmsOf, colourOf, orderAlerts, standingOf, worstFirst } from "./standing";
import { unansweredOf } from "./unanswered";

const warning = sampleAlert({ id: "warning", severity: "warning" });
const notice = sampleAlert({ id: "notice", severity: "notice" });
const frozen = sampleAlert({ id: "frozen", frozen: true });
const muted = sampleAlert({ id: "muted", muted: "out-of-hours" });
const silenced = acknowledgedAlert({ id: "silenced", muted: "silenced" });
const hers = acknowledgedAlert({ id: "hers" });

test("[AL63] only what is critical or a warning, told, heard of and nobody's is loud", () => {
  const all = [sampleAlert(), warning, notice, frozen, muted, silenced, hers];
  expect(all.map(standingOf)).toEqual(["loud", "loud", "notice", "frozen", "muted", "muted", "acknowledged"]);
  expect(all.map(colourOf)).toEqual(["act", "watch", "none", "none", "none", "none", "none"]);
  expect(alarmsOf(all)).toEqual([
    { id: "a1", severity: "critical" },
    { id: "warning", severity: "warning" },
  ]);
});

test("[AL64] who waits for somebody: a notice too, and one that is not heard of; never what is muted", () => {
  const all = [sampleAlert(), notice, frozen, muted, silenced, hers];
  expect(unansweredOf(all).map(({ id }) => id)).toEqual(["a1", "notice", "frozen"]);
});

test("[AL65] the loud ones as they come, then what is calm", () => {
  const all = [muted, hers, frozen, sampleAlert(), warning, notice];
  expect(orderAlerts(all).map(({ id }) => id)).toEqual(["a1", "warning", "notice", "frozen", "hers", "muted"]);
});

test("[AL67] of several boards each alert sounds once, critical ones first", () => {
  const [one, two] = [alarmsOf([warning]), alarmsOf([sampleAlert(), warning])];
  expect(worstFirst([...one, ...two]).map(({ id }) => id)).toEqual(["a1", "warning"]);
});
