import { expect, test } from "vitest";
import { createScenario, instant } from "../testing/scenario";
import { agentId, queueId, sourceId } from "../vocabulary";
import type { Fold } from "./fold-state";
import { foldToText, restoreFold } from "./fold-text";

const SUPPORT = queueId("support");
const SOURCE = sourceId("pbx");
const SECOND_MS = 1_000;

const ana = (fold: Fold) => {
  const agent = fold.sources.get(SOURCE)?.agents.get(agentId("ana"));
  return { inQueue: agent?.memberships.get(SUPPORT)?.cameAtMs, loggedIn: agent?.states.get(null)?.cameAtMs };
};

test("[AL38] somebody came when he entered or logged in; a pause, a call and another list change nothing of it", () => {
  const day = createScenario();
  day.at("08:00:00").joined("ana");
  day.at("08:00:01").state("ana", "available");
  expect(ana(day.fold)).toEqual({ inQueue: instant("08:00:00"), loggedIn: 0 });
  day.at("12:00:00").state("ana", "logged-out");
  day.at("12:30:00").state("ana", "available");
  day.at("13:00:00").state("ana", "paused");
  day.at("13:30:00").joined("ana");
  expect(ana(day.fold)).toEqual({ inQueue: instant("08:00:00"), loggedIn: instant("12:30:00") });
  day.at("17:00:00").state("ana", "logged-out");
  day.at("17:00:00").left("ana");
  expect(ana(day.fold)).toEqual({ inQueue: instant("08:00:00"), loggedIn: instant("12:30:00") });
  day.at("18:00:00").joined("ana");
  expect(ana(day.fold).inQueue).toBe(instant("18:00:00"));
});

test("[AL38] a fold taken up again knows who came when, and since when its source is heard", () => {
  const day = createScenario();
  day.at("08:00:00").joined("ana");
  day.at("09:00:00").state("ana", "logged-out");
  day.at("09:30:00").state("ana", "available");
  day.at("07:59:59").joined("ben");
  const again = restoreFold(foldToText(day.fold), day.fold.site, day.fold.calendar);
  expect(ana(again)).toEqual(ana(day.fold));
  expect(again.sources.get(SOURCE)?.heardSinceMs).toBe(instant("08:00:00") - SECOND_MS);
});
