/** What a queue counts by Asterisk's own log, in whole seconds; refused callers are not in it. */
export type QueueTruth = {
  offered: number;
  answered: number;
  met: number;
  abandoned: number;
  shortAbandoned: number;
  overflowed: number;
  ringNoAnswer: number;
};

const THRESHOLD_S = 60;
const SHORT_S = 5;

/** Counts the lines of a queue_log up to a second, that one included. Queues are there from their first caller on. */
export function truthUntil(queueLog: string, untilS: number): ReadonlyMap<string, QueueTruth> {
  const queues = new Map<string, QueueTruth>();
  for (const line of queueLog.split("\n")) {
    const [second = "", , queue = "", , verb = "", ...rest] = line.split("|");
    if (line === "" || Number(second) > untilS) continue;
    const truth = queues.get(queue) ?? nothingYet();
    if (count(truth, verb, rest)) queues.set(queue, truth);
  }
  return queues;
}

function count(truth: QueueTruth, verb: string, rest: readonly string[]): boolean {
  switch (verb) {
    case "ENTERQUEUE":
      truth.offered += 1;
      return true;
    case "CONNECT":
      truth.answered += 1;
      if (Number(rest[0]) <= THRESHOLD_S) truth.met += 1;
      return true;
    case "ABANDON":
      truth.abandoned += 1;
      if (Number(rest[2]) <= SHORT_S) truth.shortAbandoned += 1;
      return true;
    case "EXITWITHKEY":
    case "EXITWITHTIMEOUT":
    case "EXITEMPTY":
    case "WITHDRAW":
      truth.overflowed += 1;
      return true;
    case "RINGNOANSWER":
      truth.ringNoAnswer += 1;
      return true;
    default:
      return false;
  }
}

const nothingYet = (): QueueTruth => ({
  offered: 0,
  answered: 0,
  met: 0,
  abandoned: 0,
  shortAbandoned: 0,
  overflowed: 0,
  ringNoAnswer: 0,
});
