import { expect, it } from "vitest";
import { createCalendar } from "../../lib/calendar";
import { bareSite } from "../../lib/config";
import { READS_INTERNATIONAL } from "../../server/callers/rules/normal-number";
import { replayAsterisk } from "../../server/replay";
import { filesOf, queueLogOf, RECORDINGS, unpacked } from "../../server/testing/recordings";
import { compareRecoveries } from "./compare-recoveries";
import { recoveriesByHand } from "./recoveries-by-hand";

it.each(RECORDINGS)("[RE1] [RE3] who was missed and who came back is what Asterisk's own log says: %s", (name) => {
  const answer = replayAsterisk({
    files: filesOf(name),
    queueLogFile: queueLogOf(name),
    untilMs: null,
    site: bareSite("Recorded", "UTC"),
    calendar: createCalendar("UTC", 0),
    numbers: READS_INTERNATIONAL,
    onProblem: (what) => expect.unreachable(what),
  });
  if (answer.kind === "refused") throw new Error(answer.problem);
  const queueLog = unpacked(queueLogOf(name)).toString("utf8");
  const byHand = recoveriesByHand(queueLog, null);
  const { known, onlyServer, onlyByHand } = compareRecoveries(answer.replayed.recoveries, byHand, queueLog);
  expect([onlyServer, onlyByHand]).toEqual([[], []]);
  expect(known.length).toBe(byHand.length);
  expect(known.length).toBeGreaterThan(3);
  expect(byHand.some(({ end }) => end === "came-back")).toBe(true);
});
