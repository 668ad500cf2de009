import { expect, test } from "vitest";
import { acknowledgedAlert, sampleAlert } from "../../../lib/testing/alert-samples";
import { heardAlarms } from "./standing";

const ALERTS = [sampleAlert(), acknowledgedAlert({ id: "hers" })];
const heard = (freshness: Parameters<typeof heardAlarms>[1]) => heardAlarms(ALERTS, freshness).map(({ id }) => id);

test("[AL67] what the server tells sounds, with its sources away too; what it does not tell any more does not", () => {
  expect(heard({ kind: "live", nowMs: 1 })).toEqual(["a1"]);
  expect(heard({ kind: "stale", nowMs: 1, sinceMs: 1, cause: "sources" })).toEqual(["a1"]);
  expect(heard({ kind: "stale", nowMs: 1, sinceMs: 1, cause: "board" })).toEqual([]);
  expect(heard(null)).toEqual([]);
});
