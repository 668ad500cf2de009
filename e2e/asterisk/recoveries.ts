import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createCalendar } from "../../lib/calendar";
import { bareSite } from "../../lib/config";
import { READS_INTERNATIONAL } from "../../server/callers/rules/normal-number";
import { replayAsterisk } from "../../server/replay";
import { compareRecoveries } from "./compare-recoveries";
import { type KnownCaller, recoveriesByHand } from "./recoveries-by-hand";

/**
 * Recoveries of a recorded Asterisk as the server folds them, beside what its log and the list of who called come to.
 *
 *   npx tsx e2e/asterisk/recoveries.ts FOLDER    with ami-1.txt, ami-2.txt, queue_log and callers.jsonl
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("expected the folder of a recording");

const queueLogFile = join(folder, "queue_log");
/** Those who were sent to call once more stand in a list of their own. */
const callers = ["callers.jsonl", "callers-extra.jsonl"]
  .map((name) => join(folder, name))
  .filter((file) => existsSync(file))
  .flatMap((file) => readFileSync(file, "utf8").trim().split("\n"))
  .map((line) => JSON.parse(line) as KnownCaller);
const answer = replayAsterisk({
  files: [join(folder, "ami-1.txt"), join(folder, "ami-2.txt")],
  queueLogFile,
  untilMs: null,
  site: bareSite("Recorded", "UTC"),
  calendar: createCalendar("UTC", 0),
  numbers: READS_INTERNATIONAL,
  onProblem: (what, sample) => console.error(what, sample),
});
if (answer.kind === "refused") throw new Error(answer.problem);

const queueLog = readFileSync(queueLogFile, "utf8");
const byHand = recoveriesByHand(queueLog, callers);
const { known, neverIn, onlyServer, onlyByHand } = compareRecoveries(answer.replayed.recoveries, byHand, queueLog);
const count = (of: readonly { readonly end: unknown }[], isIt: (end: unknown) => boolean): number =>
  of.filter(({ end }) => isIt(end)).length;
const isOpen = (end: unknown): boolean => end === null || end === "open";
console.table([
  {
    "": "by the log and the callers",
    recoveries: byHand.length,
    "came back": count(byHand, (end) => !isOpen(end)),
    "still open": count(byHand, isOpen),
    withheld: byHand.filter(({ number }) => number === null).length,
    tries: byHand.reduce((sum, { tries }) => sum + tries, 0),
  },
  {
    "": "as the server folds them",
    recoveries: known.length,
    "came back": count(known, (end) => !isOpen(end)),
    "still open": count(known, isOpen),
    withheld: known.filter(({ contactable }) => !contactable).length,
    tries: known.reduce((sum, { attempts }) => sum + attempts.length, 0),
  },
]);
const same = known.length - onlyServer.length;
console.log(
  `${same} of ${byHand.length} the same, one by one; ${neverIn} attempts never got in, of which the log knows nothing.`,
);
for (const { missedS, attempts, end } of onlyServer)
  console.log(`only the server: ${missedS}, ${attempts.length} tries, ${end?.kind ?? "open"}`);
for (const { missedS, tries, end } of onlyByHand) console.log(`only by hand: ${missedS}, ${tries} tries, ${end}`);
process.exitCode = onlyServer.length + onlyByHand.length === 0 ? 0 : 1;
