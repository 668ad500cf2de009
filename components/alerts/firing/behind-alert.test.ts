import { expect, test } from "vitest";
import type { AlertSubject, Evidence } from "../../../lib/alerts/alert-types";
import { queueId, sourceId } from "../../../lib/vocabulary";
import { behindAlert } from "./behind-alert";

const support: AlertSubject = { kind: "queue", queueId: queueId("support") };
const addressOf = (evidence: Evidence, subject: AlertSubject = support) => behindAlert({ subject, evidence })?.address;
const level = (minutes: number): Evidence => ({ kind: "service-level", late: 11, decided: 38, minutes });

test("[AL71] a counted figure opens its contacts, over the shortest time that holds all that was counted", () => {
  expect(addressOf(level(15))).toBe("/supervise?queue=support&minutes=15&figure=serviceLevel");
  expect(addressOf(level(16))).toBe("/supervise?queue=support&minutes=30&figure=serviceLevel");
  expect(addressOf(level(60))).toBe("/supervise?queue=support&minutes=60&figure=serviceLevel");
  expect(addressOf(level(120))).toBe("/supervise?queue=support&figure=serviceLevel");
  const missed: Evidence = { kind: "missed-rate", missed: 7, total: 24, minutes: 60 };
  expect(addressOf(missed)).toBe("/supervise?queue=support&minutes=60&figure=missedRate");
});

test("[AL71] who waits or works now is seen in the queue", () => {
  const waiting: Evidence = { kind: "waiting", waiting: 12 };
  expect(behindAlert({ subject: support, evidence: waiting })).toEqual({
    kind: "queue",
    address: "/supervise?queue=support",
  });
  expect(addressOf({ kind: "agents-left", left: 6, of: 12, minutes: 10 })).toBe("/supervise?queue=support");
  const both: Evidence = { kind: "all-of", of: [waiting, level(30)] };
  expect(behindAlert({ subject: support, evidence: both })?.kind).toBe("contacts");
});

test("[AL71] a fault of many queues opens all of them; a source that says nothing has nothing behind it", () => {
  const widespread: Evidence = { kind: "widespread", queues: 5, outOf: 8, of: level(15) };
  expect(addressOf(widespread, { kind: "site" })).toBe("/supervise?minutes=15&figure=serviceLevel");
  expect(behindAlert({ subject: { kind: "site" }, evidence: { kind: "waiting", waiting: 3 } })?.kind).toBe("queues");
  const source: AlertSubject = { kind: "source", sourceId: sourceId("pbx") };
  expect(behindAlert({ subject: source, evidence: { kind: "no-data", sinceAtMs: null } })).toBeNull();
});
