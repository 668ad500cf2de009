import { describe, expect, test } from "vitest";
import type { AlertView } from "../../../lib/alerts/alert-types";
import type { Judgement } from "../../../lib/metrics/judgement";
import { acknowledgedAlert, sampleAlert } from "../../../lib/testing/alert-samples";
import { queueId } from "../../../lib/vocabulary";
import type { RankedRow } from "../board/rank-rows";
import { unspokenBy, worstAsked } from "./unspoken";

const row = (id: string, worst: Judgement): RankedRow => ({ row: { queueId: queueId(id) }, worst }) as RankedRow;
const support = row("support", "act");
const sales = row("sales", "watch");

function leftBy(alerts: readonly AlertView[], rows: readonly RankedRow[], total: Judgement = "none") {
  const left = unspokenBy(alerts, rows, total);
  return { rows: left.rows.map((each) => String(each.row.queueId)), total: left.total };
}

describe("[AL66] one fault is said once", () => {
  test("an alert speaks for its own queue, acknowledged or muted too", () => {
    const still = { rows: ["sales"], total: "none" };
    expect(leftBy([], [support, sales])).toEqual({ rows: ["support", "sales"], total: "none" });
    expect(leftBy([sampleAlert()], [support, sales])).toEqual(still);
    expect(leftBy([acknowledgedAlert()], [support, sales])).toEqual(still);
    expect(leftBy([sampleAlert({ muted: "silenced" })], [support, sales])).toEqual(still);
  });

  test("not for what is more urgent than itself: a warning is not enough where people are needed", () => {
    expect(leftBy([sampleAlert({ severity: "warning" })], [support]).rows).toEqual(["support"]);
    expect(leftBy([sampleAlert({ severity: "warning" })], [row("support", "watch")]).rows).toEqual([]);
    expect(leftBy([sampleAlert({ severity: "notice" })], [row("support", "watch")]).rows).toEqual(["support"]);
  });

  test("one that is not heard of speaks for nothing, and neither does a source's", () => {
    expect(leftBy([sampleAlert({ frozen: true })], [support]).rows).toEqual(["support"]);
    const source = sampleAlert({ subject: { kind: "source", sourceId: "pbx" as never } });
    expect(leftBy([source], [support]).rows).toEqual(["support"]);
  });

  test("the site's speaks for all, a group's for its queues", () => {
    expect(leftBy([sampleAlert({ subject: { kind: "site" } })], [support, sales], "act")).toEqual({
      rows: [],
      total: "none",
    });
    const group = { kind: "group", name: "Phones", queueIds: [queueId("support")] } as const;
    expect(leftBy([sampleAlert({ subject: group })], [support, sales]).rows).toEqual(["sales"]);
  });

  test("the total is said for when each queue that asks as much is", () => {
    expect(leftBy([sampleAlert()], [support, sales], "act").total).toBe("none");
    expect(leftBy([sampleAlert()], [support, row("billing", "act")], "act").total).toBe("act");
    expect(leftBy([sampleAlert()], [support, sales], "watch").total).toBe("watch");
    // Nothing of the queues explains it.
    expect(leftBy([sampleAlert()], [row("support", "ok")], "act").total).toBe("act");
  });

  test("the board asks for what is loud and what is left", () => {
    expect(worstAsked([], [support], { total: "none" })).toBe("act");
    expect(worstAsked([sampleAlert()], [row("support", "ok")], { total: "ok" })).toBe("act");
    expect(worstAsked([acknowledgedAlert()], [support, sales], { total: "act" })).toBe("watch");
    expect(worstAsked([acknowledgedAlert()], [support], { total: "ok" })).toBe("ok");
  });
});
